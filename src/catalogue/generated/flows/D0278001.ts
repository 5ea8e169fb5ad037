// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0134, J1575 } from "../codes.ts";

/**
 * D0278 version 001: Teleswitch Market Domain Data File.
 * The whole file is one message.
 */
export type D0278001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** TPD Time Pattern Regime Details, any number. */
  readonly timePatternRegimeDetails?: readonly TimePatternRegimeDetails[];
  /** SCI Standard Settlement Configuration Details, any number. */
  readonly standardSettlementConfigurationDetails?: readonly StandardSettlementConfigurationDetails[];
};

/** Group ZPD Data File Additional Header. */
export type DataFileAdditionalHeader = {
};

/** Group TPD Time Pattern Regime Details. */
export type TimePatternRegimeDetails = {
  /** J0744 GMT Indicator, CHAR(1). */
  readonly gmtIndicator: string;
  /** J1214 Time Pattern Regime Id, CHAR(5). */
  readonly timePatternRegimeId: string;
  /** J0134 Tele-Switch/Clock Indicator, CHAR(1). */
  readonly teleSwitchClockIndicator: J0134;
  /** TTP Tele-Switch Time Pattern Regime Details, 1. */
  readonly teleSwitchTimePatternRegimeDetails: TeleSwitchTimePatternRegimeDetails;
  /** CKI Clock Interval, any number. */
  readonly clockInterval?: readonly ClockInterval[];
};

/** Group TTP Tele-Switch Time Pattern Regime Details. */
export type TeleSwitchTimePatternRegimeDetails = {
  /** J0135 Tele-Switch User Id, NUM(2). */
  readonly teleSwitchUserId: string;
  /** J0136 Tele-Switch Group Id, NUM(4). */
  readonly teleSwitchGroupId: string;
  /** TCR Tele-Switch Contact Rule, any number. */
  readonly teleSwitchContactRule?: readonly TeleSwitchContactRule[];
};

/** Group TCR Tele-Switch Contact Rule. */
export type TeleSwitchContactRule = {
  /** J1574 Tele-Switch Register Rule Id, NUM(2). */
  readonly teleSwitchRegisterRuleId: string;
  /** J1570 Tele-Switch Contact Code, CHAR(1). */
  readonly teleSwitchContactCode: string;
  /** J1575 Tele-Switch Contact Rule, CHAR(1). */
  readonly teleSwitchContactRule: J1575;
};

/** Group CKI Clock Interval. */
export type ClockInterval = {
  /** J0726 Day of the Week Id, NUM(1). */
  readonly dayOfTheWeekId: string;
  /** J0287 End Day, NUM(2). */
  readonly endDay: string;
  /** J0288 End Month, NUM(2). */
  readonly endMonth: string;
  /** J0143 End Time, TIME. */
  readonly endTime: string;
  /** J0289 Start Day, NUM(2). */
  readonly startDay: string;
  /** J0290 Start Month, NUM(2). */
  readonly startMonth: string;
  /** J0142 Start Time, TIME. */
  readonly startTime: string;
};

/** Group SCI Standard Settlement Configuration Details. */
export type StandardSettlementConfigurationDetails = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0075 Standard Settlement Configuration Desc, CHAR(50). */
  readonly standardSettlementConfigurationDesc: string;
  /** J0135 Tele-Switch User Id, NUM(2). */
  readonly teleSwitchUserId?: string;
  /** J0136 Tele-Switch Group Id, NUM(4). */
  readonly teleSwitchGroupId?: string;
  /** TPR Measurement Requirement, any number. */
  readonly measurementRequirement?: readonly MeasurementRequirement[];
  /** VSD VSCPC Details, any number. */
  readonly vscpcDetails?: readonly VscpcDetails[];
};

/** Group TPR Measurement Requirement. */
export type MeasurementRequirement = {
  /** J1214 Time Pattern Regime Id, CHAR(5). */
  readonly timePatternRegimeId: string;
};

/** Group VSD VSCPC Details. */
export type VscpcDetails = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J1096 Effective from Settlement Date, DATE. */
  readonly effectiveFromSettlementDate: string;
  /** J1097 Effective to Settlement Date, DATE. */
  readonly effectiveToSettlementDate?: string;
  /** SLM Switched Load Measurement Requirement Details, any number. */
  readonly switchedLoadMeasurementRequirementDetails?: readonly SwitchedLoadMeasurementRequirementDetails[];
  /** ASD AFYCS Details, any number. */
  readonly afycsDetails?: readonly AfycsDetails[];
};

/** Group SLM Switched Load Measurement Requirement Details. */
export type SwitchedLoadMeasurementRequirementDetails = {
  /** J0132 Switched Load Indicator, BOOLEAN. */
  readonly switchedLoadIndicator: "T" | "F";
  /** J1214 Time Pattern Regime Id, CHAR(5). */
  readonly timePatternRegimeId: string;
};

/** Group ASD AFYCS Details. */
export type AfycsDetails = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J1096 Effective from Settlement Date, DATE. */
  readonly effectiveFromSettlementDate: string;
  /** J1097 Effective to Settlement Date, DATE. */
  readonly effectiveToSettlementDate?: string;
  /** AFD Average Fraction of Yearly Consumption Details, any number. */
  readonly averageFractionOfYearlyConsumptionDetails?: readonly AverageFractionOfYearlyConsumptionDetails[];
};

/** Group AFD Average Fraction of Yearly Consumption Details. */
export type AverageFractionOfYearlyConsumptionDetails = {
  /** J0133 Average Fraction of Yearly Consumption, ±NUM(7,6). */
  readonly averageFractionOfYearlyConsumption: string;
  /** J1214 Time Pattern Regime Id, CHAR(5). */
  readonly timePatternRegimeId: string;
};
