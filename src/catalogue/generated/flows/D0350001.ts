// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0723 } from "../codes.ts";

/**
 * D0350 version 001: Notification of DCC Services at Metering Point.
 * A message is an occurrence of group 82H DCC data for MPAS.
 */
export type D0350001 = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** J0723 Instruction Type, CHAR(4). */
  readonly instructionType: J0723;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1833 DCC Service Flag, CHAR(1). */
  readonly dccServiceFlag: string;
  /** J1834 Effective from Date {DCCF}, DATE. */
  readonly effectiveFromDateDccf: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 81H File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
};

/** Group 81H File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};
