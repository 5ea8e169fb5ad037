// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0401 version 001: MHHS - Aggregated Disconnected DUoS Report.
 * The whole file is one message.
 */
export type D0401001 = {
  /** 08Z Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 78J Report Details, 1. */
  readonly reportDetails: ReportDetails;
  /** 79J Demand Control Event Details, 1. */
  readonly demandControlEventDetails: DemandControlEventDetails;
  /** 13Z GSP Group Correction Factors, 1 or more. */
  readonly gspGroupCorrectionFactors: readonly GspGroupCorrectionFactors[];
  /** 16Z GSP Group Correction Factors, any number. */
  readonly gspGroupCorrectionFactors16z?: readonly GspGroupCorrectionFactors16z[];
};

/** Group 08Z Data File Additional Header. */
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
  /** 82J Distributor Details (Supplier), 1 or more. */
  readonly distributorDetailsSupplier: readonly DistributorDetailsSupplier[];
};

/** Group 82J Distributor Details (Supplier). */
export type DistributorDetailsSupplier = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0323 Distributor Name, CHAR(40). */
  readonly distributorName: string;
  /** 83J GSP Group Details (Supplier), 1 or more. */
  readonly gspGroupDetailsSupplier: readonly GspGroupDetailsSupplier[];
};

/** Group 83J GSP Group Details (Supplier). */
export type GspGroupDetailsSupplier = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** 09Z DUoS Tariff, any number. */
  readonly duosTariff?: readonly DuosTariff[];
  /** 11Z Daily DUoS Totals, 1 or more. */
  readonly dailyDuosTotals: readonly DailyDuosTotals[];
};

/** Group 09Z DUoS Tariff. */
export type DuosTariff = {
  /** J2348 DUoS Tariff ID, CHAR(3). */
  readonly duosTariffId: string;
  /** 10Z Period Counts and Volumes, 1 or more. */
  readonly periodCountsAndVolumes: readonly PeriodCountsAndVolumes[];
};

/** Group 10Z Period Counts and Volumes. */
export type PeriodCountsAndVolumes = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J2377 MSID Count - Actuals, NUM(10). */
  readonly msidCountActuals: string;
  /** J2378 MSID Count - Estimates, NUM(10). */
  readonly msidCountEstimates: string;
  /** J2379 MSID Count - Defaults, NUM(10). */
  readonly msidCountDefaults: string;
  /** J2339 DUoS Advanced Demand Disconnection Volume, ±NUM(16,6). */
  readonly duosAdvancedDemandDisconnectionVolume: string;
  /** J2340 DUoS Advanced Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly duosAdvancedDemandDisconnectionVolumeLosses: string;
  /** J2376 DUoS Smart and Unmetered Demand Disconnection Volume, ±NUM(16,6). */
  readonly duosSmartAndUnmeteredDemandDisconnectionVolume: string;
  /** J2342 DUoS Smart and Unmetered Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly duosSmartAndUnmeteredDemandDisconnectionVolumeLosses: string;
};

/** Group 11Z Daily DUoS Totals. */
export type DailyDuosTotals = {
  /** J2341 DUoS Daily Advanced Demand Disconnection Volume, ±NUM(16,6). */
  readonly duosDailyAdvancedDemandDisconnectionVolume: string;
  /** J2343 DUoS Daily Advanced Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly duosDailyAdvancedDemandDisconnectionVolumeLosses: string;
  /** J2344 DUoS Daily Smart and Unmetered Demand Disconnection Volume, ±NUM(16,6). */
  readonly duosDailySmartAndUnmeteredDemandDisconnectionVolume: string;
  /** J2345 DUoS Daily Smart and Unmetered Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly duosDailySmartAndUnmeteredDemandDisconnectionVolumeLosses: string;
};

/** Group 13Z GSP Group Correction Factors. */
export type GspGroupCorrectionFactors = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J2346 GSP Group Correction Factor Import, ±NUM(18,9). */
  readonly gspGroupCorrectionFactorImport: string;
  /** J2347 GSP Group Correction Factor Export, ±NUM(18,9). */
  readonly gspGroupCorrectionFactorExport: string;
  /** 88J Distributor Details (Distributor), 1. */
  readonly distributorDetailsDistributor: DistributorDetailsDistributor;
};

