// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0419, J0483 } from "../codes.ts";

/**
 * D0312 version 003: Notification of Meter Information to MPAS.
 * A message is an occurrence of group 11D MPAN Core.
 */
export type D0312003 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** 12D Meter Info Group, any number. */
  readonly meterInfoGroup?: readonly MeterInfoGroup[];
  /** 13D Meters Removed, any number. */
  readonly metersRemoved?: readonly MetersRemoved[];
  /** 76M Sending Meter Operator, 0 or 1, conditional. */
  readonly sendingMeterOperator?: SendingMeterOperator;
};

/** Group 12D Meter Info Group. */
export type MeterInfoGroup = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0483 Meter Type, CHAR(5). */
  readonly meterType: J0483;
  /** J1677 Meter Asset Provider Id, CHAR(4), inferred. */
  readonly meterAssetProviderId: string;
  /** J0848 Date of Meter Installation, DATE. */
  readonly dateOfMeterInstallation: string;
  /** J0419 Meter Location, CHAR(1). */
  readonly meterLocation?: J0419;
  /** J2312 Electricity Smart Meter Equipment (ESME ID), CHAR(23). */
  readonly electricitySmartMeterEquipmentEsmeId?: string;
  /** J2313 Number of Displayed Register Digits, NUM(1). */
  readonly numberOfDisplayedRegisterDigits?: string;
};

/** Group 13D Meters Removed. */
export type MetersRemoved = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J1269 Date of Meter Removal, DATE. */
  readonly dateOfMeterRemoval: string;
  /** J1677 Meter Asset Provider Id, CHAR(4), inferred. */
  readonly meterAssetProviderId: string;
  /** J2312 Electricity Smart Meter Equipment (ESME ID), CHAR(23). */
  readonly electricitySmartMeterEquipmentEsmeId?: string;
};

/** Group 76M Sending Meter Operator. */
export type SendingMeterOperator = {
  /** J0178 Meter Operator Id, CHAR(4). */
  readonly meterOperatorId: string;
  /** 77M Response, any number, conditional. */
  readonly response?: readonly Response[];
};

/** Group 77M Response. */
export type Response = {
  /** J2256 MOP Flow Response Code, CHAR(2). */
  readonly mopFlowResponseCode: string;
};
