// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0103, J0146, J0162, J2329 } from "../codes.ts";

/**
 * D0402 version 001: MHHS - Supplier Half Hourly Demand Disconnection Report.
 * The whole file is one message.
 */
export type D0402001 = {
  /** 17Z Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 02K Report Details, 1. */
  readonly reportDetails: ReportDetails;
  /** 04K Demand Control Event Details, 1. */
  readonly demandControlEventDetails: DemandControlEventDetails;
};

/** Group 17Z Data File Additional Header. */
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

/** Group 02K Report Details. */
export type ReportDetails = {
  /** J1089 User Name, CHAR(8). */
  readonly userName: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
};

/** Group 04K Demand Control Event Details. */
export type DemandControlEventDetails = {
  /** J2079 Demand Control Event ID, CHAR(30). */
  readonly demandControlEventId: string;
  /** J1577 Start Date and Time, DATETIME. */
  readonly startDateAndTime: string;
  /** J1578 End Date and Time, DATETIME. */
  readonly endDateAndTime: string;
  /** 05K Header, 1. */
  readonly header: Header;
  /** 06K GSP Group Details, any number. */
  readonly gspGroupDetails?: readonly GspGroupDetails[];
};

/** Group 05K Header. */
export type Header = {
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

/** Group 06K GSP Group Details. */
export type GspGroupDetails = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
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
  /** 19Z Period Disconnection Values, any number. */
  readonly periodDisconnectionValues?: readonly PeriodDisconnectionValues[];
  /** 20Z Daily Disconnection Values, 1. */
  readonly dailyDisconnectionValues: DailyDisconnectionValues;
};

/** Group 19Z Period Disconnection Values. */
export type PeriodDisconnectionValues = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J2349 Supplier Advanced Demand Disconnection Volume, ±NUM(16,6). */
  readonly supplierAdvancedDemandDisconnectionVolume?: string;
  /** J2350 Supplier Advanced Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly supplierAdvancedDemandDisconnectionVolumeLosses?: string;
  /** J2351 Supplier Smart and Unmetered Demand Disconnection Volume, ±NUM(16,6). */
  readonly supplierSmartAndUnmeteredDemandDisconnectionVolume?: string;
  /** J2352 Supplier Smart and Unmetered Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly supplierSmartAndUnmeteredDemandDisconnectionVolumeLosses?: string;
  /** J2353 Corrected Disconnection Component, ±NUM(16,6). */
  readonly correctedDisconnectionComponent?: string;
  /** J2354 Corrected Disconnection Component Losses, ±NUM(16,6). */
  readonly correctedDisconnectionComponentLosses?: string;
};

/** Group 20Z Daily Disconnection Values. */
export type DailyDisconnectionValues = {
  /** J2374 Daily Supplier Advanced Demand Disconnection Volume, ±NUM(16,6). */
  readonly dailySupplierAdvancedDemandDisconnectionVolume?: string;
  /** J2375 Daily Supplier Advanced Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly dailySupplierAdvancedDemandDisconnectionVolumeLosses?: string;
  /** J2357 Daily Supplier Smart and Unmetered Demand Disconnection Volume, ±NUM(16,6). */
  readonly dailySupplierSmartAndUnmeteredDemandDisconnectionVolume?: string;
  /** J2358 Daily Supplier Smart and Unmetered Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly dailySupplierSmartAndUnmeteredDemandDisconnectionVolumeLosses?: string;
  /** J2359 Daily Supplier Corrected Disconnection Volume, ±NUM(16,6). */
  readonly dailySupplierCorrectedDisconnectionVolume?: string;
  /** J2360 Daily Supplier Corrected Disconnection Volume Losses, ±NUM(16,6). */
  readonly dailySupplierCorrectedDisconnectionVolumeLosses?: string;
};
