// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103, J0146, J0161, J0162, J0163, J0164, J1635 } from "../codes.ts";

/**
 * D0374 version 001: Supplier BM Unit Demand Disconnection Report.
 * The whole file is one message.
 */
export type D0374001 = {
  /** 41K Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 42K Report Parameters, 1. */
  readonly reportParameters: ReportParameters;
  /** 43K Demand Control Event Details, 1 or more. */
  readonly demandControlEventDetails: readonly DemandControlEventDetails[];
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
  /** 44K Additional Header Details, 1. */
  readonly additionalHeaderDetails: AdditionalHeaderDetails;
  /** 45K GSP Group, any number. */
  readonly gspGroup?: readonly GspGroup[];
};

/** Group 44K Additional Header Details. */
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
  /** 49K BM Unit Half Hourly and Non-Half Hourly Energy by CCC and Settlement Period, 1 or more. */
  readonly bmUnitHalfHourlyAndNonHalfHourlyEnergyByCccAndSettlementPeriod: readonly BmUnitHalfHourlyAndNonHalfHourlyEnergyByCccAndSettlementPeriod[];
  /** 53K BM Unit Half Hourly and Non-Half Hourly Energy by Settlement Period, 1 or more. */
  readonly bmUnitHalfHourlyAndNonHalfHourlyEnergyBySettlementPeriod: readonly BmUnitHalfHourlyAndNonHalfHourlyEnergyBySettlementPeriod[];
  /** 56K Data Aggregator, any number. */
  readonly dataAggregator?: readonly DataAggregator[];
};

/** Group 46K BM Unit Standing Data. */
export type BmUnitStandingData = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** J1631 Default BM Unit Flag, BOOLEAN. */
  readonly defaultBmUnitFlag: "T" | "F";
  /** 47K Profile Class, any number. */
  readonly profileClass?: readonly ProfileClass[];
};

/** Group 47K Profile Class. */
export type ProfileClass = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** 48K Standard Settlement Configuration, any number. */
  readonly standardSettlementConfiguration?: readonly StandardSettlementConfiguration[];
};

/** Group 48K Standard Settlement Configuration. */
export type StandardSettlementConfiguration = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
};

/** Group 49K BM Unit Half Hourly and Non-Half Hourly Energy by CCC and Settlement Period. */
export type BmUnitHalfHourlyAndNonHalfHourlyEnergyByCccAndSettlementPeriod = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** J1631 Default BM Unit Flag, BOOLEAN. */
  readonly defaultBmUnitFlag: "T" | "F";
  /** 50K Consumption Component Class Half Hourly and Non-Half Hourly Energy, any number. */
  readonly consumptionComponentClassHalfHourlyAndNonHalfHourlyEnergy?: readonly ConsumptionComponentClassHalfHourlyAndNonHalfHourlyEnergy[];
};

/** Group 50K Consumption Component Class Half Hourly and Non-Half Hourly Energy. */
export type ConsumptionComponentClassHalfHourlyAndNonHalfHourlyEnergy = {
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
  /** J0165 GSP Group Correction Scaling Factor, ±NUM(4,2). */
  readonly gspGroupCorrectionScalingFactor: string;
  /** J0161 AA/EAC Indicator, CHAR(1). */
  readonly aaEacIndicator?: J0161;
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator?: J0020;
  /** J0163 Data Aggregation Type, CHAR(1). */
  readonly dataAggregationType: J0163;
  /** J0164 Metered/Unmetered Indicator, CHAR(1). */
  readonly meteredUnmeteredIndicator: J0164;
  /** J0162 Consumption Component Indicator, CHAR(1). */
  readonly consumptionComponentIndicator: J0162;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** 51K Settlement Period Half Hourly and Non-Half Hourly Energy, any number. */
  readonly settlementPeriodHalfHourlyAndNonHalfHourlyEnergy?: readonly SettlementPeriodHalfHourlyAndNonHalfHourlyEnergy[];
  /** 52K Daily Total 1 BM Unit Half Hourly and Non-Half Hourly Energy, 1. */
  readonly dailyTotal1BmUnitHalfHourlyAndNonHalfHourlyEnergy: DailyTotal1BmUnitHalfHourlyAndNonHalfHourlyEnergy;
};

