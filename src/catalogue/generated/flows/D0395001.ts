// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0419 } from "../codes.ts";

/**
 * D0395 version 001: Confirmation that an electricity meter has been moved during a service alteration.
 * A message is an occurrence of group 90M MPAN Cores.
 */
export type D0395001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** 91M New Meter Location, 1. */
  readonly newMeterLocation: NewMeterLocation;
};

/** Group 91M New Meter Location. */
export type NewMeterLocation = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0419 Meter Location, CHAR(1). */
  readonly meterLocation: J0419;
  /** J2310 Work Completed Date, DATE. */
  readonly workCompletedDate: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
