// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0336 version 001: Request to Advise Bill Payer of Pending Green Deal.
 * A message is an occurrence of group 35H GD Plan Notification Request.
 */
export type D0336001 = {
  /** J1809 GDCC Instruction Number, NUM(20). */
  readonly gdccInstructionNumber: string;
  /** J1813 Green Deal MPAN Core, NUM(13), inferred. */
  readonly greenDealMpanCore: string;
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** J1750 Electricity Account Number, CHAR(20). */
  readonly electricityAccountNumber: string;
  /** J1777 GD Customer Site Reference, CHAR(20). */
  readonly gdCustomerSiteReference?: string;
};
