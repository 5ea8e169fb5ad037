// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0214 version 001: Confirmation of Proving Tests.
 * A message is an occurrence of group 489 MPAN Cores.
 */
export type D0214001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0014 Date of Action, DATE. */
  readonly dateOfAction: string;
};
