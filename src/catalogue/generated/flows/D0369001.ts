// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0103, J0146, J0161, J0162, J0163, J0164 } from "../codes.ts";

/**
 * D0369 version 001: Aggregated Disconnected DUoS Report.
 * The whole file is one message.
 */
export type D0369001 = {
  /** 77J Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 78J Report Details, 1. */
  readonly reportDetails: ReportDetails;
  /** 79J Demand Control Event Details, 1 or more. */
  readonly demandControlEventDetails: readonly DemandControlEventDetails[];
};

/** Group 77J Data File Additional Header. */
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

/** Group 78J Report Details. */
export type ReportDetails = {
  /** J1089 User Name, CHAR(8). */
  readonly userName: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
};

/** Group 79J Demand Control Event Details. */
export type DemandControlEventDetails = {
  /** J2079 Demand Control Event ID, CHAR(30). */
  readonly demandControlEventId: string;
  /** J1577 Start Date and Time, DATETIME. */
  readonly startDateAndTime: string;
  /** J1578 End Date and Time, DATETIME. */
  readonly endDateAndTime: string;
  /** 80J Header, 1. */
  readonly header: Header;
  /** 81J Supplier Details (Supplier), 1. */
  readonly supplierDetailsSupplier: SupplierDetailsSupplier;
  /** 87J Supplier Details (Distributor), any number. */
  readonly supplierDetailsDistributor?: readonly SupplierDetailsDistributor[];
  /** 94J Header 2, 1. */
  readonly header2: Header2;
  /** 95J Supplier Details 2 (Supplier), 1. */
  readonly supplierDetails2Supplier: SupplierDetails2Supplier;
  /** 98J Supplier Details 2 (Distributor), any number. */
  readonly supplierDetails2Distributor?: readonly SupplierDetails2Distributor[];
};

/** Group 80J Header. */
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
};

/** Group 81J Supplier Details (Supplier). */
export type SupplierDetailsSupplier = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** J0244 BSC Trading Party Id, CHAR(4). */
  readonly bscTradingPartyId: string;
  /** 82J Distributor Details (Supplier), any number. */
  readonly distributorDetailsSupplier?: readonly DistributorDetailsSupplier[];
};

/** Group 82J Distributor Details (Supplier). */
export type DistributorDetailsSupplier = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0323 Distributor Name, CHAR(40). */
  readonly distributorName: string;
  /** 83J GSP Group Details (Supplier), any number. */
  readonly gspGroupDetailsSupplier?: readonly GspGroupDetailsSupplier[];
};

/** Group 83J GSP Group Details (Supplier). */
export type GspGroupDetailsSupplier = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** 84J DPM Details (Supplier), any number. */
  readonly dpmDetailsSupplier?: readonly DpmDetailsSupplier[];
};

/** Group 84J DPM Details (Supplier). */
export type DpmDetailsSupplier = {
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
  /** 85J Profiled DPM Consumption (Supplier), 1. */
  readonly profiledDpmConsumptionSupplier: ProfiledDpmConsumptionSupplier;
  /** 86J Daily Profiled DPM Totals (Supplier), 1. */
  readonly dailyProfiledDpmTotalsSupplier: DailyProfiledDpmTotalsSupplier;
};

/** Group 85J Profiled DPM Consumption (Supplier). */
export type ProfiledDpmConsumptionSupplier = {
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

/** Group 86J Daily Profiled DPM Totals (Supplier). */
export type DailyProfiledDpmTotalsSupplier = {
  /** J2078 Daily Profiled DPM Total EAC, ±NUM(13,3). */
  readonly dailyProfiledDpmTotalEac: string;
  /** J2077 Daily Profiled DPM Total Annualised Advance, ±NUM(13,3). */
  readonly dailyProfiledDpmTotalAnnualisedAdvance: string;
};

/** Group 87J Supplier Details (Distributor). */
export type SupplierDetailsDistributor = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** J0244 BSC Trading Party Id, CHAR(4). */
  readonly bscTradingPartyId: string;
  /** 88J Distributor Details (Distributor), 1. */
  readonly distributorDetailsDistributor: DistributorDetailsDistributor;
};

/** Group 88J Distributor Details (Distributor). */
export type DistributorDetailsDistributor = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0323 Distributor Name, CHAR(40). */
  readonly distributorName: string;
  /** 89J GSP Group Details (Distributor), any number. */
  readonly gspGroupDetailsDistributor?: readonly GspGroupDetailsDistributor[];
};

/** Group 89J GSP Group Details (Distributor). */
export type GspGroupDetailsDistributor = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** 90J DPM Details (Distributor), any number. */
  readonly dpmDetailsDistributor?: readonly DpmDetailsDistributor[];
};

/** Group 90J DPM Details (Distributor). */
export type DpmDetailsDistributor = {
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
  /** 84K Profiled DPM Consumption (Distributor), 1. */
  readonly profiledDpmConsumptionDistributor: ProfiledDpmConsumptionDistributor;
  /** 85K Daily Profiled DPM Totals (Distributor), 1. */
  readonly dailyProfiledDpmTotalsDistributor: DailyProfiledDpmTotalsDistributor;
};

/** Group 84K Profiled DPM Consumption (Distributor). */
export type ProfiledDpmConsumptionDistributor = {
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

/** Group 85K Daily Profiled DPM Totals (Distributor). */
export type DailyProfiledDpmTotalsDistributor = {
  /** J2078 Daily Profiled DPM Total EAC, ±NUM(13,3). */
  readonly dailyProfiledDpmTotalEac: string;
  /** J2077 Daily Profiled DPM Total Annualised Advance, ±NUM(13,3). */
  readonly dailyProfiledDpmTotalAnnualisedAdvance: string;
};

/** Group 94J Header 2. */
export type Header2 = {
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

/** Group 95J Supplier Details 2 (Supplier). */
export type SupplierDetails2Supplier = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** 96J CCC Details (Supplier), any number. */
  readonly cccDetailsSupplier?: readonly CccDetailsSupplier[];
  /** 97J GSPGCF (Supplier), any number. */
  readonly gspgcfSupplier?: readonly GspgcfSupplier[];
};

/** Group 96J CCC Details (Supplier). */
export type CccDetailsSupplier = {
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

/** Group 97J GSPGCF (Supplier). */
export type GspgcfSupplier = {
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

/** Group 98J Supplier Details 2 (Distributor). */
export type SupplierDetails2Distributor = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** J0244 BSC Trading Party Id, CHAR(4). */
  readonly bscTradingPartyId: string;
  /** 99J CCC Details (Distributor), any number. */
  readonly cccDetailsDistributor?: readonly CccDetailsDistributor[];
  /** 00K GSPGCF (Distributor), any number. */
  readonly gspgcfDistributor?: readonly GspgcfDistributor[];
};

/** Group 99J CCC Details (Distributor). */
export type CccDetailsDistributor = {
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

/** Group 00K GSPGCF (Distributor). */
export type GspgcfDistributor = {
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
