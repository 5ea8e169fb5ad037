// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1699 } from "../codes.ts";

/**
 * D0225 version 002: Priority Services Details.
 * A message is an occurrence of group 510 Priority Services contact details.
 */
export type D0225002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1884 Primary Priority Service Contact Name, any text. */
  readonly primaryPriorityServiceContactName: string;
  /** J1720 Primary Priority Service Phone Number 1, CHAR(20). */
  readonly primaryPriorityServicePhoneNumber1?: string;
  /** J1885 Primary Priority Service Phone Number 2, CHAR(20), inferred. */
  readonly primaryPriorityServicePhoneNumber2?: string;
  /** J1719 Alternate Priority Service Contact Name, any text. */
  readonly alternatePriorityServiceContactName?: string;
  /** J1886 Alternate Priority Service Phone Number 1, CHAR(20), inferred. */
  readonly alternatePriorityServicePhoneNumber1?: string;
  /** J1887 Alternate Priority Service Phone Number 2, CHAR(20), inferred. */
  readonly alternatePriorityServicePhoneNumber2?: string;
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
  /** J1874 Priority Service Contact Address Line 1, CHAR(40), inferred. */
  readonly priorityServiceContactAddressLine1?: string;
  /** J1875 Priority Service Contact Address Line 2, CHAR(40), inferred. */
  readonly priorityServiceContactAddressLine2?: string;
  /** J1876 Priority Service Contact Address Line 3, CHAR(40), inferred. */
  readonly priorityServiceContactAddressLine3?: string;
  /** J1877 Priority Service Contact Address Line 4, CHAR(40), inferred. */
  readonly priorityServiceContactAddressLine4?: string;
  /** J1878 Priority Service Contact Address Line 5, CHAR(40), inferred. */
  readonly priorityServiceContactAddressLine5?: string;
  /** J1879 Priority Service Contact Address Line 6, CHAR(40), inferred. */
  readonly priorityServiceContactAddressLine6?: string;
  /** J1880 Priority Service Contact Address Line 7, CHAR(40), inferred. */
  readonly priorityServiceContactAddressLine7?: string;
  /** J1881 Priority Service Contact Address Line 8, CHAR(40), inferred. */
  readonly priorityServiceContactAddressLine8?: string;
  /** J1882 Priority Service Contact Address Line 9, CHAR(40), inferred. */
  readonly priorityServiceContactAddressLine9?: string;
  /** J1883 Priority Service Contact Postcode, CHAR(10), inferred. */
  readonly priorityServiceContactPostcode?: string;
  /** J2208 Lawful basis for sharing, BOOLEAN. */
  readonly lawfulBasisForSharing: "T" | "F";
  /** J2210 Delete All PSR Codes, BOOLEAN. */
  readonly deleteAllPsrCodes: "T" | "F";
  /** 99C Update Priority Services Details, any number. */
  readonly updatePriorityServicesDetails?: readonly UpdatePriorityServicesDetails[];
};

/** Group 99C Update Priority Services Details. */
export type UpdatePriorityServicesDetails = {
  /** J1699 Priority Services Category, CHAR(2). */
  readonly priorityServicesCategory: J1699;
  /** J2209 PSR code expiry date, DATE. */
  readonly psrCodeExpiryDate?: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};
