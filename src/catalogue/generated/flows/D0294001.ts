// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0294 version 001: Confirmation of BM Unit Allocation.
 * A message is an occurrence of group 22C Confirmed Allocations.
 */
export type D0294001 = {
  /** J1017 Incoming Instruction Number, NUM(12). */
  readonly incomingInstructionNumber: string;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** J1647 Effective from Settlement Date {MSBMU}, DATE. */
  readonly effectiveFromSettlementDateMsbmu: string;
  /** 21C File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
};

/** Group 21C File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};
