// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0020, J0080, J0103, J0134, J0137, J0146, J0161, J0162, J0163, J0164, J0727, J0775, J1614, J1615, J1620, J1622, J1683 } from "../codes.ts";

/**
 * D0269 version 004: Market Domain Data Complete Set.
 * The whole file is one message.
 */
export type D0269004 = {
  /** MDD Market Domain Data Version, 1. */
  readonly marketDomainDataVersion: MarketDomainDataVersion;
  /** OFT Off Tolerance Parameters, any number. */
  readonly offToleranceParameters?: readonly OffToleranceParameters[];
  /** THP Threshold Parameters, any number. */
  readonly thresholdParameters?: readonly ThresholdParameters[];
  /** SMP Smoothing Parameters, any number. */
  readonly smoothingParameters?: readonly SmoothingParameters[];
  /** RCT Regression Coefficient Types, any number. */
  readonly regressionCoefficientTypes?: readonly RegressionCoefficientTypes[];
  /** DYT Day Types, any number. */
  readonly dayTypes?: readonly DayTypes[];
  /** DOW Day of the Week, any number. */
  readonly dayOfTheWeek?: readonly DayOfTheWeek[];
  /** MRO Market Roles, any number. */
  readonly marketRoles?: readonly MarketRoles[];
  /** MCD Measurement Class Details, any number. */
  readonly measurementClassDetails?: readonly MeasurementClassDetails[];
  /** CTC Clock Time Changes, any number. */
  readonly clockTimeChanges?: readonly ClockTimeChanges[];
  /** EGS Energisation Status, any number. */
  readonly energisationStatus?: readonly EnergisationStatus[];
  /** STD Settlement Type Details, any number. */
  readonly settlementTypeDetails?: readonly SettlementTypeDetails[];
  /** SED Season Details, any number. */
  readonly seasonDetails?: readonly SeasonDetails[];
  /** YEA Year, any number. */
  readonly year?: readonly Year[];
  /** SDT Settlement Day, any number. */
  readonly settlementDay?: readonly SettlementDay[];
  /** PST BSC Settlement Timetable Details, any number. */
  readonly bscSettlementTimetableDetails?: readonly BscSettlementTimetableDetails[];
  /** SET Settlement Period, any number. */
  readonly settlementPeriod?: readonly SettlementPeriod[];
  /** MAP Market Participants, any number. */
  readonly marketParticipants?: readonly MarketParticipants[];
  /** GSG GSP Groups, any number. */
  readonly gspGroups?: readonly GspGroups[];
  /** LLF Line Loss Factor Classes, any number. */
  readonly lineLossFactorClasses?: readonly LineLossFactorClasses[];
  /** PFC Profile Class Details, any number. */
  readonly profileClassDetails?: readonly ProfileClassDetails[];
  /** TPD Time Pattern Regime Details, any number. */
  readonly timePatternRegimeDetails?: readonly TimePatternRegimeDetails[];
  /** SCE Standard Settlement Configuration Details, any number. */
  readonly standardSettlementConfigurationDetails?: readonly StandardSettlementConfigurationDetails[];
  /** MEQ Measurements Quantities, any number. */
  readonly measurementsQuantities?: readonly MeasurementsQuantities[];
  /** MMT MTC Meter Type, any number. */
  readonly mtcMeterType?: readonly MtcMeterType[];
  /** MPT MTC Payment Type, any number. */
  readonly mtcPaymentType?: readonly MtcPaymentType[];
  /** MTC Meter Timeswitch Code, any number. */
  readonly meterTimeswitchCode?: readonly MeterTimeswitchCode[];
};

/** Group MDD Market Domain Data Version. */
export type MarketDomainDataVersion = {
  /** J0754 MDD Version Number, NUM(8). */
  readonly mddVersionNumber: string;
  /** J0773 MDD Publication Date, DATE. */
  readonly mddPublicationDate: string;
};

/** Group OFT Off Tolerance Parameters. */
export type OffToleranceParameters = {
  /** J1287 Off Tolerance, NUM(2). */
  readonly offTolerance: string;
  /** J0774 Effective from Settlement Date {OT}, DATE. */
  readonly effectiveFromSettlementDateOt: string;
};

