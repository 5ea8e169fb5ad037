// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0377 version 001: Disconnection Purchase Matrix Data File.
 * The whole file is one message.
 */
export type D0377001 = {
  /** 72K Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** 73K Demand Control Event Details, 1 or more. */
  readonly demandControlEventDetails: readonly DemandControlEventDetails[];
};

/** Group 72K Data File Additional Header. */
export type DataFileAdditionalHeader = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1086 Run Type Code, CHAR(2). */
  readonly runTypeCode: string;
  /** J1087 Run Number, NUM(7). */
  readonly runNumber: string;
  /** J1104 GSP Group, CHAR(2), inferred. */
  readonly gspGroup: string;
};

/** Group 73K Demand Control Event Details. */
export type DemandControlEventDetails = {
  /** J2079 Demand Control Event ID, CHAR(30). */
  readonly demandControlEventId: string;
  /** J1577 Start Date and Time, DATETIME. */
  readonly startDateAndTime: string;
  /** J1578 End Date and Time, DATETIME. */
  readonly endDateAndTime: string;
  /** 74K Supplier Details, 1 or more. */
  readonly supplierDetails: readonly SupplierDetails[];
};

/** Group 74K Supplier Details. */
export type SupplierDetails = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 75K Disconnection Purchase Matrix Details, 1 or more. */
  readonly disconnectionPurchaseMatrixDetails: readonly DisconnectionPurchaseMatrixDetails[];
};

/** Group 75K Disconnection Purchase Matrix Details. */
export type DisconnectionPurchaseMatrixDetails = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J2080 DPM Default EAC MSID Count, NUM(8). */
  readonly dpmDefaultEacMsidCount: string;
  /** J2154 DPM Default Unmetered MSID Count, NUM(8). */
  readonly dpmDefaultUnmeteredMsidCount: string;
  /** J2081 DPM Total AA MSID Count, NUM(8). */
  readonly dpmTotalAaMsidCount: string;
  /** J2169 DPM Total Annualised Advance, ±NUM(14,4). */
  readonly dpmTotalAnnualisedAdvance: string;
  /** J2170 DPM Total EAC, ±NUM(14,4). */
  readonly dpmTotalEac: string;
  /** J2084 DPM Total EAC MSID Count, NUM(8). */
  readonly dpmTotalEacMsidCount: string;
  /** J2171 DPM Total Unmetered Consumption, ±NUM(14,4). */
  readonly dpmTotalUnmeteredConsumption: string;
  /** J2157 DPM Total Unmetered MSID Count, NUM(8). */
  readonly dpmTotalUnmeteredMsidCount: string;
};
