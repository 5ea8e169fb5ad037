// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0167 version 001: Response to Distribution System Enquiry.
 * A message is an occurrence of group 346 Enquiry Response Details.
 */
export type D0167001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0705 Supplier Reference, CHAR(10). */
  readonly supplierReference: string;
  /** J0014 Date of Action, DATE. */
  readonly dateOfAction: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation: string;
};
