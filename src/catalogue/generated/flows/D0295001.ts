// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1646 } from "../codes.ts";

/**
 * D0295 version 001: Rejection of BM Unit Allocation.
 * A message is an occurrence of group 24C Rejected Allocations.
 */
export type D0295001 = {
  /** J1017 Incoming Instruction Number, NUM(12). */
  readonly incomingInstructionNumber?: string;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore?: string;
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId?: string;
  /** J1647 Effective from Settlement Date {MSBMU}, DATE. */
  readonly effectiveFromSettlementDateMsbmu?: string;
  /** J1646 BM Unit Allocation Rejection Reason Code, CHAR(2). */
  readonly bmUnitAllocationRejectionReasonCode: J1646;
  /** 23C File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
};

/** Group 23C File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};
