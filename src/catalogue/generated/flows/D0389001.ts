// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0389 version 001: UMS Response.
 * A message is an occurrence of group RP1 MPAN Cores.
 */
export type D0389001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J2267 Inventory Sequence Number, NUM(4). */
  readonly inventorySequenceNumber: string;
  /** J2269 Response Reason Code, CHAR(1). */
  readonly responseReasonCode: string;
  /** RP2 Invalid Charge Code, 1 or more. */
  readonly invalidChargeCode: readonly InvalidChargeCode[];
};

/** Group RP2 Invalid Charge Code. */
export type InvalidChargeCode = {
  /** J2270 UMS Error Code, CHAR(1). */
  readonly umsErrorCode: string;
  /** J2272 Switch Regime, CHAR(3). */
  readonly switchRegime?: string;
  /** J2276 Charge Code, CHAR(13). */
  readonly chargeCode?: string;
  /** J2278 CMS Unit Reference, CHAR(12). */
  readonly cmsUnitReference?: string;
};
