// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0297 version 001: Notification of BM Unit Allocation.
 * A message is an occurrence of group 45C BM Unit Allocation.
 */
export type D0297001 = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** J1647 Effective from Settlement Date {MSBMU}, DATE. */
  readonly effectiveFromSettlementDateMsbmu: string;
  /** 44C File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
};

/** Group 44C File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};
