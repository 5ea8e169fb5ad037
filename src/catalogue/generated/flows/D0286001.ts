// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0146 } from "../codes.ts";

/**
 * D0286 version 001: Data Aggregation and Settlements Timetable File.
 * The whole file is one message.
 */
export type D0286001 = {
  /** TTH Timetable Header, 1. */
  readonly timetableHeader: TimetableHeader;
};

/** Group TTH Timetable Header. */
export type TimetableHeader = {
  /** J1584 First Payment Date, DATE, inferred. */
  readonly firstPaymentDate: string;
  /** J1585 Last Payment Date, DATE, inferred. */
  readonly lastPaymentDate: string;
  /** PST Timetable Details, any number. */
  readonly timetableDetails?: readonly TimetableDetails[];
};

/** Group PST Timetable Details. */
export type TimetableDetails = {
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0902 Payment Date, DATE. */
  readonly paymentDate: string;
  /** J0747 SVA Notification Deadline Date, DATE. */
  readonly svaNotificationDeadlineDate: string;
  /** J1586 Planned Data Aggregation Run Date, DATE. */
  readonly plannedDataAggregationRunDate: string;
  /** J1587 Planned SSR Run Date, DATE. */
  readonly plannedSsrRunDate?: string;
};
