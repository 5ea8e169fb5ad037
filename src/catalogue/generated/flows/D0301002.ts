// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0171, J1670, J1671, J1672 } from "../codes.ts";

/**
 * D0301 version 002: Erroneous Transfer Communication.
 * A message is an occurrence of group 63C Metering Point / Customer Details.
 */
export type D0301002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
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
  /** J0924 Effective from Settlement Date {REGI} for New Supplier, DATE, inferred. */
  readonly effectiveFromSettlementDateRegiForNewSupplier: string;
  /** J1669 Initial Customer Contact Date, DATE. */
  readonly initialCustomerContactDate: string;
  /** J1657 Initiating Supplier Id, CHAR(4), inferred. */
  readonly initiatingSupplierId: string;
  /** J1650 Associated Supplier Id, CHAR(4), inferred. */
  readonly associatedSupplierId: string;
  /** J0375 Customer Name, CHAR(100). */
  readonly customerName: string;
  /** J1668 Customer Telephone Number, CHAR(14). */
  readonly customerTelephoneNumber?: string;
  /** J1670 Customer Requests No Contact, CHAR(1). */
  readonly customerRequestsNoContact?: J1670;
  /** 64C Erroneous Registration / Transfer Details, 0 or 1, conditional. */
  readonly erroneousRegistrationTransferDetails?: ErroneousRegistrationTransferDetails;
  /** 65C Erroneous Registration / Transfer Details, 0 or 1, conditional. */
  readonly erroneousRegistrationTransferDetails65c?: ErroneousRegistrationTransferDetails65c;
  /** 66C Meter / Reading Types, any number. */
  readonly meterReadingTypes?: readonly MeterReadingTypes[];
};

/** Group 64C Erroneous Registration / Transfer Details. */
export type ErroneousRegistrationTransferDetails = {
  /** J1671 Reason for Return, CHAR(1). */
  readonly reasonForReturn: J1671;
  /** J1672 Status of Erroneous Transfer, CHAR(1). */
  readonly statusOfErroneousTransfer: J1672;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};

/** Group 65C Erroneous Registration / Transfer Details. */
export type ErroneousRegistrationTransferDetails65c = {
  /** J1671 Reason for Return, CHAR(1). */
  readonly reasonForReturn?: J1671;
  /** J1672 Status of Erroneous Transfer, CHAR(1). */
  readonly statusOfErroneousTransfer: J1672;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
};

/** Group 66C Meter / Reading Types. */
export type MeterReadingTypes = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType: J0171;
  /** 67C ET Readings, any number. */
  readonly etReadings?: readonly EtReadings[];
};

/** Group 67C ET Readings. */
export type EtReadings = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0016 Reading Date & Time, DATETIME. */
  readonly readingDateTime: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
};
