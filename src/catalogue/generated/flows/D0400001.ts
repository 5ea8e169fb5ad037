// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0103, J0146, J0162, J2329 } from "../codes.ts";

/**
 * D0400 version 001: MHHS - Supplier BM Unit Report.
 * The whole file is one message.
 */
export type D0400001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** RDT Report Parameters, 1. */
  readonly reportParameters: ReportParameters;
  /** HDR Additional Header Details, 1. */
  readonly additionalHeaderDetails: AdditionalHeaderDetails;
  /** SUP Supplier Details, 1. */
  readonly supplierDetails: SupplierDetails;
  /** GSP GSP Group, any number. */
  readonly gspGroup?: readonly GspGroup[];
};

/** Group ZPD Data File Additional Header. */
export type DataFileAdditionalHeader = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1086 Run Type Code, CHAR(2). */
  readonly runTypeCode: string;
  /** J1087 Run Number, NUM(7). */
  readonly runNumber: string;
};

/** Group RDT Report Parameters. */
export type ReportParameters = {
  /** J1089 User Name, CHAR(8). */
  readonly userName: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
};

/** Group HDR Additional Header Details. */
export type AdditionalHeaderDetails = {
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
};

/** Group SUP Supplier Details. */
export type SupplierDetails = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
};

/** Group GSP GSP Group. */
export type GspGroup = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** BM1 BM Unit Energy by CCC and Settlement Period, 1 or more. */
  readonly bmUnitEnergyByCccAndSettlementPeriod: readonly BmUnitEnergyByCccAndSettlementPeriod[];
  /** BM2 BM Unit Energy by Settlement Period, 1 or more. */
  readonly bmUnitEnergyBySettlementPeriod: readonly BmUnitEnergyBySettlementPeriod[];
};

/** Group BM1 BM Unit Energy by CCC and Settlement Period. */
export type BmUnitEnergyByCccAndSettlementPeriod = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** J1631 Default BM Unit Flag, BOOLEAN. */
  readonly defaultBmUnitFlag: "T" | "F";
  /** MCC MHHS Consumption Component Class, any number. */
  readonly mhhsConsumptionComponentClass?: readonly MhhsConsumptionComponentClass[];
};

/** Group MCC MHHS Consumption Component Class. */
export type MhhsConsumptionComponentClass = {
  /** J2326 MHHS Consumption Component Class ID, NUM(3). */
  readonly mhhsConsumptionComponentClassId: string;
  /** J2327 GSP Group Correction Scaling Weight, NUM(4,2). */
  readonly gspGroupCorrectionScalingWeight: string;
  /** J2329 Market Segment Indicator, CHAR(1). */
  readonly marketSegmentIndicator: J2329;
  /** J2314 Connection Type, CHAR(1). */
  readonly connectionType: string;
  /** J0162 Consumption Component Indicator, CHAR(1). */
  readonly consumptionComponentIndicator: J0162;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** SEZ Settlement Period Energy, any number. */
  readonly settlementPeriodEnergy?: readonly SettlementPeriodEnergy[];
  /** TLD Daily BM Unit Energy, any number. */
  readonly dailyBmUnitEnergy?: readonly DailyBmUnitEnergy[];
};

/** Group SEZ Settlement Period Energy. */
export type SettlementPeriodEnergy = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J2331 Uncorrected BM Unit Period Level Consumption, ±NUM(16,6). */
  readonly uncorrectedBmUnitPeriodLevelConsumption?: string;
  /** J2332 Uncorrected BM Unit Period Level Consumption Losses, ±NUM(16,6). */
  readonly uncorrectedBmUnitPeriodLevelConsumptionLosses?: string;
  /** J2333 Corrected Component Consumption, ±NUM(16,6). */
  readonly correctedComponentConsumption?: string;
  /** J2330 Corrected Component Losses, ±NUM(16,6). */
  readonly correctedComponentLosses?: string;
};

/** Group TLD Daily BM Unit Energy. */
export type DailyBmUnitEnergy = {
  /** J2334 Daily Uncorrected BM Unit Period Level Consumption, ±NUM(16,6). */
  readonly dailyUncorrectedBmUnitPeriodLevelConsumption?: string;
  /** J2335 Daily Uncorrected BM Unit Period Level Consumption Losses, ±NUM(16,6). */
  readonly dailyUncorrectedBmUnitPeriodLevelConsumptionLosses?: string;
  /** J2336 Daily Corrected Component, ±NUM(16,6). */
  readonly dailyCorrectedComponent?: string;
  /** J2337 Daily Corrected Component Losses, ±NUM(16,6). */
  readonly dailyCorrectedComponentLosses?: string;
};

/** Group BM2 BM Unit Energy by Settlement Period. */
export type BmUnitEnergyBySettlementPeriod = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** J1631 Default BM Unit Flag, BOOLEAN. */
  readonly defaultBmUnitFlag: "T" | "F";
  /** 07Z Period BM Unit, any number. */
  readonly periodBmUnit?: readonly PeriodBmUnit[];
  /** 03Z Daily Total BM Unit Energy, any number. */
  readonly dailyTotalBmUnitEnergy?: readonly DailyTotalBmUnitEnergy[];
};

/** Group 07Z Period BM Unit. */
export type PeriodBmUnit = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J2380 Uncorrected Period BM Unit Total Allocated Volume, ±NUM(16,6). */
  readonly uncorrectedPeriodBmUnitTotalAllocatedVolume: string;
  /** J2381 Period BM Unit Total Allocated Volume, ±NUM(16,6). */
  readonly periodBmUnitTotalAllocatedVolume: string;
};

/** Group 03Z Daily Total BM Unit Energy. */
export type DailyTotalBmUnitEnergy = {
  /** J2382 Daily Uncorrected Period BM Unit Total Allocated Volume, ±NUM(16,6). */
  readonly dailyUncorrectedPeriodBmUnitTotalAllocatedVolume: string;
  /** J2383 Daily Period BM Unit Total Allocated Volume, ±NUM(16,6). */
  readonly dailyPeriodBmUnitTotalAllocatedVolume: string;
};
