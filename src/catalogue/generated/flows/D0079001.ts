// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0079 version 001: Supplier Purchase Report.
 * The whole file is one message.
 */
export type D0079001 = {
  /** ZPD , 1. */
  readonly groupZpd: GroupZpd;
  /** RDT , 1. */
  readonly groupRdt: GroupRdt;
  /** HDR , 1. */
  readonly groupHdr: GroupHdr;
  /** GSP , any number. */
  readonly groupGsp?: readonly GroupGsp[];
};

/** Group ZPD. */
export type GroupZpd = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1086 Run Type Code, CHAR(2). */
  readonly runTypeCode: string;
  /** J1087 Run Number, NUM(7). */
  readonly runNumber: string;
};

/** Group RDT. */
export type GroupRdt = {
  /** J1089 User Name, CHAR(8). */
  readonly userName: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
};

/** Group HDR. */
export type GroupHdr = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J0882 Settlement Code Description, CHAR(30). */
  readonly settlementCodeDescription: string;
  /** J0195 SSR Run Date, DATE. */
  readonly ssrRunDate: string;
  /** J0196 SSR Run Number, NUM(7). */
  readonly ssrRunNumber: string;
  /** J0197 SSR Run Type Id, any text. */
  readonly ssrRunTypeId: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** J0244 BSC Trading Party Id, CHAR(4). */
  readonly bscTradingPartyId: string;
};

/** Group GSP. */
export type GroupGsp = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** SPX , any number. */
  readonly groupSpx?: readonly GroupSpx[];
  /** TOT , 1. */
  readonly groupTot: GroupTot;
};

/** Group SPX. */
export type GroupSpx = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J0249 GSP Group Take, ±NUM(13,3). */
  readonly gspGroupTake: string;
  /** J0194 Period Supplier Deemed Take, ±NUM(13,3). */
  readonly periodSupplierDeemedTake: string;
  /** J0250 Period Supplier Purchase Total, ±NUM(14,2). */
  readonly periodSupplierPurchaseTotal: string;
  /** J0251 Pool Selling Price, ±NUM(11,6). */
  readonly poolSellingPrice: string;
  /** J0252 Transmission Loss Multiplier, ±NUM(10,9). */
  readonly transmissionLossMultiplier: string;
  /** J0253 Transmission Losses Reconciliation Multiplier, ±NUM(8,6). */
  readonly transmissionLossesReconciliationMultiplier: string;
};

/** Group TOT. */
export type GroupTot = {
  /** J0899 Daily GSP Group Take, ±NUM(13,3). */
  readonly dailyGspGroupTake: string;
  /** J0891 Daily Supplier Deemed Take, ±NUM(13,3). */
  readonly dailySupplierDeemedTake: string;
  /** J0243 Daily Supplier Purchase Total, ±NUM(14,2). */
  readonly dailySupplierPurchaseTotal: string;
};