/** Group THP Threshold Parameters. */
export type ThresholdParameters = {
  /** J0760 Threshold Parameter, NUM(4). */
  readonly thresholdParameter: string;
  /** J0765 Effective from Settlement Date {TPAR}, DATE. */
  readonly effectiveFromSettlementDateTpar: string;
};

/** Group SMP Smoothing Parameters. */
export type SmoothingParameters = {
  /** J0758 Smoothing Parameter, NUM(6,3). */
  readonly smoothingParameter: string;
  /** J0764 Effective from Settlement Date {SPAR}, DATE. */
  readonly effectiveFromSettlementDateSpar: string;
};

/** Group RCT Regression Coefficient Types. */
export type RegressionCoefficientTypes = {
  /** J0285 Regression Coefficient Type, NUM(2). */
  readonly regressionCoefficientType: string;
  /** J1289 Regression Coefficient Description, CHAR(30). */
  readonly regressionCoefficientDescription: string;
};

/** Group DYT Day Types. */
export type DayTypes = {
  /** J0127 Day Type Id, CHAR(2). */
  readonly dayTypeId: string;
  /** J1290 Day Type Description, CHAR(30). */
  readonly dayTypeDescription: string;
};

/** Group DOW Day of the Week. */
export type DayOfTheWeek = {
  /** J0726 Day of the Week Id, NUM(1). */
  readonly dayOfTheWeekId: string;
  /** J1291 Day of the Week Description, CHAR(30). */
  readonly dayOfTheWeekDescription: string;
};

/** Group MRO Market Roles. */
export type MarketRoles = {
  /** J0001 Market Participant Role Code, CHAR(1). */
  readonly marketParticipantRoleCode: string;
  /** J0753 Market Role Description, CHAR(40). */
  readonly marketRoleDescription: string;
};

/** Group MCD Measurement Class Details. */
export type MeasurementClassDetails = {
  /** J0082 Measurement Class Id, CHAR(1). */
  readonly measurementClassId: string;
  /** J0311 Measurement Class Description, CHAR(30). */
  readonly measurementClassDescription: string;
  /** J0299 Effective from Settlement Date {MCLA}, DATE. */
  readonly effectiveFromSettlementDateMcla: string;
  /** J0741 Effective to Settlement Date {MCLA}, DATE. */
  readonly effectiveToSettlementDateMcla?: string;
};

/** Group CTC Clock Time Changes. */
export type ClockTimeChanges = {
  /** J0725 Change Date, DATE. */
  readonly changeDate: string;
  /** J0745 GMT Time, TIME. */
  readonly gmtTime: string;
  /** J0756 Post Change Local Time, TIME. */
  readonly postChangeLocalTime: string;
};

/** Group EGS Energisation Status. */
export type EnergisationStatus = {
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
  /** J1293 Energisation Status Description, CHAR(30). */
  readonly energisationStatusDescription: string;
};

/** Group STD Settlement Type Details. */
export type SettlementTypeDetails = {
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J0882 Settlement Code Description, CHAR(30). */
  readonly settlementCodeDescription: string;
  /** J0914 Settlement Sequence Number, NUM(2). */
  readonly settlementSequenceNumber?: string;
};

/** Group SED Season Details. */
export type SeasonDetails = {
  /** J0128 Season Id, NUM(1). */
  readonly seasonId: string;
  /** J0916 Season Description, CHAR(50). */
  readonly seasonDescription: string;
};

/** Group YEA Year. */
export type Year = {
  /** J1294 Year, NUM(4). */
  readonly year: string;
  /** YSD Yearly Season Details, any number. */
  readonly yearlySeasonDetails?: readonly YearlySeasonDetails[];
};

/** Group YSD Yearly Season Details. */
export type YearlySeasonDetails = {
  /** J0128 Season Id, NUM(1). */
  readonly seasonId: string;
  /** J0290 Start Month, NUM(2). */
  readonly startMonth: string;
  /** J0289 Start Day, NUM(2). */
  readonly startDay: string;
  /** J0288 End Month, NUM(2). */
  readonly endMonth: string;
  /** J0287 End Day, NUM(2). */
  readonly endDay: string;
};

