// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0337 version 001: Green Deal End Date Amendment Request to GD Provider.
 * The whole file is one message.
 */
export type D0337001 = {
  /** 36H GD Plan End Date Request, 1 or more. */
  readonly gdPlanEndDateRequest: readonly GdPlanEndDateRequest[];
};

/** Group 36H GD Plan End Date Request. */
export type GdPlanEndDateRequest = {
  /** J1809 GDCC Instruction Number, NUM(20). */
  readonly gdccInstructionNumber: string;
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** J1819 Requested New GD Plan End Date, DATE. */
  readonly requestedNewGdPlanEndDate: string;
  /** J1820 Requested New GD Plan End Date Reason Code, CHAR(1). */
  readonly requestedNewGdPlanEndDateReasonCode: string;
};
