// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0107, J0723 } from "../codes.ts";

/**
 * D0351 version 001: Rejection of Update to DCC Service Flag.
 * A message is an occurrence of group 84H Rejection Details.
 */
export type D0351001 = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** J0723 Instruction Type, CHAR(4). */
  readonly instructionType: J0723;
  /** J1017 Incoming Instruction Number, NUM(12). */
  readonly incomingInstructionNumber: string;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore?: string;
  /** J0821 Deemed Received Date, DATE. */
  readonly deemedReceivedDate: string;
  /** J1833 DCC Service Flag, CHAR(1). */
  readonly dccServiceFlag?: string;
  /** J1834 Effective from Date {DCCF}, DATE. */
  readonly effectiveFromDateDccf?: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId?: string;
  /** 83H File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
  /** 85H Rejection Reason(s), 1 or more. */
  readonly rejectionReasons: readonly RejectionReasons[];
};

/** Group 83H File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};

/** Group 85H Rejection Reason(s). */
export type RejectionReasons = {
  /** J0107 Rejection Reason Code, CHAR(4). */
  readonly rejectionReasonCode: J0107;
};
