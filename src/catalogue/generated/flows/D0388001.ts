// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0388 version 001: UMS Inventory.
 * A message is an occurrence of group GP1 MPAN Cores.
 */
export type D0388001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J2267 Inventory Sequence Number, NUM(4). */
  readonly inventorySequenceNumber: string;
  /** J2279 Effective from Date {UMS}, DATE. */
  readonly effectiveFromDateUms: string;
  /** GP2 UMS Sub-Meter, 1 or more. */
  readonly umsSubMeter: readonly UmsSubMeter[];
};

/** Group GP2 UMS Sub-Meter. */
export type UmsSubMeter = {
  /** J2271 UMS Sub-Meter, CHAR(7). */
  readonly umsSubMeter: string;
  /** J2277 CMS Indicator, BOOLEAN. */
  readonly cmsIndicator: "T" | "F";
  /** GP3 Non-CMS, 1 or more. */
  readonly nonCms: readonly NonCms[];
  /** GP4 CMS, 1 or more. */
  readonly cms: readonly Cms[];
};

/** Group GP3 Non-CMS. */
export type NonCms = {
  /** J2272 Switch Regime, CHAR(3). */
  readonly switchRegime: string;
  /** J2276 Charge Code, CHAR(13). */
  readonly chargeCode: string;
  /** J2268 Number of Items, NUM(6). */
  readonly numberOfItems: string;
};

/** Group GP4 CMS. */
export type Cms = {
  /** J2278 CMS Unit Reference, CHAR(12). */
  readonly cmsUnitReference: string;
  /** J2272 Switch Regime, CHAR(3). */
  readonly switchRegime: string;
  /** J2276 Charge Code, CHAR(13). */
  readonly chargeCode: string;
  /** J2268 Number of Items, NUM(6). */
  readonly numberOfItems: string;
};
