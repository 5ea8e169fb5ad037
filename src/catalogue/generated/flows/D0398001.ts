// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146, J0650 } from "../codes.ts";

/**
 * D0398 version 001: MHHS - Supplier Settlement Header Report.
 * The whole file is one message.
 */
export type D0398001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** RDD Report Parameters, 1. */
  readonly reportParameters: ReportParameters;
  /** HDR Report Data, 1. */
  readonly reportData: ReportData;
  /** SUT Supplier Details, 1. */
  readonly supplierDetails: SupplierDetails;
  /** MDS MDS Run Details, 1. */
  readonly mdsRunDetails: MdsRunDetails;
  /** SSR Settlement Run Execution, 1. */
  readonly settlementRunExecution: SettlementRunExecution;
  /** IDS System Market Participant Id, any number. */
  readonly systemMarketParticipantId?: readonly SystemMarketParticipantId[];
  /** SAA SAA, 1. */
  readonly saa: Saa;
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

/** Group RDD Report Parameters. */
export type ReportParameters = {
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
};

/** Group HDR Report Data. */
export type ReportData = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J0882 Settlement Code Description, CHAR(30). */
  readonly settlementCodeDescription: string;
};

/** Group SUT Supplier Details. */
export type SupplierDetails = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** J0244 BSC Trading Party Id, CHAR(4). */
  readonly bscTradingPartyId: string;
};

/** Group MDS MDS Run Details. */
export type MdsRunDetails = {
  /** J2325 MDS Run Number, NUM(7). */
  readonly mdsRunNumber: string;
  /** J2324 MDS Run Date, DATE. */
  readonly mdsRunDate: string;
};

/** Group SSR Settlement Run Execution. */
export type SettlementRunExecution = {
  /** J0196 SSR Run Number, NUM(7). */
  readonly ssrRunNumber: string;
  /** J0195 SSR Run Date, DATE. */
  readonly ssrRunDate: string;
  /** J0197 SSR Run Type Id, any text. */
  readonly ssrRunTypeId: string;
  /** J1207 SSR Run Status, any text. */
  readonly ssrRunStatus: string;
  /** J1180 Settlement Run Status Description, any text. */
  readonly settlementRunStatusDescription: string;
  /** GSP GSP Group, any number. */
  readonly gspGroup?: readonly GspGroup[];
};

/** Group GSP GSP Group. */
export type GspGroup = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
};

/** Group IDS System Market Participant Id. */
export type SystemMarketParticipantId = {
  /** J1181 System Market Participant Id, CHAR(4), inferred. */
  readonly systemMarketParticipantId: string;
};

/** Group SAA SAA. */
export type Saa = {
  /** J0649 SAA Settlement Run Number, NUM(2). */
  readonly saaSettlementRunNumber: string;
  /** J0652 SAA Settlement Date, DATE. */
  readonly saaSettlementDate: string;
  /** J0650 SAA Settlement Run Type Id, CHAR(1). */
  readonly saaSettlementRunTypeId: J0650;
  /** J1023 CDCS Extract Number, NUM(2). */
  readonly cdcsExtractNumber: string;
};
