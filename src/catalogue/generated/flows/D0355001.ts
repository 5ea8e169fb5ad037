// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0355 version 001: Metering System Reporting Confirmation.
 * A message is an occurrence of group 16I Confirmed Metering System Reporting Notifications.
 */
export type D0355001 = {
  /** J1017 Incoming Instruction Number, NUM(12). */
  readonly incomingInstructionNumber: string;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1869 Effective from Settlement Date {MSCM}, DATE. */
  readonly effectiveFromSettlementDateMscm: string;
  /** J1870 Effective to Settlement Date {MSCM}, DATE. */
  readonly effectiveToSettlementDateMscm?: string;
  /** 15I File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
};

/** Group 15I File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber?: string;
};
