// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0103, J0418, J1689, J1690 } from "../codes.ts";

/**
 * D0313 version 002: Auxiliary Meter Technical Details.
 * A message is an occurrence of group 02G MPAN Cores.
 */
export type D0313002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J1254 Effective from Settlement Date {MSMTD}, DATE. */
  readonly effectiveFromSettlementDateMsmtd: string;
  /** J0418 Meter COP, CHAR(3). */
  readonly meterCop: J0418;
  /** J1686 Meter COP Issue Number, NUM(2). */
  readonly meterCopIssueNumber?: string;
  /** J1689 Event Indicator, CHAR(1). */
  readonly eventIndicator: J1689;
  /** J1717 Remote Disable/Enable Capability, BOOLEAN. */
  readonly remoteDisableEnableCapability: "T" | "F";
  /** 03G Outstation Details, 1 or more. */
  readonly outstationDetails: readonly OutstationDetails[];
};

/** Group 03G Outstation Details. */
export type OutstationDetails = {
  /** J0428 Outstation Id, CHAR(20). */
  readonly outstationId: string;
  /** J0471 Outstation Type, CHAR(3). */
  readonly outstationType: string;
  /** J0469 Outstation Number of Channels, NUM(3). */
  readonly outstationNumberOfChannels: string;
  /** J1256 Outstation Number of Dials, any text. */
  readonly outstationNumberOfDials: string;
  /** J0464 Outstation PIN, CHAR(12). */
  readonly outstationPin?: string;
  /** J1688 Outstation Multiplier, NUM(8,4). */
  readonly outstationMultiplier: string;
  /** J1714 Outstation Username Level 1, CHAR(12). */
  readonly outstationUsernameLevel1?: string;
  /** J0470 Outstation Password Level 1, CHAR(12). */
  readonly outstationPasswordLevel1: string;
  /** J1715 Outstation Username Level 2, CHAR(12), inferred. */
  readonly outstationUsernameLevel2?: string;
  /** J1257 Outstation Password Level 2, CHAR(12), inferred. */
  readonly outstationPasswordLevel2: string;
  /** J1716 Outstation Username Level 3, CHAR(12), inferred. */
  readonly outstationUsernameLevel3?: string;
  /** J1713 Outstation Password Level 3, CHAR(12), inferred. */
  readonly outstationPasswordLevel3: string;
  /** 04G Communications Details, 1 or more. */
  readonly communicationsDetails: readonly CommunicationsDetails[];
  /** 05G Channel Number, any number. */
  readonly channelNumber?: readonly ChannelNumber[];
  /** 06G Meter Details, 1 or more. */
  readonly meterDetails: readonly MeterDetails[];
};

/** Group 04G Communications Details. */
export type CommunicationsDetails = {
  /** J0386 Communications Method, CHAR(2). */
  readonly communicationsMethod: string;
  /** J0385 Communications Address, CHAR(65). */
  readonly communicationsAddress: string;
  /** J1690 Dial In/ Dial Out Indicator, CHAR(1). */
  readonly dialInDialOutIndicator?: J1690;
  /** J1260 Baud Rate, NUM(5). */
  readonly baudRate?: string;
  /** J1709 Communications Provider, CHAR(4). */
  readonly communicationsProvider: string;
};

/** Group 05G Channel Number. */
export type ChannelNumber = {
  /** J0382 Channel Number, CHAR(3). */
  readonly channelNumber: string;
  /** J0432 Pulse Multiplier, NUM(9,6). */
  readonly pulseMultiplier: string;
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
};

/** Group 06G Meter Details. */
export type MeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** 07G Meter Memory Details, 1 or more. */
  readonly meterMemoryDetails: readonly MeterMemoryDetails[];
};

/** Group 07G Meter Memory Details. */
export type MeterMemoryDetails = {
  /** J1711 Meter Memory Location Type, CHAR(2). */
  readonly meterMemoryLocationType: string;
  /** J1718 Timestamp Meter Memory Location, CHAR(32). */
  readonly timestampMeterMemoryLocation: string;
  /** 08G Meter Register Information, 1 or more. */
  readonly meterRegisterInformation: readonly MeterRegisterInformation[];
};

/** Group 08G Meter Register Information. */
export type MeterRegisterInformation = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J1710 Meter Memory Location, CHAR(32). */
  readonly meterMemoryLocation: string;
  /** J1712 Meter Register Description, CHAR(16). */
  readonly meterRegisterDescription?: string;
};
