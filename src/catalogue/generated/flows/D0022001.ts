// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0100, J0103 } from "../codes.ts";

/**
 * D0022 version 001: Estimated Half Hourly Data Report.
 * A message is an occurrence of group 062 MPAN Cores.
 */
export type D0022001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0100 Estimation Reason Code, CHAR(1). */
  readonly estimationReasonCode: J0100;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 063 Dates for Which HH Data Estimated, 1 or more. */
  readonly datesForWhichHhDataEstimated: readonly DatesForWhichHhDataEstimated[];
};

/** Group 063 Dates for Which HH Data Estimated. */
export type DatesForWhichHhDataEstimated = {
  /** J0018 Date (Midnight to Midnight UTC), DATE. */
  readonly dateMidnightToMidnightUtc: string;
  /** J0102 Number of Periods Estimated, NUM(2). */
  readonly numberOfPeriodsEstimated: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0281 Total kWh (and kVArh) of Estimated Periods, ±NUM(12,1). */
  readonly totalKwhAndKvarhOfEstimatedPeriods: string;
};
