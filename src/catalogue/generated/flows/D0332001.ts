// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0332 version 001: Green Deal Licensee Request for Information.
 * A message is an occurrence of group 30H GD Information Request.
 */
export type D0332001 = {
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber: string;
  /** J1813 Green Deal MPAN Core, NUM(13), inferred. */
  readonly greenDealMpanCore: string;
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** J1782 GD Information Request Reason Code, CHAR(1). */
  readonly gdInformationRequestReasonCode: string;
};
