// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103, J0146, J0161, J0162, J0163, J0164, J1635 } from "../codes.ts";

/**
 * D0296 version 001: Supplier BM Unit Report.
 * The whole file is one message.
 */
export type D0296001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** RDT Report Parameters, 1. */
  readonly reportParameters: ReportParameters;
  /** HDR Additional Header Details, 1. */
  readonly additionalHeaderDetails: AdditionalHeaderDetails;
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
  /** BM1 BM Unit Standing Data, 1 or more. */
  readonly bmUnitStandingData: readonly BmUnitStandingData[];
  /** BM2 BM Unit Half Hourly and Non-Half Hourly Energy by CCC and Settlement Period, 1 or more. */
  readonly bmUnitHalfHourlyAndNonHalfHourlyEnergyByCccAndSettlementPeriod: readonly BmUnitHalfHourlyAndNonHalfHourlyEnergyByCccAndSettlementPeriod[];
  /** BM3 BM Unit Half Hourly and Non-Half Hourly Energy by Settlement Period, 1 or more. */
  readonly bmUnitHalfHourlyAndNonHalfHourlyEnergyBySettlementPeriod: readonly BmUnitHalfHourlyAndNonHalfHourlyEnergyBySettlementPeriod[];
  /** DA2 Data Aggregator, any number. */
  readonly dataAggregator?: readonly DataAggregator[];
};

/** Group BM1 BM Unit Standing Data. */
export type BmUnitStandingData = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** J1631 Default BM Unit Flag, BOOLEAN. */
  readonly defaultBmUnitFlag: "T" | "F";
  /** PCL Profile Class, any number. */
  readonly profileClass?: readonly ProfileClass[];
};

/** Group PCL Profile Class. */
export type ProfileClass = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** SSC Standard Settlement Configuration, any number. */
  readonly standardSettlementConfiguration?: readonly StandardSettlementConfiguration[];
};

/** Group SSC Standard Settlement Configuration. */
export type StandardSettlementConfiguration = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
};

/** Group BM2 BM Unit Half Hourly and Non-Half Hourly Energy by CCC and Settlement Period. */
export type BmUnitHalfHourlyAndNonHalfHourlyEnergyByCccAndSettlementPeriod = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** J1631 Default BM Unit Flag, BOOLEAN. */
  readonly defaultBmUnitFlag: "T" | "F";
  /** CCC Consumption Component Class Half Hourly and Non-Half Hourly Energy, any number. */
  readonly consumptionComponentClassHalfHourlyAndNonHalfHourlyEnergy?: readonly ConsumptionComponentClassHalfHourlyAndNonHalfHourlyEnergy[];
};

/** Group CCC Consumption Component Class Half Hourly and Non-Half Hourly Energy. */
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
  /** SE1 Settlement Period Half Hourly and Non-Half Hourly Energy, any number. */
  readonly settlementPeriodHalfHourlyAndNonHalfHourlyEnergy?: readonly SettlementPeriodHalfHourlyAndNonHalfHourlyEnergy[];
  /** TL1 Daily Total 1 BM Unit Half Hourly and Non-Half Hourly Energy, 1. */
  readonly dailyTotal1BmUnitHalfHourlyAndNonHalfHourlyEnergy: DailyTotal1BmUnitHalfHourlyAndNonHalfHourlyEnergy;
};

/** Group SE1 Settlement Period Half Hourly and Non-Half Hourly Energy. */
export type SettlementPeriodHalfHourlyAndNonHalfHourlyEnergy = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J1629 Aggregated BM Unit Energy, ±NUM(14,4). */
  readonly aggregatedBmUnitEnergy?: string;
  /** J1630 Aggregated BM Unit Line Losses, ±NUM(14,4). */
  readonly aggregatedBmUnitLineLosses?: string;
  /** J1638 Corrected BM Unit Energy, ±NUM(14,4). */
  readonly correctedBmUnitEnergy?: string;
  /** J1639 Corrected BM Unit Line Losses, ±NUM(14,4). */
  readonly correctedBmUnitLineLosses?: string;
};

/** Group TL1 Daily Total 1 BM Unit Half Hourly and Non-Half Hourly Energy. */
export type DailyTotal1BmUnitHalfHourlyAndNonHalfHourlyEnergy = {
  /** J1642 Daily Aggregated BM Unit Energy, ±NUM(14,4). */
  readonly dailyAggregatedBmUnitEnergy?: string;
  /** J1643 Daily Aggregated BM Unit Line Losses, ±NUM(14,4). */
  readonly dailyAggregatedBmUnitLineLosses?: string;
  /** J1644 Daily Corrected BM Unit Energy, ±NUM(14,4). */
  readonly dailyCorrectedBmUnitEnergy?: string;
  /** J1645 Daily Corrected BM Unit Line Losses, ±NUM(14,4). */
  readonly dailyCorrectedBmUnitLineLosses?: string;
};