/** Group 51K Settlement Period Half Hourly and Non-Half Hourly Energy. */
export type SettlementPeriodHalfHourlyAndNonHalfHourlyEnergy = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J2167 Aggregated BM Unit Demand Disconnection Energy, ±NUM(14,4). */
  readonly aggregatedBmUnitDemandDisconnectionEnergy?: string;
  /** J2166 Aggregated BM Unit Demand Disconnection Line Losses, ±NUM(14,4). */
  readonly aggregatedBmUnitDemandDisconnectionLineLosses?: string;
  /** J2137 Corrected BM Unit Demand Disconnection Energy, ±NUM(14,4). */
  readonly correctedBmUnitDemandDisconnectionEnergy?: string;
  /** J2165 Corrected BM Unit Demand Disconnection Line Losses, ±NUM(14,4). */
  readonly correctedBmUnitDemandDisconnectionLineLosses?: string;
};

/** Group 52K Daily Total 1 BM Unit Half Hourly and Non-Half Hourly Energy. */
export type DailyTotal1BmUnitHalfHourlyAndNonHalfHourlyEnergy = {
  /** J2172 Daily Aggregated BM Unit Demand Disconnection Energy, ±NUM(14,4). */
  readonly dailyAggregatedBmUnitDemandDisconnectionEnergy?: string;
  /** J2173 Daily Aggregated BM Unit Demand Disconnection Line Losses, ±NUM(14,4). */
  readonly dailyAggregatedBmUnitDemandDisconnectionLineLosses?: string;
  /** J2146 Daily Corrected BM Unit Demand Disconnection Energy, ±NUM(14,4). */
  readonly dailyCorrectedBmUnitDemandDisconnectionEnergy?: string;
  /** J2147 Daily Corrected BM Unit Demand Disconnection Line Losses, ±NUM(14,4). */
  readonly dailyCorrectedBmUnitDemandDisconnectionLineLosses?: string;
};

/** Group 53K BM Unit Half Hourly and Non-Half Hourly Energy by Settlement Period. */
export type BmUnitHalfHourlyAndNonHalfHourlyEnergyBySettlementPeriod = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** J1631 Default BM Unit Flag, BOOLEAN. */
  readonly defaultBmUnitFlag: "T" | "F";
  /** 54K Period BM Unit Total Allocated Volume, 1 or more. */
  readonly periodBmUnitTotalAllocatedVolume: readonly PeriodBmUnitTotalAllocatedVolume[];
  /** 55K Daily Total 2 BM Unit Half Hourly and Non-Half Hourly Energy, 1. */
  readonly dailyTotal2BmUnitHalfHourlyAndNonHalfHourlyEnergy: DailyTotal2BmUnitHalfHourlyAndNonHalfHourlyEnergy;
};

/** Group 54K Period BM Unit Total Allocated Volume. */
export type PeriodBmUnitTotalAllocatedVolume = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J2164 Uncorrected Period BM Unit Total Allocated Demand Disconnection Volume, ±NUM(14,4). */
  readonly uncorrectedPeriodBmUnitTotalAllocatedDemandDisconnectionVolume: string;
  /** J2158 Period BM Unit Total Allocated Demand Disconnection Volume, ±NUM(14,4). */
  readonly periodBmUnitTotalAllocatedDemandDisconnectionVolume: string;
};

