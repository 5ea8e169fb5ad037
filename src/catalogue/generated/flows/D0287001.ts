// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0287 version 001: Annually Recalculated Researched Consumption.
 * The whole file is one message.
 */
export type D0287001 = {
  /** GSP GSP Groups, 1 or more. */
  readonly gspGroups: readonly GspGroups[];
};

/** Group GSP GSP Groups. */
export type GspGroups = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** PFC Profile Class, any number. */
  readonly profileClass?: readonly ProfileClass[];
};

/** Group PFC Profile Class. */
export type ProfileClass = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** SSC VSCPC Details, any number. */
  readonly vscpcDetails?: readonly VscpcDetails[];
  /** GDE GSPG PC Default EACs, any number. */
  readonly gspgPcDefaultEacs?: readonly GspgPcDefaultEacs[];
};

/** Group SSC VSCPC Details. */
export type VscpcDetails = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** AFC AFYC Details, any number. */
  readonly afycDetails?: readonly AfycDetails[];
  /** GAE GSPG PC Average EACs, any number. */
  readonly gspgPcAverageEacs?: readonly GspgPcAverageEacs[];
};

/** Group AFC AFYC Details. */
export type AfycDetails = {
  /** J1214 Time Pattern Regime Id, CHAR(5). */
  readonly timePatternRegimeId: string;
  /** J0133 Average Fraction of Yearly Consumption, ±NUM(7,6). */
  readonly averageFractionOfYearlyConsumption: string;
  /** J0731 Effective from Settlement Date {AFOYCS}, DATE. */
  readonly effectiveFromSettlementDateAfoycs: string;
  /** J0738 Effective to Settlement Date {AFOYCS}, DATE. */
  readonly effectiveToSettlementDateAfoycs?: string;
};

/** Group GAE GSPG PC Average EACs. */
export type GspgPcAverageEacs = {
  /** J0768 Researched Average EAC, ±NUM(12,1). */
  readonly researchedAverageEac: string;
  /** J0763 Effective from Settlement Date {GGPCAE}, DATE. */
  readonly effectiveFromSettlementDateGgpcae: string;
};

/** Group GDE GSPG PC Default EACs. */
export type GspgPcDefaultEacs = {
  /** J1593 Researched Default EAC, NUM(12,1). */
  readonly researchedDefaultEac: string;
  /** J1592 Effective from Settlement Date {GGPCDE}, DATE. */
  readonly effectiveFromSettlementDateGgpcde: string;
};
