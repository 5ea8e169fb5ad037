// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0028 version 001: Standing Profile Data Report.
 * The whole file is one message.
 */
export type D0028001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** RDT , 1. */
  readonly groupRdt: GroupRdt;
  /** HDR Standing Profile Data Report Header, 1. */
  readonly standingProfileDataReportHeader: StandingProfileDataReportHeader;
  /** PCD Profile Class Details, any number. */
  readonly profileClassDetails?: readonly ProfileClassDetails[];
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
  /** J1191 Report Paramaters (GSP Groups), CHAR(39). */
  readonly reportParamatersGspGroups: string;
};

/** Group HDR Standing Profile Data Report Header. */
export type StandingProfileDataReportHeader = {
  /** J0128 Season Id, NUM(1). */
  readonly seasonId: string;
  /** J0127 Day Type Id, CHAR(2). */
  readonly dayTypeId: string;
  /** J1091 Profile Production Date, DATE, inferred. */
  readonly profileProductionDate: string;
  /** J1092 Profile Production Time, any text. */
  readonly profileProductionTime: string;
};

/** Group PCD Profile Class Details. */
export type ProfileClassDetails = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0122 Profile Class Description, CHAR(50). */
  readonly profileClassDescription: string;
  /** J0123 Switched Load Profile Class Ind, BOOLEAN. */
  readonly switchedLoadProfileClassInd: "T" | "F";
  /** PFD Profile Details, any number. */
  readonly profileDetails?: readonly ProfileDetails[];
};

/** Group PFD Profile Details. */
export type ProfileDetails = {
  /** J0072 Profile Id, NUM(2). */
  readonly profileId: string;
  /** J0124 Profile Description, CHAR(50). */
  readonly profileDescription: string;
  /** J0878 Profile Settlement Periods, NUM(2). */
  readonly profileSettlementPeriods: string;
  /** GAA Group Average Annual Consumption, any number. */
  readonly groupAverageAnnualConsumption?: readonly GroupAverageAnnualConsumption[];
  /** RGC Regression Coefficient, any number. */
  readonly regressionCoefficient?: readonly RegressionCoefficient[];
};

/** Group GAA Group Average Annual Consumption. */
export type GroupAverageAnnualConsumption = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0129 Group Average Annual Consumption, ±NUM(12,3). */
  readonly groupAverageAnnualConsumption: string;
};

/** Group RGC Regression Coefficient. */
export type RegressionCoefficient = {
  /** J1102 Period Id, any text. */
  readonly periodId: string;
  /** J0433 Regression Coefficient, ±NUM(12,9). */
  readonly regressionCoefficient: string;
  /** J0433 Regression Coefficient, ±NUM(12,9). */
  readonly regressionCoefficient3: string;
  /** J0433 Regression Coefficient, ±NUM(12,9). */
  readonly regressionCoefficient4: string;
  /** J0433 Regression Coefficient, ±NUM(12,9). */
  readonly regressionCoefficient5: string;
  /** J0433 Regression Coefficient, ±NUM(12,9). */
  readonly regressionCoefficient6: string;
  /** J0433 Regression Coefficient, ±NUM(12,9). */
  readonly regressionCoefficient7: string;
  /** J0433 Regression Coefficient, ±NUM(12,9). */
  readonly regressionCoefficient8: string;
  /** J0433 Regression Coefficient, ±NUM(12,9). */
  readonly regressionCoefficient9: string;
};
