// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0103 } from "../codes.ts";

/**
 * D0375 version 001: Disconnected MSIDs and Estimated Half Hourly Demand Disconnection Volumes.
 * A message is an occurrence of group 62K Metering Systems.
 */
export type D0375001 = {
  /** J0083 Metering System Id, NUM(13), inferred. */
  readonly meteringSystemId: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId?: J0103;
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId?: string;
  /** 61K Demand Control Event Details, the one above it. */
  readonly demandControlEventDetails: DemandControlEventDetails;
  /** 63K Settlement Date, 1 or more. */
  readonly settlementDate: readonly SettlementDate[];
};

/** Group 61K Demand Control Event Details. */
export type DemandControlEventDetails = {
  /** J2079 Demand Control Event ID, CHAR(30). */
  readonly demandControlEventId: string;
  /** J1577 Start Date and Time, DATETIME. */
  readonly startDateAndTime: string;
  /** J1578 End Date and Time, DATETIME. */
  readonly endDateAndTime: string;
};

/** Group 63K Settlement Date. */
export type SettlementDate = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** 64K HH Periods, 46, 48 or 50. */
  readonly hhPeriods: readonly HhPeriods[];
};

/** Group 64K HH Periods. */
export type HhPeriods = {
  /** J2175 Estimated HH Demand Disconnection Volume, ±NUM(7,1). */
  readonly estimatedHhDemandDisconnectionVolume: string;
};
