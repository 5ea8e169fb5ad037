// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0451, J0841, J0842 } from "../codes.ts";

/**
 * D0237 version 001: Notification by Revenue Protection Service of Possible Irregularity.
 * A message is an occurrence of group 626 Report Details.
 */
export type D0237001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore?: string;
  /** J0375 Customer Name, CHAR(100). */
  readonly customerName?: string;
  /** J1036 Metering Point Address Line 1, CHAR(40), inferred. */
  readonly meteringPointAddressLine1?: string;
  /** J1037 Metering Point Address Line 2, CHAR(40), inferred. */
  readonly meteringPointAddressLine2?: string;
  /** J1038 Metering Point Address Line 3, CHAR(40), inferred. */
  readonly meteringPointAddressLine3?: string;
  /** J1039 Metering Point Address Line 4, CHAR(40), inferred. */
  readonly meteringPointAddressLine4?: string;
  /** J1040 Metering Point Address Line 5, CHAR(40), inferred. */
  readonly meteringPointAddressLine5?: string;
  /** J1041 Metering Point Address Line 6, CHAR(40), inferred. */
  readonly meteringPointAddressLine6?: string;
  /** J1042 Metering Point Address Line 7, CHAR(40), inferred. */
  readonly meteringPointAddressLine7?: string;
  /** J1043 Metering Point Address Line 8, CHAR(40), inferred. */
  readonly meteringPointAddressLine8?: string;
  /** J1044 Metering Point Address Line 9, CHAR(40), inferred. */
  readonly meteringPointAddressLine9?: string;
  /** J0263 Metering Point Postcode, CHAR(10), inferred. */
  readonly meteringPointPostcode?: string;
  /** J0451 Tampering Code, CHAR(2). */
  readonly tamperingCode: J0451;
  /** J0841 Tampering Report Source, CHAR(2). */
  readonly tamperingReportSource: J0841;
  /** J0822 Tampering Report Date, DATE. */
  readonly tamperingReportDate: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** J0842 Revenue Protection Priority Level, CHAR(1). */
  readonly revenueProtectionPriorityLevel?: J0842;
  /** J0869 Revenue Protection Service Contact Telephone Number, CHAR(14). */
  readonly revenueProtectionServiceContactTelephoneNumber: string;
  /** J0871 Revenue Protection Service Contact Name, CHAR(50). */
  readonly revenueProtectionServiceContactName?: string;
};
