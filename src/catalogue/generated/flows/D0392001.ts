// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0392 version 001: Invalid Metered Volume History Request.
 * A message is an occurrence of group 82M Invalid Metered Volume History Request Details.
 */
export type D0392001 = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber?: string;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore?: string;
  /** J2308 Invalid Metered Volume History Request Reason, CHAR(100). */
  readonly invalidMeteredVolumeHistoryRequestReason: string;
  /** 733 File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
};

/** Group 733 File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};
