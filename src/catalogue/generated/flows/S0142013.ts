// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * S0142 version 013: Settlement Report, Sub-Flow 2 (P114).
 * A message is an occurrence of group BPH BSC Party Header.
 */
export type S0142013 = {
  /** Settlement Date, DATE, inferred. */
  readonly settlementDate: string;
  /** Settlement Run Type, CHAR(2), inferred. */
  readonly settlementRunType: "II" | "SF" | "R1" | "R2" | "R3" | "RF" | "DF" | (string & {});
  /** SAA Run Number, NUM(2), inferred. */
  readonly saaRunNumber: string;
  /** SAA CDCA Run Number, NUM(2), inferred. */
  readonly saaCdcaRunNumber: string;
  /** SVAA CDCA Settlement Date, DATE, inferred. */
  readonly svaaCdcaSettlementDate: string;
  /** SVAA CDCA Run Number, NUM(2), inferred. */
  readonly svaaCdcaRunNumber: string;
  /** SVAA SSR Run Number, NUM(7), inferred. */
  readonly svaaSsrRunNumber: string;
  /** BSC Party Id, CHAR(8). */
  readonly bscPartyId: string;
  /** SRH Settlement Report Header, 1, conditional. */
  readonly settlementReportHeader?: SettlementReportHeader;
  /** SPI Settlement Period Information, any number. */
  readonly settlementPeriodInformation?: readonly SettlementPeriodInformation[];
  /** APC Aggregate Party Day Charges, any number. */
  readonly aggregatePartyDayCharges?: readonly AggregatePartyDayCharges[];
  /** SP7 Settlement Period, any number. */
  readonly settlementPeriod?: readonly SettlementPeriod[];
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group SRH Settlement Report Header. */
export type SettlementReportHeader = {
  /** Settlement Date, DATE. */
  readonly settlementDate: string;
  /** Settlement Run Type, CHAR(2). */
  readonly settlementRunType: "II" | "SF" | "R1" | "R2" | "R3" | "RF" | "DF" | (string & {});
  /** SAA Run Number, NUM(2). */
  readonly saaRunNumber: string;
  /** SAA CDCA Run Number, NUM(2). */
  readonly saaCdcaRunNumber: string;
  /** SVAA CDCA Settlement Date, DATE. */
  readonly svaaCdcaSettlementDate: string;
  /** SVAA CDCA Run Number, NUM(2). */
  readonly svaaCdcaRunNumber: string;
  /** SVAA SSR Run Number, NUM(7). */
  readonly svaaSsrRunNumber: string;
  /** BSC Party Id, CHAR(8). */
  readonly bscPartyId: string;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group SPI Settlement Period Information. */
export type SettlementPeriodInformation = {
  /** Settlement Period, NUM(2). */
  readonly settlementPeriod: string;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group APC Aggregate Party Day Charges. */
export type AggregatePartyDayCharges = {
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group SP7 Settlement Period. */
export type SettlementPeriod = {
  /** Settlement Period, NUM(2). */
  readonly settlementPeriod: string;
  /** BP7 BM Unit Period, any number. */
  readonly bmUnitPeriod?: readonly BmUnitPeriod[];
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group BP7 BM Unit Period. */
export type BmUnitPeriod = {
  /** BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