/** Group SDT Settlement Day. */
export type SettlementDay = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0127 Day Type Id, CHAR(2). */
  readonly dayTypeId: string;
  /** J0128 Season Id, NUM(1). */
  readonly seasonId: string;
};

/** Group PST BSC Settlement Timetable Details. */
export type BscSettlementTimetableDetails = {
  /** J0146 Settlement Code, CHAR(2). */
  readonly settlementCode: J0146;
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0902 Payment Date, DATE. */
  readonly paymentDate: string;
  /** J0747 SVA Notification Deadline Date, DATE. */
  readonly svaNotificationDeadlineDate: string;
  /** J0918 SAA Notification Deadline Date, DATE. */
  readonly saaNotificationDeadlineDate: string;
};

/** Group SET Settlement Period. */
export type SettlementPeriod = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0167 Settlement Period Label, CHAR(6). */
  readonly settlementPeriodLabel: string;
};

/** Group MAP Market Participants. */
export type MarketParticipants = {
  /** J0002 Market Participant Id, CHAR(4). */
  readonly marketParticipantId: string;
  /** J0750 Market Participant Name, CHAR(40). */
  readonly marketParticipantName: string;
  /** J0244 BSC Trading Party Id, CHAR(4). */
  readonly bscTradingPartyId?: string;
  /** MPR Market Participant Roles, any number. */
  readonly marketParticipantRoles?: readonly MarketParticipantRoles[];
};

/** Group MPR Market Participant Roles. */
export type MarketParticipantRoles = {
  /** J0001 Market Participant Role Code, CHAR(1). */
  readonly marketParticipantRoleCode: string;
  /** J1297 Effective from Date {MPR}, DATE. */
  readonly effectiveFromDateMpr: string;
  /** J1298 Effective to Date {MPR}, DATE. */
  readonly effectiveToDateMpr?: string;
  /** J1310 Distributor Business Id, NUM(2). */
  readonly distributorBusinessId?: string;
  /** J0757 Postcode, CHAR(10). */
  readonly postcode: string;
  /** ADL Address Line, any number. */
  readonly addressLine?: readonly AddressLine[];
};

/** Group ADL Address Line. */
export type AddressLine = {
  /** J1299 Address Line, CHAR(40). */
  readonly addressLine: string;
};

/** Group GSG GSP Groups. */
export type GspGroups = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0269 GSP Group Name, CHAR(30). */
  readonly gspGroupName: string;
  /** GGD GSP Group Distributors, any number. */
  readonly gspGroupDistributors?: readonly GspGroupDistributors[];
  /** PAA MPAS Agent Appointment, any number. */
  readonly mpasAgentAppointment?: readonly MpasAgentAppointment[];
  /** IAA ISR Agent Appointment, any number. */
  readonly isrAgentAppointment?: readonly IsrAgentAppointment[];
};

/** Group GGD GSP Group Distributors. */
export type GspGroupDistributors = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0001 Market Participant Role Code, CHAR(1). */
  readonly marketParticipantRoleCode: string;
  /** J1297 Effective from Date {MPR}, DATE. */
  readonly effectiveFromDateMpr: string;
  /** J0728 Effective from Settlement Date {GGD}, DATE. */
  readonly effectiveFromSettlementDateGgd: string;
  /** J0735 Effective to Settlement Date {GGD}, DATE. */
  readonly effectiveToSettlementDateGgd?: string;
};

/** Group PAA MPAS Agent Appointment. */
export type MpasAgentAppointment = {
  /** J0111 MPAS Agent Id, CHAR(4), inferred. */
  readonly mpasAgentId: string;
  /** J0001 Market Participant Role Code, CHAR(1). */
  readonly marketParticipantRoleCode: string;
  /** J1297 Effective from Date {MPR}, DATE. */
  readonly effectiveFromDateMpr: string;
  /** J0730 Effective From Date {PAA}, DATE. */
  readonly effectiveFromDatePaa: string;
  /** J0737 Effective to Date {PAA}, DATE. */
  readonly effectiveToDatePaa?: string;
};

