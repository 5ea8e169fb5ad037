// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0299 version 001: Stage 2 BM Unit Registration Data File.
 * The whole file is one message.
 */
export type D0299001 = {
  /** MDD Market Domain Data Version, 1. */
  readonly marketDomainDataVersion: MarketDomainDataVersion;
  /** GSG GSP Groups, 1 or more. */
  readonly gspGroups: readonly GspGroups[];
};

/** Group MDD Market Domain Data Version. */
export type MarketDomainDataVersion = {
  /** J0754 MDD Version Number, NUM(8). */
  readonly mddVersionNumber: string;
  /** J0773 MDD Publication Date, DATE. */
  readonly mddPublicationDate: string;
};

/** Group GSG GSP Groups. */
export type GspGroups = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** SUP Supplier, any number. */
  readonly supplier?: readonly Supplier[];
};

/** Group SUP Supplier. */
export type Supplier = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** BMR BM Unit Registration, 1 or more. */
  readonly bmUnitRegistration: readonly BmUnitRegistration[];
};

/** Group BMR BM Unit Registration. */
export type BmUnitRegistration = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** J1632 Effective from Settlement Date {BMUIGG}, DATE. */
  readonly effectiveFromSettlementDateBmuigg: string;
  /** J1633 Effective to Settlement Date {BMUIGG}, DATE. */
  readonly effectiveToSettlementDateBmuigg?: string;
  /** J1631 Default BM Unit Flag, BOOLEAN. */
  readonly defaultBmUnitFlag: "T" | "F";
};
