// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0103, J0418, J1684, J1689, J1690 } from "../codes.ts";

/**
 * D0268 version 002: Advanced Meter Technical Details.
 * A message is an occurrence of group 01A MPAN Cores.
 */
export type D0268002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1254 Effective from Settlement Date {MSMTD}, DATE. */
  readonly effectiveFromSettlementDateMsmtd: string;
  /** J0418 Meter COP, CHAR(3). */
  readonly meterCop: J0418;
  /** J1686 Meter COP Issue Number, NUM(2). */
  readonly meterCopIssueNumber?: string;
  /** J1687 Complex Site Indicator, BOOLEAN. */
  readonly complexSiteIndicator: "T" | "F";
  /** J1025 Meter Equipment/Service Location, CHAR(30). */
  readonly meterEquipmentServiceLocation?: string;
  /** J1255 System Voltage, NUM(6). */
  readonly systemVoltage: string;
  /** J0427 Number of Phases, NUM(1). */
  readonly numberOfPhases: string;
  /** J1689 Event Indicator, CHAR(1). */
  readonly eventIndicator: J1689;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 02A Outstation Details, 1 or more. */
  readonly outstationDetails: readonly OutstationDetails[];
  /** 03A Meter Details, 1 or more. */
  readonly meterDetails: readonly MeterDetails[];
  /** 81C Meters Removed, any number. */
  readonly metersRemoved?: readonly MetersRemoved[];
};

/** Group 02A Outstation Details. */
export type OutstationDetails = {
  /** J0428 Outstation Id, CHAR(20). */
  readonly outstationId: string;
  /** J0471 Outstation Type, CHAR(3). */
  readonly outstationType: string;
  /** J1691 Modem Type, CHAR(200). */
  readonly modemType?: string;
  /** J0469 Outstation Number of Channels, NUM(3). */
  readonly outstationNumberOfChannels: string;
  /** J1256 Outstation Number of Dials, any text. */
  readonly outstationNumberOfDials: string;
  /** J0464 Outstation PIN, CHAR(12). */
  readonly outstationPin?: string;
  /** J1714 Outstation Username Level 1, CHAR(12). */
  readonly outstationUsernameLevel1?: string;
  /** J0470 Outstation Password Level 1, CHAR(12). */
  readonly outstationPasswordLevel1?: string;
  /** J1715 Outstation Username Level 2, CHAR(12), inferred. */
  readonly outstationUsernameLevel2?: string;
  /** J1257 Outstation Password Level 2, CHAR(12), inferred. */
  readonly outstationPasswordLevel2?: string;
  /** J1716 Outstation Username Level 3, CHAR(12), inferred. */
  readonly outstationUsernameLevel3?: string;
  /** J1713 Outstation Password Level 3, CHAR(12), inferred. */
  readonly outstationPasswordLevel3?: string;
  /** J1258 Reader Password, any text. */
  readonly readerPassword?: string;
  /** J0386 Communications Method, CHAR(2). */
  readonly communicationsMethod: string;
  /** J2264 Communications Method B, CHAR(2), inferred. */
  readonly communicationsMethodB?: string;
  /** J1690 Dial In/ Dial Out Indicator, CHAR(1). */
  readonly dialInDialOutIndicator?: J1690;
  /** J0385 Communications Address, CHAR(65). */
  readonly communicationsAddress?: string;
  /** J2263 Communications Address B, CHAR(65), inferred. */
  readonly communicationsAddressB?: string;
  /** J1260 Baud Rate, NUM(5). */
  readonly baudRate?: string;
  /** J1709 Communications Provider, CHAR(4). */
  readonly communicationsProvider?: string;
  /** J2265 SIM Serial Number, CHAR(25). */
  readonly simSerialNumber?: string;
  /** J1261 Sequence MPAN Core, NUM(13), inferred. */
  readonly sequenceMpanCore?: string;
  /** J1262 Sequence Outstation Id, CHAR(20), inferred. */
  readonly sequenceOutstationId?: string;
};

/** Group 03A Meter Details. */
export type MeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0410 Manufacturers Make & Type, CHAR(60). */
  readonly manufacturersMakeType?: string;
  /** J0848 Date of Meter Installation, DATE. */
  readonly dateOfMeterInstallation: string;
  /** J0501 Meter Current Rating, NUM(3). */
  readonly meterCurrentRating?: string;
  /** J0455 VT Ratio, CHAR(10). */
  readonly vtRatio?: string;
  /** J0454 CT Ratio, CHAR(6). */
  readonly ctRatio?: string;
  /** J2266 Phase/wire, CHAR(4). */
  readonly phaseWire?: string;
  /** J1684 Feeder Status, CHAR(1). */
  readonly feederStatus: J1684;
  /** J1685 Feeder Status Effective From Date, DATE. */
  readonly feederStatusEffectiveFromDate: string;
  /** J1677 Meter Asset Provider Id, CHAR(4), inferred. */
  readonly meterAssetProviderId: string;
  /** 04A Meter Register Details, 1 or more. */
  readonly meterRegisterDetails: readonly MeterRegisterDetails[];
};

/** Group 04A Meter Register Details. */
export type MeterRegisterDetails = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0428 Outstation Id, CHAR(20). */
  readonly outstationId: string;
  /** J0382 Channel Number, CHAR(3). */
  readonly channelNumber: string;
  /** J0432 Pulse Multiplier, NUM(9,6). */
  readonly pulseMultiplier: string;
  /** J0475 Meter Register Multiplier, NUM(9,2). */
  readonly meterRegisterMultiplier: string;
  /** J1688 Outstation Multiplier, NUM(8,4). */
  readonly outstationMultiplier: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0478 Number of Register Digits, NUM(1). */
  readonly numberOfRegisterDigits: string;
  /** J0476 Associated Meter Id, CHAR(10), inferred. */
  readonly associatedMeterId?: string;
  /** J0477 Associated Meter Register Id, CHAR(2), inferred. */
  readonly associatedMeterRegisterId?: string;
};

/** Group 81C Meters Removed. */
export type MetersRemoved = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J1269 Date of Meter Removal, DATE. */
  readonly dateOfMeterRemoval: string;
  /** J1677 Meter Asset Provider Id, CHAR(4), inferred. */
  readonly meterAssetProviderId: string;
};
