// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0235 version 001: Half Hourly Aggregation Exception Report.
 * One of several kinds of message.
 */
export type D0235001 = ConsumptionDataReceivedButNotExpected | ExpectedConsumptionDataReceivedButFromIncorrectSource | ConsumptionDataExpectedButNotReceived | ConsumptionDataReceivedForDeEnergisedMeter | ConsumptionDataReceivedForIncorrectSupplier;

/** A message is an occurrence of group 996 Consumption data received but not expected. */
export type ConsumptionDataReceivedButNotExpected = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId: string;
  /** 605 Flow Structure Header, 1. */
  readonly flowStructureHeader: FlowStructureHeader;
};

/** Group 605 Flow Structure Header. */
export type FlowStructureHeader = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J1087 Run Number, NUM(7). */
  readonly runNumber: string;
};

/** A message is an occurrence of group 997 Expected consumption data received but from incorrect source. */
export type ExpectedConsumptionDataReceivedButFromIncorrectSource = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J1250 Data Collector Id (incorrect), CHAR(4), inferred. */
  readonly dataCollectorIdIncorrect: string;
  /** 605 Flow Structure Header, 1. */
  readonly flowStructureHeader: FlowStructureHeader;
};

/** A message is an occurrence of group 998 Consumption data expected but not received. */
export type ConsumptionDataExpectedButNotReceived = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 605 Flow Structure Header, 1. */
  readonly flowStructureHeader: FlowStructureHeader;
};

/** A message is an occurrence of group 999 Consumption data received for de-energised meter. */
export type ConsumptionDataReceivedForDeEnergisedMeter = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** 605 Flow Structure Header, 1. */
  readonly flowStructureHeader: FlowStructureHeader;
};

/** A message is an occurrence of group 00A Consumption data received for incorrect Supplier. */
export type ConsumptionDataReceivedForIncorrectSupplier = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId: string;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J1251 Supplier Id (incorrect), CHAR(4), inferred. */
  readonly supplierIdIncorrect: string;
  /** 605 Flow Structure Header, 1. */
  readonly flowStructureHeader: FlowStructureHeader;
};
