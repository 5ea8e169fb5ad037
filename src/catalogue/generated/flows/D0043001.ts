// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0043 version 001: Supplier Deemed Take Report.
 * The whole file is one message.
 */
export type D0043001 = {
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
  /** J0194 Period Supplier Deemed Take, ±NUM(13,3). */
  readonly periodSupplierDeemedTake: string;
  /** J0198 Unadjusted Supplier Deemed Take, ±NUM(13,3). */
  readonly unadjustedSupplierDeemedTake: string;
  /** J1113 Supplier Pre-Spill Adjusted Take (Supplier Period Weighted Consumption), ±NUM(13,3). */
  readonly supplierPreSpillAdjustedTakeSupplierPeriodWeightedConsumption: string;
  /** J0296 Total Period NPG Spill, ±NUM(13,3). */
  readonly totalPeriodNpgSpill: string;
  /** J0295 Total Period Weighted Consumption, ±NUM(13,3). */
  readonly totalPeriodWeightedConsumption: string;
  /** J0166 GSP Group Correction Factor, ±NUM(18,9). */
  readonly gspGroupCorrectionFactor: string;
  /** J0887 CCC Aggregated Supplier Consumption, ±NUM(13,3). */
  readonly cccAggregatedSupplierConsumption: string;
  /** J0888 CCC Aggregated Supplier Line Loss, ±NUM(13,3). */
  readonly cccAggregatedSupplierLineLoss: string;
  /** J0889 CCC Corrected Supplier Consumption, ±NUM(13,3). */
  readonly cccCorrectedSupplierConsumption: string;
  /** J0890 CCC Corrected Supplier Line Loss, ±NUM(13,3). */
  readonly cccCorrectedSupplierLineLoss: string;
};

/** Group TOT. */
export type GroupTot = {
  /** J0891 Daily Supplier Deemed Take, ±NUM(13,3). */
  readonly dailySupplierDeemedTake: string;
  /** J0892 Daily Unadjusted Supplier Deemed Take, ±NUM(13,3). */
  readonly dailyUnadjustedSupplierDeemedTake: string;
  /** J1114 Daily Supplier Pre-Spill Adjusted Take, ±NUM(13,3). */
  readonly dailySupplierPreSpillAdjustedTake: string;
  /** J0894 Daily CCC Aggregated Supplier Consumption, ±NUM(13,3). */
  readonly dailyCccAggregatedSupplierConsumption: string;
  /** J0895 Daily CCC Aggregated Supplier Line Loss, ±NUM(13,3). */
  readonly dailyCccAggregatedSupplierLineLoss: string;
  /** J0896 Daily CCC Corrected Supplier Consumption, ±NUM(13,3). */
  readonly dailyCccCorrectedSupplierConsumption: string;
  /** J0897 Daily CCC Corrected Supplier Line Loss, ±NUM(13,3). */
  readonly dailyCccCorrectedSupplierLineLoss: string;
};
