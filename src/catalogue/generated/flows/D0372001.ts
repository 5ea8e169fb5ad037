// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0372 version 001: Aggregated Embedded Network Disconnected DUoS Report.
 * The whole file is one message.
 */
export type D0372001 = {
  /** 24K Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 27K Report Parameters, 1. */
  readonly reportParameters: ReportParameters;
  /** 25K Demand Control Event Details, 1 or more. */
  readonly demandControlEventDetails: readonly DemandControlEventDetails[];
};

/** Group 24K Data File Additional Header. */
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

/** Group 27K Report Parameters. */
export type ReportParameters = {
  /** J1089 User Name, CHAR(8). */
  readonly userName: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
};

/** Group 25K Demand Control Event Details. */
export type DemandControlEventDetails = {
  /** J2079 Demand Control Event ID, CHAR(30). */
  readonly demandControlEventId: string;
  /** J1577 Start Date and Time, DATETIME. */
  readonly startDateAndTime: string;
  /** J1578 End Date and Time, DATETIME. */
  readonly endDateAndTime: string;
  /** 26K Settlement Information 1, 1. */
  readonly settlementInformation1: SettlementInformation1;
  /** 28K Embeded Distributor, any number. */
  readonly embededDistributor?: readonly EmbededDistributor[];
  /** 34K Settlement Information 2, 1. */
  readonly settlementInformation2: SettlementInformation2;
};

/** Group 26K Settlement Information 1. */
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

/** Group 28K Embeded Distributor. */
export type EmbededDistributor = {
  /** J1724 Embedded Distributor Id, CHAR(4), inferred. */
  readonly embeddedDistributorId: string;
  /** J1741 Embedded Distributor Name, any text. */
  readonly embeddedDistributorName: string;
  /** 29K Distributor, 1. */
  readonly distributor: Distributor;
};

/** Group 29K Distributor. */
export type Distributor = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0323 Distributor Name, CHAR(40). */
  readonly distributorName: string;
  /** 30K GSP Group, any number. */
  readonly gspGroup?: readonly GspGroup[];
};

/** Group 30K GSP Group. */
export type GspGroup = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** 31K DPM Information, any number. */
  readonly dpmInformation?: readonly DpmInformation[];
};

/** Group 31K DPM Information. */
export type DpmInformation = {
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
  /** J2082 DPM Total All EACs, ±NUM(14,4). */
  readonly dpmTotalAllEacs: string;
  /** J2083 DPM Total Annualised Advance Report Value, ±NUM(13,3). */
  readonly dpmTotalAnnualisedAdvanceReportValue: string;
  /** J2084 DPM Total EAC MSID Count, NUM(8). */
  readonly dpmTotalEacMsidCount: string;
  /** J2081 DPM Total AA MSID Count, NUM(8). */
  readonly dpmTotalAaMsidCount: string;
  /** J2080 DPM Default EAC MSID Count, NUM(8). */
  readonly dpmDefaultEacMsidCount: string;
  /** 32K Settlement Periods, 1. */
  readonly settlementPeriods: SettlementPeriods;
  /** 33K Daily DPM, 1. */
  readonly dailyDpm: DailyDpm;
};

