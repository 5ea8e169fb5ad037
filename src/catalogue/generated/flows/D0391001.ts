// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0391 version 001: Metered Volume History Request.
 * A message is an occurrence of group 81M Metering System Notification.
 */
export type D0391001 = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J2307 Metered Volume History From Date, DATE. */
  readonly meteredVolumeHistoryFromDate: string;
  /** 733 File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
};

/** Group 733 File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};
