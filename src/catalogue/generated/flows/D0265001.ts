// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0265 version 001: Line Loss Factor Data File.
 * The whole file is one message.
 */
export type D0265001 = {
  /** DIS Distributor, 1. */
  readonly distributor: Distributor;
  /** LLF Line Loss Factor Class, any number. */
  readonly lineLossFactorClass?: readonly LineLossFactorClass[];
};

/** Group DIS Distributor. */
export type Distributor = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
};

/** Group LLF Line Loss Factor Class. */
export type LineLossFactorClass = {
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** SDT Settlement Date, any number. */
  readonly settlementDate?: readonly SettlementDate[];
};

/** Group SDT Settlement Date. */
export type SettlementDate = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** SPL Settlement Period Line Loss Factor, any number. */
  readonly settlementPeriodLineLossFactor?: readonly SettlementPeriodLineLossFactor[];
};

/** Group SPL Settlement Period Line Loss Factor. */
export type SettlementPeriodLineLossFactor = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0156 Line Loss Factor, NUM(5,3). */
  readonly lineLossFactor: string;
};