/** Group 55K Daily Total 2 BM Unit Half Hourly and Non-Half Hourly Energy. */
export type DailyTotal2BmUnitHalfHourlyAndNonHalfHourlyEnergy = {
  /** J2152 Daily Uncorrected Period BM Unit Total Allocated Demand Disconnection Volume, ±NUM(14,4). */
  readonly dailyUncorrectedPeriodBmUnitTotalAllocatedDemandDisconnectionVolume: string;
  /** J2151 Daily Period BM Unit Total Allocated Demand Disconnection Volume, ±NUM(14,4). */
  readonly dailyPeriodBmUnitTotalAllocatedDemandDisconnectionVolume: string;
};

/** Group 56K Data Aggregator. */
export type DataAggregator = {
  /** J0183 Data Aggregator Id, CHAR(4), inferred. */
  readonly dataAggregatorId: string;
  /** J0271 Data Aggregator Name, CHAR(40). */
  readonly dataAggregatorName: string;
  /** 57K BM Unit Half Hourly Energy, 1 or more. */
  readonly bmUnitHalfHourlyEnergy: readonly BmUnitHalfHourlyEnergy[];
};

/** Group 57K BM Unit Half Hourly Energy. */
export type BmUnitHalfHourlyEnergy = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId?: string;
  /** J1634 SSR Run BM Unit Id, any text. */
  readonly ssrRunBmUnitId?: string;
  /** J1635 Default BM Unit Reason Code, CHAR(2). */
  readonly defaultBmUnitReasonCode?: J1635;
  /** 58K Consumption Component Class Half Hourly Energy, any number. */
  readonly consumptionComponentClassHalfHourlyEnergy?: readonly ConsumptionComponentClassHalfHourlyEnergy[];
};

/** Group 58K Consumption Component Class Half Hourly Energy. */
export type ConsumptionComponentClassHalfHourlyEnergy = {
  /** J0161 AA/EAC Indicator, CHAR(1). */
  readonly aaEacIndicator?: J0161;
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator?: J0020;
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
  /** J0162 Consumption Component Indicator, CHAR(1). */
  readonly consumptionComponentIndicator: J0162;
  /** J0163 Data Aggregation Type, CHAR(1). */
  readonly dataAggregationType: J0163;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0164 Metered/Unmetered Indicator, CHAR(1). */
  readonly meteredUnmeteredIndicator: J0164;
  /** 59K Settlement Period Half Hourly Energy, any number. */
  readonly settlementPeriodHalfHourlyEnergy?: readonly SettlementPeriodHalfHourlyEnergy[];
  /** 60K Daily Total BM Unit Half Hourly Energy, 1. */
  readonly dailyTotalBmUnitHalfHourlyEnergy: DailyTotalBmUnitHalfHourlyEnergy;
};

/** Group 59K Settlement Period Half Hourly Energy. */
export type SettlementPeriodHalfHourlyEnergy = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J2167 Aggregated BM Unit Demand Disconnection Energy, ±NUM(14,4). */
  readonly aggregatedBmUnitDemandDisconnectionEnergy?: string;
  /** J2166 Aggregated BM Unit Demand Disconnection Line Losses, ±NUM(14,4). */
  readonly aggregatedBmUnitDemandDisconnectionLineLosses?: string;
  /** J2153 Data Aggregator Disconnected HH MSID Count, NUM(10). */
  readonly dataAggregatorDisconnectedHhMsidCount: string;
};

/** Group 60K Daily Total BM Unit Half Hourly Energy. */
export type DailyTotalBmUnitHalfHourlyEnergy = {
  /** J2172 Daily Aggregated BM Unit Demand Disconnection Energy, ±NUM(14,4). */
  readonly dailyAggregatedBmUnitDemandDisconnectionEnergy?: string;
  /** J2173 Daily Aggregated BM Unit Demand Disconnection Line Losses, ±NUM(14,4). */
  readonly dailyAggregatedBmUnitDemandDisconnectionLineLosses?: string;
  /** J1120 Daily DA HH MSID Count, NUM(10). */
  readonly dailyDaHhMsidCount: string;
};
