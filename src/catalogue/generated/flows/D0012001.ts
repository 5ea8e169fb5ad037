// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0277 } from "../codes.ts";

/**
 * D0012 version 001: Confirmation of the Inclusion of the Metering Point in the Reading Schedules.
 * A message is an occurrence of group 039 Reading Schedule Data.
 */
export type D0012001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0369 Meter Reading Schedule Date, DATE. */
  readonly meterReadingScheduleDate: string;
  /** J0277 Regular Reading Cycle, CHAR(1). */
  readonly regularReadingCycle: J0277;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
