// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146, J0650 } from "../codes.ts";

/**
 * D0266 version 001: Supplier Settlement Header Report.
 * The whole file is one message.
 */
export type D0266001 = {
  /** ZPD , 1. */
  readonly groupZpd: GroupZpd;
  /** RDT , 1. */
  readonly groupRdt: GroupRdt;
  /** HDR , 1. */
  readonly groupHdr: GroupHdr;
  /** SSR , 1. */
  readonly groupSsr: GroupSsr;
  /** IDD , any number. */
  readonly groupIdd?: readonly GroupIdd[];
  /** DA , any number. */
  readonly groupDa?: readonly GroupDa[];
  /** SSA , 1. */
  readonly groupSsa: GroupSsa;
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
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0248 Supplier Name, any text. */
  readonly supplierName: string;
  /** J0244 BSC Trading Party Id, CHAR(4). */
  readonly bscTradingPartyId: string;
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J0882 Settlement Code Description, CHAR(30). */
  readonly settlementCodeDescription: string;
};

/** Group SSR. */
export type GroupSsr = {
  /** J0196 SSR Run Number, NUM(7). */
  readonly ssrRunNumber: string;
  /** J0195 SSR Run Date, DATE. */
  readonly ssrRunDate: string;
  /** J1210 SSR Run Type, any text. */
  readonly ssrRunType: string;
  /** J0882 Settlement Code Description, CHAR(30). */
  readonly settlementCodeDescription: string;
  /** J1207 SSR Run Status, any text. */
  readonly ssrRunStatus: string;
  /** J1180 Settlement Run Status Description, any text. */
  readonly settlementRunStatusDescription: string;
  /** GP1 , any number. */
  readonly groupGp1?: readonly GroupGp1[];
};

/** Group GP1. */
export type GroupGp1 = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
};

/** Group IDD. */
export type GroupIdd = {
  /** J1181 System Market Participant Id, CHAR(4), inferred. */
  readonly systemMarketParticipantId: string;
  /** J0772 Profile Production Run Number, NUM(7). */
  readonly profileProductionRunNumber: string;
  /** J0873 Profile Production Run Date, DATE. */
  readonly profileProductionRunDate: string;
  /** J0874 Profile Production Run Time, TIME. */
  readonly profileProductionRunTime: string;
  /** GP2 , any number. */
  readonly groupGp2?: readonly GroupGp2[];
};

/** Group GP2. */
export type GroupGp2 = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
};

/** Group DA. */
export type GroupDa = {
  /** J0183 Data Aggregator Id, CHAR(4), inferred. */
  readonly dataAggregatorId: string;
  /** J0271 Data Aggregator Name, CHAR(40). */
  readonly dataAggregatorName: string;
  /** J0217 Data Aggregator Type, any text. */
  readonly dataAggregatorType: string;
  /** J1203 Data Aggregator Run Number, any text. */
  readonly dataAggregatorRunNumber: string;
  /** J1204 Data Aggregator Run Settlement Date, DATE. */
  readonly dataAggregatorRunSettlementDate: string;
  /** GP3 , any number. */
  readonly groupGp3?: readonly GroupGp3[];
};

/** Group GP3. */
export type GroupGp3 = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
};

/** Group SSA. */
export type GroupSsa = {
  /** J0649 SAA Settlement Run Number, NUM(2). */
  readonly saaSettlementRunNumber: string;
  /** J0652 SAA Settlement Date, DATE. */
  readonly saaSettlementDate: string;
  /** J0650 SAA Settlement Run Type Id, CHAR(1). */
  readonly saaSettlementRunTypeId: J0650;
  /** J1023 CDCS Extract Number, NUM(2). */
  readonly cdcsExtractNumber: string;
};