/** Group IAA ISR Agent Appointment. */
export type IsrAgentAppointment = {
  /** J0240 Supplier Volume Allocation Agent Id, CHAR(4), inferred. */
  readonly supplierVolumeAllocationAgentId: string;
  /** J0001 Market Participant Role Code, CHAR(1). */
  readonly marketParticipantRoleCode: string;
  /** J1297 Effective from Date {MPR}, DATE. */
  readonly effectiveFromDateMpr: string;
  /** J0729 Effective From Date {IAA & SVAA}, DATE. */
  readonly effectiveFromDateIaaSvaa: string;
  /** J0736 Effective to Date {IAA & SVAA}, DATE. */
  readonly effectiveToDateIaaSvaa?: string;
};

/** Group LLF Line Loss Factor Classes. */
export type LineLossFactorClasses = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J0001 Market Participant Role Code, CHAR(1). */
  readonly marketParticipantRoleCode: string;
  /** J1297 Effective from Date {MPR}, DATE. */
  readonly effectiveFromDateMpr: string;
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** J0776 Line Loss Factor Class Description, CHAR(30). */
  readonly lineLossFactorClassDescription: string;
  /** J0775 MS Specific LLF Class Indicator, CHAR(1). */
  readonly msSpecificLlfClassIndicator: J0775;
  /** J0733 Effective from Settlement Date {LLFC}, DATE. */
  readonly effectiveFromSettlementDateLlfc: string;
  /** J0740 Effective to Settlement Date {LLFC}, DATE. */
  readonly effectiveToSettlementDateLlfc?: string;
};

/** Group PFC Profile Class Details. */
export type ProfileClassDetails = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0122 Profile Class Description, CHAR(50). */
  readonly profileClassDescription: string;
  /** J0123 Switched Load Profile Class Ind, BOOLEAN. */
  readonly switchedLoadProfileClassInd: "T" | "F";
  /** J0777 Effective from Settlement Date {PCLA}, DATE. */
  readonly effectiveFromSettlementDatePcla: string;
  /** J0778 Effective to Settlement Date {PCLA}, DATE. */
  readonly effectiveToSettlementDatePcla?: string;
  /** DPP Default Period Profile Class Coefficient, any number. */
  readonly defaultPeriodProfileClassCoefficient?: readonly DefaultPeriodProfileClassCoefficient[];
  /** PRO Profile Details, any number. */
  readonly profileDetails?: readonly ProfileDetails[];
};

/** Group DPP Default Period Profile Class Coefficient. */
export type DefaultPeriodProfileClassCoefficient = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J1301 Default Period Profile Class Coefficient, ±NUM(13,13). */
  readonly defaultPeriodProfileClassCoefficient: string;
};

/** Group PRO Profile Details. */
export type ProfileDetails = {
  /** J0072 Profile Id, NUM(2). */
  readonly profileId: string;
  /** J0124 Profile Description, CHAR(50). */
  readonly profileDescription: string;
  /** J0878 Profile Settlement Periods, NUM(2). */
  readonly profileSettlementPeriods: string;
  /** J0125 Effective from Settlement Date {PROF}, DATE. */
  readonly effectiveFromSettlementDateProf: string;
  /** J0400 Effective to Settlement Date {PROF}, DATE. */
  readonly effectiveToSettlementDateProf?: string;
  /** PFL Profile Set, any number. */
  readonly profileSet?: readonly ProfileSet[];
};

/** Group PFL Profile Set. */
export type ProfileSet = {
  /** J0734 Effective from Settlement Date {PSET}, DATE. */
  readonly effectiveFromSettlementDatePset: string;
  /** J0766 Effective to Settlement Date {PSET}, DATE. */
  readonly effectiveToSettlementDatePset?: string;
  /** GSP GSP Group Average EAC, any number. */
  readonly gspGroupAverageEac?: readonly GspGroupAverageEac[];
  /** RES Regression Equation Set, any number. */
  readonly regressionEquationSet?: readonly RegressionEquationSet[];
};

/** Group GSP GSP Group Average EAC. */
export type GspGroupAverageEac = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J1303 Group Average Consumption, NUM(14,4). */
  readonly groupAverageConsumption: string;
};

