// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0171 } from "../codes.ts";

/**
 * D0071 version 001: Customer Own Reading or Supplier Estimated Reading on Change of Supplier.
 * A message is an occurrence of group 147 Change of Supplier Meter Reading Data.
 */
export type D0071001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0016 Reading Date & Time, DATETIME. */
  readonly readingDateTime: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType: J0171;
  /** 148 Meter Detail per MPAN Core, 1 or more. */
  readonly meterDetailPerMpanCore: readonly MeterDetailPerMpanCore[];
};

/** Group 148 Meter Detail per MPAN Core. */
export type MeterDetailPerMpanCore = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** 149 Meter Register Detail per Meter, 1 or more. */
  readonly meterRegisterDetailPerMeter: readonly MeterRegisterDetailPerMeter[];
};

/** Group 149 Meter Register Detail per Meter. */
export type MeterRegisterDetailPerMeter = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
};
