// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103, J0146, J0161, J0162, J0163, J0164 } from "../codes.ts";

/**
 * D0081 version 001: Supplier Half Hourly Demand Report.
 * The whole file is one message.
 */
export type D0081001 = {
  /** ZPD , 1. */
  readonly groupZpd: GroupZpd;
  /** RDT , 1. */
  readonly groupRdt: GroupRdt;
  /** HDR , 1. */
  readonly groupHdr: GroupHdr;
  /** GSP , any number. */
  readonly groupGsp?: readonly GroupGsp[];
  /** HD2 , 0 or 1. */
  readonly groupHd2?: GroupHd2;
  /** GP2 , any number. */
  readonly groupGp2?: readonly GroupGp2[];
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
  /** CCC , any number. */
  readonly groupCcc?: readonly GroupCcc[];
};

/** Group CCC. */
export type GroupCcc = {
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
  /** J1200 Aggregated Supplier Consumption Report Value, ±NUM(13,3). */
  readonly aggregatedSupplierConsumptionReportValue?: string;
  /** J1201 Aggregated Supplier Line Loss Report Value, ±NUM(13,3). */
  readonly aggregatedSupplierLineLossReportValue?: string;
  /** J0193 Corrected Supplier Consumption, ±NUM(13,3). */
  readonly correctedSupplierConsumption?: string;
  /** J0256 Corrected Supplier Line Loss, ±NUM(13,3). */
  readonly correctedSupplierLineLoss?: string;
};

/** Group TOT. */
export type GroupTot = {
  /** J0894 Daily CCC Aggregated Supplier Consumption, ±NUM(13,3). */
  readonly dailyCccAggregatedSupplierConsumption?: string;
  /** J0895 Daily CCC Aggregated Supplier Line Loss, ±NUM(13,3). */
  readonly dailyCccAggregatedSupplierLineLoss?: string;
  /** J0896 Daily CCC Corrected Supplier Consumption, ±NUM(13,3). */
  readonly dailyCccCorrectedSupplierConsumption?: string;
  /** J0897 Daily CCC Corrected Supplier Line Loss, ±NUM(13,3). */
  readonly dailyCccCorrectedSupplierLineLoss?: string;
};

/** Group HD2. */
export type GroupHd2 = {
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

/** Group GP2. */
export type GroupGp2 = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** DA2 , any number. */
  readonly groupDa2?: readonly GroupDa2[];
};

/** Group DA2. */
export type GroupDa2 = {
  /** J0183 Data Aggregator Id, CHAR(4), inferred. */
  readonly dataAggregatorId: string;
  /** J0271 Data Aggregator Name, CHAR(40). */
  readonly dataAggregatorName: string;
  /** CC2 , any number. */
  readonly groupCc2?: readonly GroupCc2[];
};

/** Group CC2. */
export type GroupCc2 = {
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
  /** SP2 , any number. */
  readonly groupSp2?: readonly GroupSp2[];
  /** TO2 , 1. */
  readonly groupTo2: GroupTo2;
};

/** Group SP2. */
export type GroupSp2 = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J1200 Aggregated Supplier Consumption Report Value, ±NUM(13,3). */
  readonly aggregatedSupplierConsumptionReportValue?: string;
  /** J1201 Aggregated Supplier Line Loss Report Value, ±NUM(13,3). */
  readonly aggregatedSupplierLineLossReportValue?: string;
  /** J0241 Data Aggregator HH MSID Count, NUM(10). */
  readonly dataAggregatorHhMsidCount: string;
};

/** Group TO2. */
export type GroupTo2 = {
  /** J0900 Daily DA Aggregated Supplier Consumption, NUM(13,3). */
  readonly dailyDaAggregatedSupplierConsumption?: string;
  /** J0901 Daily DA Aggregated Supplier Line Loss, ±NUM(13,3). */
  readonly dailyDaAggregatedSupplierLineLoss?: string;
  /** J1120 Daily DA HH MSID Count, NUM(10). */
  readonly dailyDaHhMsidCount: string;
};