/** Group RES Regression Equation Set. */
export type RegressionEquationSet = {
  /** J0127 Day Type Id, CHAR(2). */
  readonly dayTypeId: string;
  /** J0128 Season Id, NUM(1). */
  readonly seasonId: string;
  /** PER Period Regression Equation, any number. */
  readonly periodRegressionEquation?: readonly PeriodRegressionEquation[];
};

/** Group PER Period Regression Equation. */
export type PeriodRegressionEquation = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** COF Regression Coefficient, any number. */
  readonly regressionCoefficient?: readonly RegressionCoefficient[];
};

/** Group COF Regression Coefficient. */
export type RegressionCoefficient = {
  /** J0433 Regression Coefficient, ±NUM(12,9). */
  readonly regressionCoefficient: string;
  /** J0285 Regression Coefficient Type, NUM(2). */
  readonly regressionCoefficientType: string;
};

/** Group TPD Time Pattern Regime Details. */
export type TimePatternRegimeDetails = {
  /** J0744 GMT Indicator, CHAR(1). */
  readonly gmtIndicator: string;
  /** J1214 Time Pattern Regime Id, CHAR(5). */
  readonly timePatternRegimeId: string;
  /** J0134 Tele-Switch/Clock Indicator, CHAR(1). */
  readonly teleSwitchClockIndicator: J0134;
  /** TTP Tele-switch Time Pattern Regime Details, 1. */
  readonly teleSwitchTimePatternRegimeDetails: TeleSwitchTimePatternRegimeDetails;
  /** CKI Clock Interval, 1 or more. */
  readonly clockInterval: readonly ClockInterval[];
};

/** Group TTP Tele-switch Time Pattern Regime Details. */
export type TeleSwitchTimePatternRegimeDetails = {
  /** J0136 Tele-Switch Group Id, NUM(4). */
  readonly teleSwitchGroupId: string;
  /** J0137 Tele-Switch Switch Id, CHAR(1). */
  readonly teleSwitchSwitchId: J0137;
  /** J0135 Tele-Switch User Id, NUM(2). */
  readonly teleSwitchUserId: string;
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

/** Group SCE Standard Settlement Configuration Details. */
export type StandardSettlementConfigurationDetails = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J0075 Standard Settlement Configuration Desc, CHAR(50). */
  readonly standardSettlementConfigurationDesc: string;
  /** J0496 Effective from Settlement Date {SSC}, DATE. */
  readonly effectiveFromSettlementDateSsc: string;
  /** J0401 Effective to Settlement Date {SSC}, DATE. */
  readonly effectiveToSettlementDateSsc?: string;
  /** J1683 Standard Settlement Configuration Type, CHAR(1). */
  readonly standardSettlementConfigurationType: J1683;
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
  /** J0398 Effective from Settlement Date {VSCPC}, DATE. */
  readonly effectiveFromSettlementDateVscpc: string;
  /** J0447 Effective to Settlement Date {VSCPC}, DATE. */
  readonly effectiveToSettlementDateVscpc?: string;
  /** GAE GSP Group Profile Class Average EACs, any number. */
  readonly gspGroupProfileClassAverageEacs?: readonly GspGroupProfileClassAverageEacs[];
  /** SLM Switched Load Measurement Requirement Details, any number. */
  readonly switchedLoadMeasurementRequirementDetails?: readonly SwitchedLoadMeasurementRequirementDetails[];
  /** ASD AFYCS Details, any number. */
  readonly afycsDetails?: readonly AfycsDetails[];
};

/** Group GAE GSP Group Profile Class Average EACs. */
export type GspGroupProfileClassAverageEacs = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0768 Researched Average EAC, ±NUM(12,1). */
  readonly researchedAverageEac: string;
  /** J0763 Effective from Settlement Date {GGPCAE}, DATE. */
  readonly effectiveFromSettlementDateGgpcae: string;
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
  /** J0731 Effective from Settlement Date {AFOYCS}, DATE. */
  readonly effectiveFromSettlementDateAfoycs: string;
  /** J0738 Effective to Settlement Date {AFOYCS}, DATE. */
  readonly effectiveToSettlementDateAfoycs?: string;
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

