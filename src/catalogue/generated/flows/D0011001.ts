// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0011 version 001: Agreement of Contractual Terms.
 * A message is an occurrence of group 034 Contract Terms Data.
 */
export type D0011001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0048 Contract Reference, CHAR(10). */
  readonly contractReference: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** 035 DC Effective Date, 0 or 1, conditional. */
  readonly dcEffectiveDate?: DcEffectiveDate;
  /** 036 MOP Effective Date, 0 or 1, conditional. */
  readonly mopEffectiveDate?: MopEffectiveDate;
  /** 037 DA Effective Date, 0 or 1, conditional. */
  readonly daEffectiveDate?: DaEffectiveDate;
  /** 038 Agreed Service Details, any number. */
  readonly agreedServiceDetails?: readonly AgreedServiceDetails[];
};

/** Group 035 DC Effective Date. */
export type DcEffectiveDate = {
  /** J0219 Effective from Date {DCA}, DATE. */
  readonly effectiveFromDateDca: string;
};

/** Group 036 MOP Effective Date. */
export type MopEffectiveDate = {
  /** J0210 Effective from Date {MOA}, DATE. */
  readonly effectiveFromDateMoa: string;
};

/** Group 037 DA Effective Date. */
export type DaEffectiveDate = {
  /** J0334 Effective from Settlement Date {DAA}, DATE. */
  readonly effectiveFromSettlementDateDaa: string;
};

/** Group 038 Agreed Service Details. */
export type AgreedServiceDetails = {
  /** J0274 Service Reference, CHAR(4). */
  readonly serviceReference: string;
  /** J0275 Service Level Reference, CHAR(4). */
  readonly serviceLevelReference: string;
};
