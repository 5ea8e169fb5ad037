// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0041 version 001: Supplier Purchase Matrix Data File.
 * The whole file is one message.
 */
export type D0041001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** SUP Supplier Details, any number. */
  readonly supplierDetails?: readonly SupplierDetails[];
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
  /** J1104 GSP Group, CHAR(2), inferred. */
  readonly gspGroup: string;
};

/** Group SUP Supplier Details. */
export type SupplierDetails = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** SPM Supplier Purchase Matrix Details, 1 or more. */
  readonly supplierPurchaseMatrixDetails: readonly SupplierPurchaseMatrixDetails[];
};

/** Group SPM Supplier Purchase Matrix Details. */
export type SupplierPurchaseMatrixDetails = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J0190 SPM Default EAC MSID Count, NUM(8). */
  readonly spmDefaultEacMsidCount: string;
  /** J0191 SPM Default Unmetered MSID Count, NUM(8). */
  readonly spmDefaultUnmeteredMsidCount: string;
  /** J0153 SPM Total AA MSID Count, NUM(8). */
  readonly spmTotalAaMsidCount: string;
  /** J0148 SPM Total Annualised Advance, ±NUM(14,4). */
  readonly spmTotalAnnualisedAdvance: string;
  /** J0149 SPM Total EAC, ±NUM(14,4). */
  readonly spmTotalEac: string;
  /** J0150 SPM Total EAC MSID Count, NUM(8). */
  readonly spmTotalEacMsidCount: string;
  /** J0151 SPM Total Unmetered Consumption, ±NUM(14,4). */
  readonly spmTotalUnmeteredConsumption: string;
  /** J0152 SPM Total Unmetered MSID Count, NUM(8). */
  readonly spmTotalUnmeteredMsidCount: string;
};