/** Group BM3 BM Unit Half Hourly and Non-Half Hourly Energy by Settlement Period. */
export type BmUnitHalfHourlyAndNonHalfHourlyEnergyBySettlementPeriod = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId: string;
  /** J1631 Default BM Unit Flag, BOOLEAN. */
  readonly defaultBmUnitFlag: "T" | "F";
  /** BMV Period BM Unit Total Allocated Volume, 1 or more. */
  readonly periodBmUnitTotalAllocatedVolume: readonly PeriodBmUnitTotalAllocatedVolume[];
  /** TL2 Daily Total 2 BM Unit Half Hourly and Non-Half Hourly Energy, 1. */
  readonly dailyTotal2BmUnitHalfHourlyAndNonHalfHourlyEnergy: DailyTotal2BmUnitHalfHourlyAndNonHalfHourlyEnergy;
};

/** Group BMV Period BM Unit Total Allocated Volume. */
export type PeriodBmUnitTotalAllocatedVolume = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J1636 Uncorrected Period BM Unit Total Allocated Volume, ±NUM(14,4). */
  readonly uncorrectedPeriodBmUnitTotalAllocatedVolume: string;
  /** J1637 Period BM Unit Total Allocated Volume, ±NUM(14,4). */
  readonly periodBmUnitTotalAllocatedVolume: string;
};

/** Group TL2 Daily Total 2 BM Unit Half Hourly and Non-Half Hourly Energy. */
export type DailyTotal2BmUnitHalfHourlyAndNonHalfHourlyEnergy = {
  /** J1640 Daily Uncorrected Period BM Unit Total Allocated Volume, ±NUM(14,4). */
  readonly dailyUncorrectedPeriodBmUnitTotalAllocatedVolume: string;
  /** J1641 Daily Period BM Unit Total Allocated Volume, ±NUM(14,4). */
  readonly dailyPeriodBmUnitTotalAllocatedVolume: string;
};

/** Group DA2 Data Aggregator. */
export type DataAggregator = {
  /** J0183 Data Aggregator Id, CHAR(4), inferred. */
  readonly dataAggregatorId: string;
  /** J0271 Data Aggregator Name, CHAR(40). */
  readonly dataAggregatorName: string;
  /** BM4 BM Unit Half Hourly Energy, 1 or more. */
  readonly bmUnitHalfHourlyEnergy: readonly BmUnitHalfHourlyEnergy[];
};

/** Group BM4 BM Unit Half Hourly Energy. */
export type BmUnitHalfHourlyEnergy = {
  /** J1628 BM Unit Id, CHAR(11). */
  readonly bmUnitId?: string;
  /** J1634 SSR Run BM Unit Id, any text. */
  readonly ssrRunBmUnitId?: string;
  /** J1635 Default BM Unit Reason Code, CHAR(2). */
  readonly defaultBmUnitReasonCode?: J1635;
  /** CC2 Consumption Component Class Half Hourly Energy, any number. */
  readonly consumptionComponentClassHalfHourlyEnergy?: readonly ConsumptionComponentClassHalfHourlyEnergy[];
};

/** Group CC2 Consumption Component Class Half Hourly Energy. */
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
  /** SE2 Settlement Period Half Hourly Energy, any number. */
  readonly settlementPeriodHalfHourlyEnergy?: readonly SettlementPeriodHalfHourlyEnergy[];
  /** TL3 Daily Total BM Unit Half Hourly Energy, 1. */
  readonly dailyTotalBmUnitHalfHourlyEnergy: DailyTotalBmUnitHalfHourlyEnergy;
};

/** Group SE2 Settlement Period Half Hourly Energy. */
export type SettlementPeriodHalfHourlyEnergy = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J1629 Aggregated BM Unit Energy, ±NUM(14,4). */
  readonly aggregatedBmUnitEnergy?: string;
  /** J1630 Aggregated BM Unit Line Losses, ±NUM(14,4). */
  readonly aggregatedBmUnitLineLosses?: string;
  /** J0241 Data Aggregator HH MSID Count, NUM(10). */
  readonly dataAggregatorHhMsidCount: string;
};

/** Group TL3 Daily Total BM Unit Half Hourly Energy. */
export type DailyTotalBmUnitHalfHourlyEnergy = {
  /** J1642 Daily Aggregated BM Unit Energy, ±NUM(14,4). */
  readonly dailyAggregatedBmUnitEnergy?: string;
  /** J1643 Daily Aggregated BM Unit Line Losses, ±NUM(14,4). */
  readonly dailyAggregatedBmUnitLineLosses?: string;
  /** J1120 Daily DA HH MSID Count, NUM(10). */
  readonly dailyDaHhMsidCount: string;
};
