// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0314 version 001: Non Half Hourly Embedded Network DUoS Report.
 * The whole file is one message.
 */
export type D0314001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** RDT Report Parameters, 1. */
  readonly reportParameters: ReportParameters;
  /** HDR Settlement Information 1, 1. */
  readonly settlementInformation1: SettlementInformation1;
  /** 84G Embeded Distributor, any number. */
  readonly embededDistributor?: readonly EmbededDistributor[];
  /** HD2 Settlement Information 2, 1. */
  readonly settlementInformation2: SettlementInformation2;
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

/** Group HDR Settlement Information 1. */
export type SettlementInformation1 = {
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

/** Group 84G Embeded Distributor. */
export type EmbededDistributor = {
  /** J1724 Embedded Distributor Id, CHAR(4), inferred. */
  readonly embeddedDistributorId: string;
  /** J1741 Embedded Distributor Name, any text. */
  readonly embeddedDistributorName: string;
  /** DIS Distributor, 1. */
  readonly distributor: Distributor;
};

/** Group DIS Distributor. */
export type Distributor = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0323 Distributor Name, CHAR(40). */
  readonly distributorName: string;
  /** GP1 GSP Group, any number. */
  readonly gspGroup?: readonly GspGroup[];
};

/** Group GP1 GSP Group. */
export type GspGroup = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** 85G SPM Information, any number. */
  readonly spmInformation?: readonly SpmInformation[];
};

/** Group 85G SPM Information. */
export type SpmInformation = {
  /** J1103 Profile Class, NUM(2), inferred. */
  readonly profileClass: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J1724 Embedded Distributor Id, CHAR(4), inferred. */
  readonly embeddedDistributorId: string;
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J1296 SPM Total All EACs, ±NUM(14,4). */
  readonly spmTotalAllEacs: string;
  /** J1195 SPM Total Annualised Advance Report Value, ±NUM(13,3). */
  readonly spmTotalAnnualisedAdvanceReportValue: string;
  /** J0150 SPM Total EAC MSID Count, NUM(8). */
  readonly spmTotalEacMsidCount: string;
  /** J0153 SPM Total AA MSID Count, NUM(8). */
  readonly spmTotalAaMsidCount: string;
  /** J0190 SPM Default EAC MSID Count, NUM(8). */
  readonly spmDefaultEacMsidCount: string;
  /** SPX Settlement Periods, 1. */
  readonly settlementPeriods: SettlementPeriods;
  /** TOT Daily SPM, 1. */
  readonly dailySpm: DailySpm;
};

/** Group SPX Settlement Periods. */
export type SettlementPeriods = {
  /** J1292 Profiled SPM Consumption (Settlement Period 01), ±NUM(13,3). */
  readonly profiledSpmConsumptionSettlementPeriod01: string;
  /** J1312 Profiled SPM Consumption (Settlement Period 02), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod02: string;
  /** J1313 Profiled SPM Consumption (Settlement Period 03), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod03: string;
  /** J1314 Profiled SPM Consumption (Settlement Period 04), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod04: string;
  /** J1315 Profiled SPM Consumption (Settlement Period 05), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod05: string;
  /** J1316 Profiled SPM Consumption (Settlement Period 06), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod06: string;
  /** J1317 Profiled SPM Consumption (Settlement Period 07), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod07: string;
  /** J1318 Profiled SPM Consumption (Settlement Period 08), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod08: string;
  /** J1319 Profiled SPM Consumption (Settlement Period 09), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod09: string;
  /** J1320 Profiled SPM Consumption (Settlement Period 10), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod10: string;
  /** J1321 Profiled SPM Consumption (Settlement Period 11), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod11: string;
  /** J1322 Profiled SPM Consumption (Settlement Period 12), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod12: string;
  /** J1323 Profiled SPM Consumption (Settlement Period 13), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod13: string;
  /** J1324 Profiled SPM Consumption (Settlement Period 14), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod14: string;
  /** J1325 Profiled SPM Consumption (Settlement Period 15), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod15: string;
  /** J1326 Profiled SPM Consumption (Settlement Period 16), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod16: string;
  /** J1327 Profiled SPM Consumption (Settlement Period 17), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod17: string;
  /** J1328 Profiled SPM Consumption (Settlement Period 18), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod18: string;
  /** J1329 Profiled SPM Consumption (Settlement Period 19), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod19: string;
  /** J1330 Profiled SPM Consumption (Settlement Period 20), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod20: string;
  /** J1331 Profiled SPM Consumption (Settlement Period 21), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod21: string;
  /** J1332 Profiled SPM Consumption (Settlement Period 22), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod22: string;
  /** J1333 Profiled SPM Consumption (Settlement Period 23), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod23: string;
  /** J1334 Profiled SPM Consumption (Settlement Period 24), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod24: string;
  /** J1335 Profiled SPM Consumption (Settlement Period 25), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod25: string;
  /** J1336 Profiled SPM Consumption (Settlement Period 26), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod26: string;
  /** J1337 Profiled SPM Consumption (Settlement Period 27), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod27: string;
  /** J1338 Profiled SPM Consumption (Settlement Period 28), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod28: string;
  /** J1339 Profiled SPM Consumption (Settlement Period 29), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod29: string;
  /** J1340 Profiled SPM Consumption (Settlement Period 30), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod30: string;
  /** J1341 Profiled SPM Consumption (Settlement Period 31), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod31: string;
  /** J1342 Profiled SPM Consumption (Settlement Period 32), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod32: string;
  /** J1343 Profiled SPM Consumption (Settlement Period 33), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod33: string;
  /** J1344 Profiled SPM Consumption (Settlement Period 34), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod34: string;
  /** J1345 Profiled SPM Consumption (Settlement Period 35), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod35: string;
  /** J1346 Profiled SPM Consumption (Settlement Period 36), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod36: string;
  /** J1347 Profiled SPM Consumption (Settlement Period 37), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod37: string;
  /** J1348 Profiled SPM Consumption (Settlement Period 38), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod38: string;
  /** J1349 Profiled SPM Consumption (Settlement Period 39), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod39: string;
  /** J1350 Profiled SPM Consumption (Settlement Period 40), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod40: string;
  /** J1351 Profiled SPM Consumption (Settlement Period 41), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod41: string;
  /** J1352 Profiled SPM Consumption (Settlement Period 42), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod42: string;
  /** J1353 Profiled SPM Consumption (Settlement Period 43), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod43: string;
  /** J1354 Profiled SPM Consumption (Settlement Period 44), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod44: string;
  /** J1355 Profiled SPM Consumption (Settlement Period 45), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod45: string;
  /** J1356 Profiled SPM Consumption (Settlement Period 46), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod46: string;
  /** J1357 Profiled SPM Consumption (Settlement Period 47), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod47?: string;
  /** J1358 Profiled SPM Consumption (Settlement Period 48), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod48?: string;
  /** J1359 Profiled SPM Consumption (Settlement Period 49), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod49?: string;
  /** J1360 Profiled SPM Consumption (Settlement Period 50), NUM(13,3), inferred. */
  readonly profiledSpmConsumptionSettlementPeriod50?: string;
};

/** Group TOT Daily SPM. */
export type DailySpm = {
  /** J0885 Daily Profiled SPM Total EAC, ±NUM(13,3). */
  readonly dailyProfiledSpmTotalEac: string;
  /** J0884 Daily Profiled SPM Total Annualised Advance, ±NUM(13,3). */
  readonly dailyProfiledSpmTotalAnnualisedAdvance: string;
};

/** Group HD2 Settlement Information 2. */
export type SettlementInformation2 = {
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
