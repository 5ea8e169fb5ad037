// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0327 version 001: Request Green Deal Plan End Date Amendment.
 * A message is an occurrence of group 14H GD Plan End Date Request.
 */
export type D0327001 = {
  /** J1813 Green Deal MPAN Core, NUM(13), inferred. */
  readonly greenDealMpanCore: string;
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber: string;
  /** J1819 Requested New GD Plan End Date, DATE. */
  readonly requestedNewGdPlanEndDate: string;
  /** J1820 Requested New GD Plan End Date Reason Code, CHAR(1). */
  readonly requestedNewGdPlanEndDateReasonCode: string;
};
