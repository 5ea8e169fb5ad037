// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0356 version 001: Metering System Reporting Rejection.
 * A message is an occurrence of group 18I Rejected Metering System Reporting Notifications.
 */
export type D0356001 = {
  /** J1017 Incoming Instruction Number, NUM(12). */
  readonly incomingInstructionNumber: string;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore?: string;
  /** J1869 Effective from Settlement Date {MSCM}, DATE. */
  readonly effectiveFromSettlementDateMscm?: string;
  /** J1870 Effective to Settlement Date {MSCM}, DATE. */
  readonly effectiveToSettlementDateMscm?: string;
  /** J1871 Metering System Reporting Notification Rejection Reason Code, CHAR(2). */
  readonly meteringSystemReportingNotificationRejectionReasonCode: string;
  /** 17I File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
};

/** Group 17I File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};
