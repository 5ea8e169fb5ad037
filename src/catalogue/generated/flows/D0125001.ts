// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0125 version 001: Confirmation of Disconnection of Supply.
 * A message is an occurrence of group 249 MPAN Cores.
 */
export type D0125001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0014 Date of Action, DATE. */
  readonly dateOfAction: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation: string;
};