/** Group 32K Settlement Periods. */
export type SettlementPeriods = {
  /** J2085 Profiled DPM Consumption (Settlement Period 01), ±NUM(13,3). */
  readonly profiledDpmConsumptionSettlementPeriod01: string;
  /** J2086 Profiled DPM Consumption (Settlement Period 02), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod02: string;
  /** J2087 Profiled DPM Consumption (Settlement Period 03), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod03: string;
  /** J2088 Profiled DPM Consumption (Settlement Period 04), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod04: string;
  /** J2089 Profiled DPM Consumption (Settlement Period 05), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod05: string;
  /** J2090 Profiled DPM Consumption (Settlement Period 06), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod06: string;
  /** J2091 Profiled DPM Consumption (Settlement Period 07), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod07: string;
  /** J2092 Profiled DPM Consumption (Settlement Period 08), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod08: string;
  /** J2093 Profiled DPM Consumption (Settlement Period 09), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod09: string;
  /** J2094 Profiled DPM Consumption (Settlement Period 10), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod10: string;
  /** J2095 Profiled DPM Consumption (Settlement Period 11), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod11: string;
  /** J2096 Profiled DPM Consumption (Settlement Period 12), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod12: string;
  /** J2097 Profiled DPM Consumption (Settlement Period 13), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod13: string;
  /** J2098 Profiled DPM Consumption (Settlement Period 14), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod14: string;
  /** J2099 Profiled DPM Consumption (Settlement Period 15), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod15: string;
  /** J2100 Profiled DPM Consumption (Settlement Period 16), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod16: string;
  /** J2101 Profiled DPM Consumption (Settlement Period 17), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod17: string;
  /** J2102 Profiled DPM Consumption (Settlement Period 18), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod18: string;
  /** J2103 Profiled DPM Consumption (Settlement Period 19), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod19: string;
  /** J2104 Profiled DPM Consumption (Settlement Period 20), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod20: string;
  /** J2105 Profiled DPM Consumption (Settlement Period 21), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod21: string;
  /** J2106 Profiled DPM Consumption (Settlement Period 22), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod22: string;
  /** J2107 Profiled DPM Consumption (Settlement Period 23), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod23: string;
  /** J2108 Profiled DPM Consumption (Settlement Period 24), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod24: string;
  /** J2109 Profiled DPM Consumption (Settlement Period 25), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod25: string;
  /** J2110 Profiled DPM Consumption (Settlement Period 26), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod26: string;
  /** J2111 Profiled DPM Consumption (Settlement Period 27), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod27: string;
  /** J2112 Profiled DPM Consumption (Settlement Period 28), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod28: string;
  /** J2113 Profiled DPM Consumption (Settlement Period 29), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod29: string;
  /** J2114 Profiled DPM Consumption (Settlement Period 30), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod30: string;
  /** J2115 Profiled DPM Consumption (Settlement Period 31), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod31: string;
  /** J2116 Profiled DPM Consumption (Settlement Period 32), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod32: string;
  /** J2117 Profiled DPM Consumption (Settlement Period 33), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod33: string;
  /** J2118 Profiled DPM Consumption (Settlement Period 34), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod34: string;
  /** J2119 Profiled DPM Consumption (Settlement Period 35), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod35: string;
  /** J2120 Profiled DPM Consumption (Settlement Period 36), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod36: string;
  /** J2121 Profiled DPM Consumption (Settlement Period 37), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod37: string;
  /** J2122 Profiled DPM Consumption (Settlement Period 38), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod38: string;
  /** J2123 Profiled DPM Consumption (Settlement Period 39), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod39: string;
  /** J2124 Profiled DPM Consumption (Settlement Period 40), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod40: string;
  /** J2125 Profiled DPM Consumption (Settlement Period 41), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod41: string;
  /** J2126 Profiled DPM Consumption (Settlement Period 42), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod42: string;
  /** J2127 Profiled DPM Consumption (Settlement Period 43), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod43: string;
  /** J2128 Profiled DPM Consumption (Settlement Period 44), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod44: string;
  /** J2129 Profiled DPM Consumption (Settlement Period 45), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod45: string;
  /** J2130 Profiled DPM Consumption (Settlement Period 46), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod46: string;
  /** J2131 Profiled DPM Consumption (Settlement Period 47), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod47?: string;
  /** J2132 Profiled DPM Consumption (Settlement Period 48), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod48?: string;
  /** J2133 Profiled DPM Consumption (Settlement Period 49), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod49?: string;
  /** J2134 Profiled DPM Consumption (Settlement Period 50), NUM(13,3), inferred. */
  readonly profiledDpmConsumptionSettlementPeriod50?: string;
};

/** Group 33K Daily DPM. */
export type DailyDpm = {
  /** J2078 Daily Profiled DPM Total EAC, ±NUM(13,3). */
  readonly dailyProfiledDpmTotalEac: string;
  /** J2077 Daily Profiled DPM Total Annualised Advance, ±NUM(13,3). */
  readonly dailyProfiledDpmTotalAnnualisedAdvance: string;
};

/** Group 34K Settlement Information 2. */
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
