// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0103, J0146, J0162, J2329 } from "../codes.ts";

/**
 * D0404 version 001: MHHS - Supplier BM Unit Demand Disconnection Report.
 * The whole file is one message.
 */
export type D0404001 = {
  /** 41K Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 42K Report Parameters, 1. */
  readonly reportParameters: ReportParameters;
  /** 43K Demand Control Event Details, 1. */
  readonly demandControlEventDetails: DemandControlEventDetails;
};

/** Group 41K Data File Additional Header. */
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

/** Group 42K Report Parameters. */
export type ReportParameters = {
  /** J1089 User Name, CHAR(8). */
  readonly userName: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
};

/** Group 43K Demand Control Event Details. */
export type DemandControlEventDetails = {
  /** J2079 Demand Control Event ID, CHAR(30). */
  readonly demandControlEventId: string;
  /** J1577 Start Date and Time, DATETIME. */
  readonly startDateAndTime: string;
  /** J1578 End Date and Time, DATETIME. */
  readonly endDateAndTime: string;
  /** 24Z Additional Header Details, 1. */
  readonly additionalHeaderDetails: AdditionalHeaderDetails;
  /** 45K GSP Group, any number. */
  readonly gspGroup?: readonly GspGroup[];
};

/** Group 24Z Additional Header Details. */
export type AdditionalHeaderDetails = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J0195 SSR Run Date, DATE. */
  readonly ssrRunDate: string;
  /** J0197 SSR Run Type Id, any text. */
  readonly ssrRunTypeId: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
};

/** Group 45K GSP Group. */
export type GspGroup = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** 46K BM Unit Standing Data, 1 or more. */
  readonly bmUnitStandingData: readonly BmUnitStandingData[];
};

/** Group 46K BM Unit Standing Data. */
export type BmUnitStandingData = {
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
  /** 26Z Settlement Period, any number. */
  readonly settlementPeriod?: readonly SettlementPeriod[];
  /** 27Z Daily Total 1 BM Unit Half Hourly, 1. */
  readonly dailyTotal1BmUnitHalfHourly: DailyTotal1BmUnitHalfHourly;
};

/** Group 26Z Settlement Period. */
export type SettlementPeriod = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J2370 Advanced Demand Disconnection Volume, ±NUM(16,6). */
  readonly advancedDemandDisconnectionVolume?: string;
  /** J2371 Advanced Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly advancedDemandDisconnectionVolumeLosses?: string;
  /** J2365 BM Unit Demand Disconnection Volume, ±NUM(16,6). */
  readonly bmUnitDemandDisconnectionVolume?: string;
  /** J2366 BM Unit Allocated Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly bmUnitAllocatedDemandDisconnectionVolumeLosses?: string;
  /** J2353 Corrected Disconnection Component, ±NUM(16,6). */
  readonly correctedDisconnectionComponent?: string;
  /** J2354 Corrected Disconnection Component Losses, ±NUM(16,6). */
  readonly correctedDisconnectionComponentLosses?: string;
};

/** Group 27Z Daily Total 1 BM Unit Half Hourly. */
export type DailyTotal1BmUnitHalfHourly = {
  /** J2355 Daily Advanced Demand Disconnection Volume, ±NUM(16,6). */
  readonly dailyAdvancedDemandDisconnectionVolume?: string;
  /** J2356 Daily Advanced Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly dailyAdvancedDemandDisconnectionVolumeLosses?: string;
  /** J2367 Daily BM Unit Demand Disconnection Volume, ±NUM(16,6). */
  readonly dailyBmUnitDemandDisconnectionVolume?: string;
  /** J2368 Daily BM Unit Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly dailyBmUnitDemandDisconnectionVolumeLosses?: string;
  /** J2372 Daily Corrected Disconnection Volume, ±NUM(16,6). */
  readonly dailyCorrectedDisconnectionVolume?: string;
  /** J2373 Daily Corrected Disconnection Volume Losses, ±NUM(16,6). */
  readonly dailyCorrectedDisconnectionVolumeLosses?: string;
  /** J2369 Daily BM Unit MSID Count, NUM(10). */
  readonly dailyBmUnitMsidCount?: string;
};