/** Group 88J Distributor Details (Distributor). */
export type DistributorDetailsDistributor = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0323 Distributor Name, CHAR(40). */
  readonly distributorName: string;
  /** 87J Supplier Details (Distributor), 1 or more. */
  readonly supplierDetailsDistributor: readonly SupplierDetailsDistributor[];
};

/** Group 87J Supplier Details (Distributor). */
export type SupplierDetailsDistributor = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** J0244 BSC Trading Party Id, CHAR(4). */
  readonly bscTradingPartyId: string;
  /** 89J GSP Group Details (Distributor), any number. */
  readonly gspGroupDetailsDistributor?: readonly GspGroupDetailsDistributor[];
};

/** Group 89J GSP Group Details (Distributor). */
export type GspGroupDetailsDistributor = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** 09Z DUoS Tariff, 1 or more. */
  readonly duosTariff: readonly DuosTariff09Z[];
  /** 10Z Period Counts and Volumes, any number. */
  readonly periodCountsAndVolumes?: readonly PeriodCountsAndVolumes10Z[];
  /** 11Z Daily DUoS Totals, 1 or more. */
  readonly dailyDuosTotals: readonly DailyDuosTotals11Z[];
};

/** Group 09Z DUoS Tariff. */
export type DuosTariff09Z = {
  /** J2348 DUoS Tariff ID, CHAR(3). */
  readonly duosTariffId: string;
};

/** Group 10Z Period Counts and Volumes. */
export type PeriodCountsAndVolumes10Z = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J2377 MSID Count - Actuals, NUM(10). */
  readonly msidCountActuals: string;
  /** J2378 MSID Count - Estimates, NUM(10). */
  readonly msidCountEstimates: string;
  /** J2379 MSID Count - Defaults, NUM(10). */
  readonly msidCountDefaults: string;
  /** J2339 DUoS Advanced Demand Disconnection Volume, ±NUM(16,6). */
  readonly duosAdvancedDemandDisconnectionVolume: string;
  /** J2340 DUoS Advanced Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly duosAdvancedDemandDisconnectionVolumeLosses: string;
  /** J2376 DUoS Smart and Unmetered Demand Disconnection Volume, ±NUM(16,6). */
  readonly duosSmartAndUnmeteredDemandDisconnectionVolume: string;
  /** J2342 DUoS Smart and Unmetered Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly duosSmartAndUnmeteredDemandDisconnectionVolumeLosses: string;
};

/** Group 11Z Daily DUoS Totals. */
export type DailyDuosTotals11Z = {
  /** J2341 DUoS Daily Advanced Demand Disconnection Volume, ±NUM(16,6). */
  readonly duosDailyAdvancedDemandDisconnectionVolume: string;
  /** J2343 DUoS Daily Advanced Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly duosDailyAdvancedDemandDisconnectionVolumeLosses: string;
  /** J2344 DUoS Daily Smart and Unmetered Demand Disconnection Volume, ±NUM(16,6). */
  readonly duosDailySmartAndUnmeteredDemandDisconnectionVolume: string;
  /** J2345 DUoS Daily Smart and Unmetered Demand Disconnection Volume Losses, ±NUM(16,6). */
  readonly duosDailySmartAndUnmeteredDemandDisconnectionVolumeLosses: string;
};

/** Group 16Z GSP Group Correction Factors. */
export type GspGroupCorrectionFactors16z = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J2346 GSP Group Correction Factor Import, ±NUM(18,9). */
  readonly gspGroupCorrectionFactorImport: string;
  /** J2347 GSP Group Correction Factor Export, ±NUM(18,9). */
  readonly gspGroupCorrectionFactorExport: string;
};
