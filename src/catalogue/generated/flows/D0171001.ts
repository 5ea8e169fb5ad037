// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0723 } from "../codes.ts";

/**
 * D0171 version 001: Notification of Distributor Changes to Metering Point Details.
 * A message is an occurrence of group 352 Metering Point Change Data.
 */
export type D0171001 = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** J0723 Instruction Type, CHAR(4). */
  readonly instructionType: J0723;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0821 Deemed Received Date, DATE. */
  readonly deemedReceivedDate: string;
  /** 748 File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
  /** 353 Disconnection Date, 0 or 1, conditional. */
  readonly disconnectionDate?: DisconnectionDate;
  /** 354 Details of MP Changes, 0 or 1, conditional. */
  readonly detailsOfMpChanges?: DetailsOfMpChanges;
};

/** Group 748 File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};

/** Group 353 Disconnection Date. */
export type DisconnectionDate = {
  /** J0473 Disconnection Date, DATE. */
  readonly disconnectionDate: string;
};

/** Group 354 Details of MP Changes. */
export type DetailsOfMpChanges = {
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId?: string;
  /** J0658 Effective from Settlement Date {MSLLFC}, DATE. */
  readonly effectiveFromSettlementDateMsllfc?: string;
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId?: string;
  /** J0306 Effective from Settlement Date {MSGG}, DATE. */
  readonly effectiveFromSettlementDateMsgg?: string;
  /** J1036 Metering Point Address Line 1, CHAR(40), inferred. */
  readonly meteringPointAddressLine1?: string;
  /** J1037 Metering Point Address Line 2, CHAR(40), inferred. */
  readonly meteringPointAddressLine2?: string;
  /** J1038 Metering Point Address Line 3, CHAR(40), inferred. */
  readonly meteringPointAddressLine3?: string;
  /** J1039 Metering Point Address Line 4, CHAR(40), inferred. */
  readonly meteringPointAddressLine4?: string;
  /** J1040 Metering Point Address Line 5, CHAR(40), inferred. */
  readonly meteringPointAddressLine5?: string;
  /** J1041 Metering Point Address Line 6, CHAR(40), inferred. */
  readonly meteringPointAddressLine6?: string;
  /** J1042 Metering Point Address Line 7, CHAR(40), inferred. */
  readonly meteringPointAddressLine7?: string;
  /** J1043 Metering Point Address Line 8, CHAR(40), inferred. */
  readonly meteringPointAddressLine8?: string;
  /** J1044 Metering Point Address Line 9, CHAR(40), inferred. */
  readonly meteringPointAddressLine9?: string;
  /** J0263 Metering Point Postcode, CHAR(10), inferred. */
  readonly meteringPointPostcode?: string;
};
