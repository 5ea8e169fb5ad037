// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0224 version 001: Notification of Programme for Re-Certification Meter Changes.
 * A message is an occurrence of group 509 MPAN Cores.
 */
export type D0224001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** 508 Programme Period, the one above it. */
  readonly programmePeriod: ProgrammePeriod;
};

/** Group 508 Programme Period. */
export type ProgrammePeriod = {
  /** J0718 Programme Start Date, DATE. */
  readonly programmeStartDate: string;
  /** J0720 Programme End Date, DATE. */
  readonly programmeEndDate: string;
};
