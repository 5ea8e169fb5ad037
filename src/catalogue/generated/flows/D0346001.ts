// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0346 version 001: Notification of Erroneous Registration Status.
 * The whole file is one message.
 */
export type D0346001 = {
  /** 63H GD Erroneous Registration Status, 1 or more. */
  readonly gdErroneousRegistrationStatus: readonly GdErroneousRegistrationStatus[];
};

/** Group 63H GD Erroneous Registration Status. */
export type GdErroneousRegistrationStatus = {
  /** J1809 GDCC Instruction Number, NUM(20). */
  readonly gdccInstructionNumber: string;
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** J1826 Erroneous Registration Status, CHAR(1). */
  readonly erroneousRegistrationStatus: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J0117 Effective to Settlement Date {REGI}, DATE. */
  readonly effectiveToSettlementDateRegi?: string;
  /** J1791 GD Plan Actual End Date, DATE. */
  readonly gdPlanActualEndDate?: string;
};
