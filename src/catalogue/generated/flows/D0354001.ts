// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0354 version 001: Metering System Reporting Notification.
 * A message is an occurrence of group 14I Metering System Reporting Notifications.
 */
export type D0354001 = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1869 Effective from Settlement Date {MSCM}, DATE. */
  readonly effectiveFromSettlementDateMscm: string;
  /** J1870 Effective to Settlement Date {MSCM}, DATE. */
  readonly effectiveToSettlementDateMscm?: string;
  /** J0048 Contract Reference, CHAR(10). */
  readonly contractReference?: string;
  /** 13I File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
};

/** Group 13I File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};