/** Group MEQ Measurements Quantities. */
export type MeasurementsQuantities = {
  /** J0103 Measurement Quantity Id, CHAR(2). */
  readonly measurementQuantityId: J0103;
  /** J0727 Direction of Energy Flow, CHAR(1). */
  readonly directionOfEnergyFlow: J0727;
  /** J1306 Measurement Quantity Description, CHAR(50). */
  readonly measurementQuantityDescription: string;
  /** CCC Consumption Component Classes, any number. */
  readonly consumptionComponentClasses?: readonly ConsumptionComponentClasses[];
};

/** Group CCC Consumption Component Classes. */
export type ConsumptionComponentClasses = {
  /** J0160 Consumption Component Class Id, NUM(2). */
  readonly consumptionComponentClassId: string;
  /** J0163 Data Aggregation Type, CHAR(1). */
  readonly dataAggregationType: J0163;
  /** J0164 Metered/Unmetered Indicator, CHAR(1). */
  readonly meteredUnmeteredIndicator: J0164;
  /** J0020 Actual/Estimated Indicator, CHAR(1). */
  readonly actualEstimatedIndicator?: J0020;
  /** J0161 AA/EAC Indicator, CHAR(1). */
  readonly aaEacIndicator?: J0161;
  /** J0162 Consumption Component Indicator, CHAR(1). */
  readonly consumptionComponentIndicator: J0162;
  /** GCF GSP Group Correction Scaling Factor, any number. */
  readonly gspGroupCorrectionScalingFactor?: readonly GspGroupCorrectionScalingFactor[];
};

/** Group GCF GSP Group Correction Scaling Factor. */
export type GspGroupCorrectionScalingFactor = {
  /** J0732 Effective from Settlement Date {GGCSF}, DATE. */
  readonly effectiveFromSettlementDateGgcsf: string;
  /** J0165 GSP Group Correction Scaling Factor, ±NUM(4,2). */
  readonly gspGroupCorrectionScalingFactor: string;
  /** J0739 Effective to Settlement Date {GGCSF}, DATE. */
  readonly effectiveToSettlementDateGgcsf?: string;
};

/** Group MMT MTC Meter Type. */
export type MtcMeterType = {
  /** J1616 MTC Meter Type Id, CHAR(2). */
  readonly mtcMeterTypeId: string;
  /** J1617 MTC Meter Type Description, CHAR(50). */
  readonly mtcMeterTypeDescription: string;
  /** J1599 Effective From Settlement Date {MMT}, DATE. */
  readonly effectiveFromSettlementDateMmt: string;
  /** J1606 Effective To Settlement Date {MMT}, DATE. */
  readonly effectiveToSettlementDateMmt?: string;
};

/** Group MPT MTC Payment Type. */
export type MtcPaymentType = {
  /** J1618 MTC Payment Type Id, CHAR(2). */
  readonly mtcPaymentTypeId: string;
  /** J1619 MTC Payment Type Description, CHAR(50). */
  readonly mtcPaymentTypeDescription: string;
  /** J1600 Effective From Settlement Date {MPT}, DATE. */
  readonly effectiveFromSettlementDateMpt: string;
  /** J1607 Effective To Settlement Date {MPT}, DATE. */
  readonly effectiveToSettlementDateMpt?: string;
};

/** Group MTC Meter Timeswitch Code. */
export type MeterTimeswitchCode = {
  /** J0220 Meter Timeswitch Code, NUM(3). */
  readonly meterTimeswitchCode: string;
  /** J1601 Effective From Settlement Date {MTC}, DATE. */
  readonly effectiveFromSettlementDateMtc: string;
  /** J1614 MTC Common Code Indicator, CHAR(1). */
  readonly mtcCommonCodeIndicator: J1614;
  /** J1620 MTC Related Metering System Indicator, CHAR(1). */
  readonly mtcRelatedMeteringSystemIndicator: J1620;
  /** J1608 Effective To Settlement Date {MTC}, DATE. */
  readonly effectiveToSettlementDateMtc?: string;
  /** J1616 MTC Meter Type Id, CHAR(2). */
  readonly mtcMeterTypeId?: string;
  /** J1618 MTC Payment Type Id, CHAR(2). */
  readonly mtcPaymentTypeId?: string;
  /** J1613 Meter Timeswitch Code Description, CHAR(50). */
  readonly meterTimeswitchCodeDescription?: string;
  /** J1615 MTC Communication Indicator, CHAR(1). */
  readonly mtcCommunicationIndicator?: J1615;
  /** J1622 MTC Type Indicator, CHAR(1). */
  readonly mtcTypeIndicator?: J1622;
  /** J1621 MTC TPR Count, NUM(2). */
  readonly mtcTprCount?: string;
  /** MPA MTC in Distribution Services Area, any number. */
  readonly mtcInDistributionServicesArea?: readonly MtcInDistributionServicesArea[];
};

