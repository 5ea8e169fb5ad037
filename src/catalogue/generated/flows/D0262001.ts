// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0171 } from "../codes.ts";

/**
 * D0262 version 001: Rejection of Disconnection.
 * A message is an occurrence of group 767 MPAN Cores.
 */
export type D0262001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
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
  /** J1722 Failure to Disconnect Reason Code, NUM(2). */
  readonly failureToDisconnectReasonCode: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 768 Meter Details per MPAN Core, any number. */
  readonly meterDetailsPerMpanCore?: readonly MeterDetailsPerMpanCore[];
};

/** Group 768 Meter Details per MPAN Core. */
export type MeterDetailsPerMpanCore = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId?: string;
  /** 769 Register Details per Meter, any number. */
  readonly registerDetailsPerMeter?: readonly RegisterDetailsPerMeter[];
};

/** Group 769 Register Details per Meter. */
export type RegisterDetailsPerMeter = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId?: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading?: string;
  /** J0171 Reading Type, CHAR(1). */
  readonly readingType?: J0171;
};
