// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103, J0146, J0161, J0162, J0163, J0164 } from "../codes.ts";

/**
 * D0030 version 001: Aggregated DUoS Report.
 * The whole file is one message.
 */
export type D0030001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** RDT , 1. */
  readonly groupRdt: GroupRdt;
  /** HDR , 1. */
  readonly groupHdr: GroupHdr;
  /** SUP , 1. */
  readonly groupSup?: GroupSup;
  /** SUP , any number. */
  readonly groupSup2?: readonly GroupSup2[];
  /** HD2 , 1. */
  readonly groupHd2: GroupHd2;
  /** SU2 , 1. */
  readonly groupSu2: GroupSu2;
  /** SUP , any number. */
  readonly groupSup3?: readonly GroupSup3[];
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
};

/** Group SUP. */
export type GroupSup = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** J0244 BSC Trading Party Id, CHAR(4). */
  readonly bscTradingPartyId: string;
  /** DIS , any number. */
  readonly groupDis?: readonly GroupDis[];
};

/** Group DIS. */
export type GroupDis = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0323 Distributor Name, CHAR(40). */
  readonly distributorName: string;
  /** GP1 , any number. */
  readonly groupGp1?: readonly GroupGp1[];
};

/** Group GP1. */
export type GroupGp1 = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** VMR , any number. */
  readonly groupVmr?: readonly GroupVmr[];
};

/** Group VMR. */
export type GroupVmr = {
  /** J1103 Profile Class, NUM(2), inferred. */
  readonly profileClass: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
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
  /** SPX , 1. */
  readonly groupSpx: GroupSpx;
  /** TOT , 1. */
  readonly groupTot: GroupTot;
};

/** Group SPX. */
export type GroupSpx = {
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

/** Group TOT. */
export type GroupTot = {
  /** J0885 Daily Profiled SPM Total EAC, ±NUM(13,3). */
  readonly dailyProfiledSpmTotalEac: string;
  /** J0884 Daily Profiled SPM Total Annualised Advance, ±NUM(13,3). */
  readonly dailyProfiledSpmTotalAnnualisedAdvance: string;
};

/** Group SUP. */
export type GroupSup2 = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** J0244 BSC Trading Party Id, CHAR(4). */
  readonly bscTradingPartyId: string;
  /** DIS , 1. */
  readonly groupDis: GroupDisDIS;
};

/** Group DIS. */
export type GroupDisDIS = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0323 Distributor Name, CHAR(40). */
  readonly distributorName: string;
  /** GP1 , any number. */
  readonly groupGp1?: readonly GroupGp1GP1[];
};

/** Group GP1. */
export type GroupGp1GP1 = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** VMR , any number. */
  readonly groupVmr?: readonly GroupVmrVMR[];
};

/** Group VMR. */
export type GroupVmrVMR = {
  /** J1103 Profile Class, NUM(2), inferred. */
  readonly profileClass: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
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
  /** SPX , 1. */
  readonly groupSpx: GroupSpxSPX;
  /** TOT , 1. */
  readonly groupTot: GroupTotTOT;
};

/** Group SPX. */
export type GroupSpxSPX = {
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

/** Group TOT. */
export type GroupTotTOT = {
  /** J0885 Daily Profiled SPM Total EAC, ±NUM(13,3). */
  readonly dailyProfiledSpmTotalEac: string;
  /** J0884 Daily Profiled SPM Total Annualised Advance, ±NUM(13,3). */
  readonly dailyProfiledSpmTotalAnnualisedAdvance: string;
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
};

/** Group SU2. */
export type GroupSu2 = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** CCC , any number. */
  readonly groupCcc?: readonly GroupCcc[];
  /** SP2 , any number. */
  readonly groupSp2?: readonly GroupSp2[];
};

/** Group CCC. */
export type GroupCcc = {
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
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
  /** J0165 GSP Group Correction Scaling Factor, ±NUM(4,2). */
  readonly gspGroupCorrectionScalingFactor: string;
};

/** Group SP2. */
export type GroupSp2 = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J0166 GSP Group Correction Factor, ±NUM(18,9). */
  readonly gspGroupCorrectionFactor: string;
};

/** Group SUP. */
export type GroupSup3 = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** J0244 BSC Trading Party Id, CHAR(4). */
  readonly bscTradingPartyId: string;
  /** CCC , any number. */
  readonly groupCcc?: readonly GroupCccCCC[];
  /** SP2 , any number. */
  readonly groupSp2?: readonly GroupSp2SP2[];
};

/** Group CCC. */
export type GroupCccCCC = {
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
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
  /** J0165 GSP Group Correction Scaling Factor, ±NUM(4,2). */
  readonly gspGroupCorrectionScalingFactor: string;
};

/** Group SP2. */
export type GroupSp2SP2 = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
  /** J0166 GSP Group Correction Factor, ±NUM(18,9). */
  readonly gspGroupCorrectionFactor: string;
};