/** Group MPA MTC in Distribution Services Area. */
export type MtcInDistributionServicesArea = {
  /** J0189 Distributor Id, CHAR(4). */
  readonly distributorId: string;
  /** J1602 Effective From Settlement Date {MTCPA}, DATE. */
  readonly effectiveFromSettlementDateMtcpa: string;
  /** J1609 Effective To Settlement Date {MTCPA}, DATE. */
  readonly effectiveToSettlementDateMtcpa?: string;
  /** J1616 MTC Meter Type Id, CHAR(2). */
  readonly mtcMeterTypeId?: string;
  /** J1618 MTC Payment Type Id, CHAR(2). */
  readonly mtcPaymentTypeId?: string;
  /** J1613 Meter Timeswitch Code Description, CHAR(50). */
  readonly meterTimeswitchCodeDescription?: string;
  /** J1615 MTC Communication Indicator, CHAR(1). */
  readonly mtcCommunicationIndicator?: J1615;
  /** J1622 MTC Type Indicator, CHAR(1). */
  readonly mtcTypeIndicator?: J1622;
  /** J1621 MTC TPR Count, NUM(2). */
  readonly mtcTprCount?: string;
  /** VML Valid MTC LLFC Combination, any number. */
  readonly validMtcLlfcCombination?: readonly ValidMtcLlfcCombination[];
  /** VMS Valid MTC SSC Combination, any number. */
  readonly validMtcSscCombination?: readonly ValidMtcSscCombination[];
};

/** Group VML Valid MTC LLFC Combination. */
export type ValidMtcLlfcCombination = {
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** J1603 Effective From Settlement Date {VMTCLC}, DATE. */
  readonly effectiveFromSettlementDateVmtclc: string;
  /** J1610 Effective To Settlement Date {VMTCLC}, DATE. */
  readonly effectiveToSettlementDateVmtclc?: string;
};

/** Group VMS Valid MTC SSC Combination. */
export type ValidMtcSscCombination = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** J1605 Effective From Settlement Date {VMTCSC}, DATE. */
  readonly effectiveFromSettlementDateVmtcsc: string;
  /** J1612 Effective To Settlement Date {VMTCSC}, DATE. */
  readonly effectiveToSettlementDateVmtcsc?: string;
  /** VLS Valid MTC LLFC SSC Combination, any number. */
  readonly validMtcLlfcSscCombination?: readonly ValidMtcLlfcSscCombination[];
};

/** Group VLS Valid MTC LLFC SSC Combination. */
export type ValidMtcLlfcSscCombination = {
  /** J0147 Line Loss Factor Class Id, CHAR(3). */
  readonly lineLossFactorClassId: string;
  /** J1604 Effective From Settlement Date {VMTCLSC}, DATE. */
  readonly effectiveFromSettlementDateVmtclsc: string;
  /** J1611 Effective To Settlement Date {VMTCLSC}, DATE. */
  readonly effectiveToSettlementDateVmtclsc?: string;
  /** VLP Valid MTC LLFC SSC PC Combination, any number. */
  readonly validMtcLlfcSscPcCombination?: readonly ValidMtcLlfcSscPcCombination[];
};

/** Group VLP Valid MTC LLFC SSC PC Combination. */
export type ValidMtcLlfcSscPcCombination = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J1706 Effective From Settlement Date {VMTCLSPC}, DATE. */
  readonly effectiveFromSettlementDateVmtclspc: string;
  /** J1707 Effective To Settlement Date {VMTCLSPC}, DATE. */
  readonly effectiveToSettlementDateVmtclspc?: string;
  /** J1708 Preserved Tariff Indicator, CHAR(1). */
  readonly preservedTariffIndicator: string;
};
