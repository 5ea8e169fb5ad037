// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0345 version 001: Green Deal Licensee Notification of Erroneous Registration.
 * A message is an occurrence of group 62H GD Erroneous Registration Details.
 */
export type D0345001 = {
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber: string;
  /** J1813 Green Deal MPAN Core, NUM(13), inferred. */
  readonly greenDealMpanCore: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
};
