// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080, J0098, J0103, J0134, J0418, J0419, J0474, J0483 } from "../codes.ts";

/**
 * D0150 version 002: Traditional Meter Technical Details.
 * A message is an occurrence of group 288 MPAN Cores.
 */
export type D0150002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1254 Effective from Settlement Date {MSMTD}, DATE. */
  readonly effectiveFromSettlementDateMsmtd: string;
  /** J0082 Measurement Class Id, CHAR(1). */
  readonly measurementClassId?: string;
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
  /** 289 SSCs, 1. */
  readonly sscs: Sscs;
  /** 762 Metering Point Maintenance History, 0 or 1. */
  readonly meteringPointMaintenanceHistory?: MeteringPointMaintenanceHistory;
  /** 290 Meter/Retrieval Method Details, any number. */
  readonly meterRetrievalMethodDetails?: readonly MeterRetrievalMethodDetails[];
  /** 08A Meters Removed, any number. */
  readonly metersRemoved?: readonly MetersRemoved[];
};

/** Group 289 SSCs. */
export type Sscs = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0300 Effective from Settlement Date {SCON}, DATE. */
  readonly effectiveFromSettlementDateScon: string;
  /** J1267 Metering System Non Settlement Functionality Code, CHAR(10). */
  readonly meteringSystemNonSettlementFunctionalityCode?: string;
  /** J1268 Effective From Settlement Date {MSNSFC}, DATE. */
  readonly effectiveFromSettlementDateMsnsfc?: string;
};

/** Group 762 Metering Point Maintenance History. */
export type MeteringPointMaintenanceHistory = {
  /** J0480 Maintenance Date, DATE. */
  readonly maintenanceDate: string;
  /** J0008 Nature of Maintenance, CHAR(200). */
  readonly natureOfMaintenance: string;
};

/** Group 290 Meter/Retrieval Method Details. */
export type MeterRetrievalMethodDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0418 Meter COP, CHAR(3). */
  readonly meterCop?: J0418;
  /** J0461 Meter COP Dispensation, NUM(3). */
  readonly meterCopDispensation?: string;
  /** J0501 Meter Current Rating, NUM(3). */
  readonly meterCurrentRating: string;
  /** J0419 Meter Location, CHAR(1). */
  readonly meterLocation: J0419;
  /** J0410 Manufacturers Make & Type, CHAR(60). */
  readonly manufacturersMakeType: string;
  /** J1677 Meter Asset Provider Id, CHAR(4), inferred. */
  readonly meterAssetProviderId: string;
  /** J0385 Communications Address, CHAR(65). */
  readonly communicationsAddress?: string;
  /** J0386 Communications Method, CHAR(2). */
  readonly communicationsMethod?: string;
  /** J0464 Outstation PIN, CHAR(12). */
  readonly outstationPin?: string;
  /** J0465 Outstation COP, CHAR(20). */
  readonly outstationCop?: string;
  /** J0467 Outstation COP Dispensation, NUM(3). */
  readonly outstationCopDispensation?: string;
  /** J0468 Outstation Encryption Key, CHAR(20). */
  readonly outstationEncryptionKey?: string;
  /** J0469 Outstation Number of Channels, NUM(3). */
  readonly outstationNumberOfChannels?: string;
  /** J0470 Outstation Password Level 1, CHAR(12). */
  readonly outstationPasswordLevel1?: string;
  /** J0471 Outstation Type, CHAR(3). */
  readonly outstationType?: string;
  /** J0455 VT Ratio, CHAR(10). */
  readonly vtRatio?: string;
  /** J0483 Meter Type, CHAR(5). */
  readonly meterType: J0483;
  /** J0848 Date of Meter Installation, DATE. */
  readonly dateOfMeterInstallation?: string;
  /** J0462 Certification Date, DATE. */
  readonly certificationDate?: string;
  /** J0463 Certification Expiry Date, DATE. */
  readonly certificationExpiryDate?: string;
  /** J0716 Timing Device Id (Serial Number), CHAR(10). */
  readonly timingDeviceIdSerialNumber?: string;
  /** J0134 Tele-Switch/Clock Indicator, CHAR(1). */
  readonly teleSwitchClockIndicator?: J0134;
  /** J0098 Retrieval Method, CHAR(1). */
  readonly retrievalMethod: J0098;
  /** J0722 Retrieval Method Effective Date, DATE. */
  readonly retrievalMethodEffectiveDate: string;
  /** 291 CT Ratio, 0 or 1. */
  readonly ctRatio?: CtRatio;
  /** 293 Meter Register Details, 1 or more. */
  readonly meterRegisterDetails: readonly MeterRegisterDetails[];
  /** 295 Meter Channels, any number. */
  readonly meterChannels?: readonly MeterChannels[];
  /** 296 Metering System Maintenance History, any number. */
  readonly meteringSystemMaintenanceHistory?: readonly MeteringSystemMaintenanceHistory[];
};

/** Group 291 CT Ratio. */
export type CtRatio = {
  /** J0454 CT Ratio, CHAR(6). */
  readonly ctRatio: string;
};

/** Group 293 Meter Register Details. */
export type MeterRegisterDetails = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0474 Meter Register Type, CHAR(1). */
  readonly meterRegisterType: J0474;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0475 Meter Register Multiplier, NUM(9,2). */
  readonly meterRegisterMultiplier: string;
  /** J0408 Main/Check Indicator, BOOLEAN. */
  readonly mainCheckIndicator?: "T" | "F";
  /** J0478 Number of Register Digits, NUM(1). */
  readonly numberOfRegisterDigits: string;
  /** J0476 Associated Meter Id, CHAR(10), inferred. */
  readonly associatedMeterId?: string;
  /** J0477 Associated Meter Register Id, CHAR(2), inferred. */
  readonly associatedMeterRegisterId?: string;
};

/** Group 295 Meter Channels. */
export type MeterChannels = {
  /** J0382 Channel Number, CHAR(3). */
  readonly channelNumber?: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId?: J0103;
  /** J0432 Pulse Multiplier, NUM(9,6). */
  readonly pulseMultiplier?: string;
};

/** Group 296 Metering System Maintenance History. */
export type MeteringSystemMaintenanceHistory = {
  /** J0480 Maintenance Date, DATE. */
  readonly maintenanceDate: string;
  /** J0008 Nature of Maintenance, CHAR(200). */
  readonly natureOfMaintenance: string;
};

/** Group 08A Meters Removed. */
export type MetersRemoved = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J1269 Date of Meter Removal, DATE. */
  readonly dateOfMeterRemoval: string;
  /** J1677 Meter Asset Provider Id, CHAR(4), inferred. */
  readonly meterAssetProviderId: string;
};
