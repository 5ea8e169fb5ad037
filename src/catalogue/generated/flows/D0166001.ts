// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0007 } from "../codes.ts";

/**
 * D0166 version 001: Distribution System Enquiry.
 * A message is an occurrence of group 345 Enquiry Details.
 */
export type D0166001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0705 Supplier Reference, CHAR(10). */
  readonly supplierReference: string;
  /** J0007 Requested Action Code, CHAR(2). */
  readonly requestedActionCode: J0007;
  /** J0688 Date of Enquiry by Customer, DATE. */
  readonly dateOfEnquiryByCustomer: string;
  /** J0028 Date Action Required By, DATE. */
  readonly dateActionRequiredBy: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation: string;
};
