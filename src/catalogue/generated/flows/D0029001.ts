// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0137 } from "../codes.ts";

/**
 * D0029 version 001: Standard Settlement Configuration Report.
 * The whole file is one message.
 */
export type D0029001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** RDT , 1. */
  readonly groupRdt: GroupRdt;
  /** RUN Profile Production Run Details, 1. */
  readonly profileProductionRunDetails: ProfileProductionRunDetails;
  /** SSC Standard Settlement Configuration Profile Class, any number. */
  readonly standardSettlementConfigurationProfileClass?: readonly StandardSettlementConfigurationProfileClass[];
};

/** Group ZPD Data File Additional Header. */
export type DataFileAdditionalHeader = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J1086 Run Type Code, CHAR(2). */
  readonly runTypeCode: string;
  /** J1087 Run Number, NUM(7). */
  readonly runNumber: string;
};

/** Group RDT. */
export type GroupRdt = {
  /** J1089 User Name, CHAR(8). */
  readonly userName: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters3: string;
};

/** Group RUN Profile Production Run Details. */
export type ProfileProductionRunDetails = {
  /** J1091 Profile Production Date, DATE, inferred. */
  readonly profileProductionDate: string;
  /** J1092 Profile Production Time, any text. */
  readonly profileProductionTime: string;
};

/** Group SSC Standard Settlement Configuration Profile Class. */
export type StandardSettlementConfigurationProfileClass = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0122 Profile Class Description, CHAR(50). */
  readonly profileClassDescription: string;
  /** J0123 Switched Load Profile Class Ind, BOOLEAN. */
  readonly switchedLoadProfileClassInd: "T" | "F";
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0075 Standard Settlement Configuration Desc, CHAR(50). */
  readonly standardSettlementConfigurationDesc: string;
  /** VMR Valid Measurement Requirement Profile Class, any number. */
  readonly validMeasurementRequirementProfileClass?: readonly ValidMeasurementRequirementProfileClass[];
};

/** Group VMR Valid Measurement Requirement Profile Class. */
export type ValidMeasurementRequirementProfileClass = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** J0132 Switched Load Indicator, BOOLEAN. */
  readonly switchedLoadIndicator: "T" | "F";
  /** J0744 GMT Indicator, CHAR(1). */
  readonly gmtIndicator: string;
  /** AFY Average Fraction of Yearly Consumption, any number. */
  readonly averageFractionOfYearlyConsumption?: readonly AverageFractionOfYearlyConsumption[];
  /** CKI Clock Intervals, any number. */
  readonly clockIntervals?: readonly ClockIntervals[];
  /** TSW Tele-Switch Intervals, any number. */
  readonly teleSwitchIntervals?: readonly TeleSwitchIntervals[];
};

/** Group AFY Average Fraction of Yearly Consumption. */
export type AverageFractionOfYearlyConsumption = {
  /** J1104 GSP Group, CHAR(2), inferred. */
  readonly gspGroup: string;
  /** J0133 Average Fraction of Yearly Consumption, ±NUM(7,6). */
  readonly averageFractionOfYearlyConsumption: string;
};

/** Group CKI Clock Intervals. */
export type ClockIntervals = {
  /** J0726 Day of the Week Id, NUM(1). */
  readonly dayOfTheWeekId: string;
  /** J0289 Start Day, NUM(2). */
  readonly startDay: string;
  /** J0290 Start Month, NUM(2). */
  readonly startMonth: string;
  /** J0142 Start Time, TIME. */
  readonly startTime: string;
  /** J0287 End Day, NUM(2). */
  readonly endDay: string;
  /** J0288 End Month, NUM(2). */
  readonly endMonth: string;
  /** J0143 End Time, TIME. */
  readonly endTime: string;
};

/** Group TSW Tele-Switch Intervals. */
export type TeleSwitchIntervals = {
  /** J0135 Tele-Switch User Id, NUM(2). */
  readonly teleSwitchUserId: string;
  /** J0136 Tele-Switch Group Id, NUM(4). */
  readonly teleSwitchGroupId: string;
  /** J0137 Tele-Switch Switch Id, CHAR(1). */
  readonly teleSwitchSwitchId: J0137;
  /** J0142 Start Time, TIME. */
  readonly startTime: string;
  /** J0143 End Time, TIME. */
  readonly endTime: string;
};
