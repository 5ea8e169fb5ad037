// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0153 version 001: Notification of Data Aggregator Appointment and Terms.
 * A message is an occurrence of group 312 MPAN Cores.
 */
export type D0153001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0334 Effective from Settlement Date {DAA}, DATE. */
  readonly effectiveFromSettlementDateDaa: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** J0048 Contract Reference, CHAR(10). */
  readonly contractReference: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 313 Agreed Service Details, 1 or more. */
  readonly agreedServiceDetails: readonly AgreedServiceDetails[];
};

/** Group 313 Agreed Service Details. */
export type AgreedServiceDetails = {
  /** J0274 Service Reference, CHAR(4). */
  readonly serviceReference: string;
  /** J0275 Service Level Reference, CHAR(4). */
  readonly serviceLevelReference: string;
};
