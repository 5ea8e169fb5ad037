// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0289 version 002: Notification of MC/EAC/PC.
 * A message is an occurrence of group 82B MPAN Cores.
 */
export type D0289002 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** 83B Measurement Class Details, 1. */
  readonly measurementClassDetails: MeasurementClassDetails;
  /** 84B EAC Details, any number. */
  readonly eacDetails?: readonly EacDetails[];
  /** 85B Profile Class Details, any number. */
  readonly profileClassDetails?: readonly ProfileClassDetails[];
};

/** Group 83B Measurement Class Details. */
export type MeasurementClassDetails = {
  /** J0082 Measurement Class Id, CHAR(1). */
  readonly measurementClassId: string;
  /** J0094 Effective from Settlement Date {MSMCDC}, DATE. */
  readonly effectiveFromSettlementDateMsmcdc: string;
};

/** Group 84B EAC Details. */
export type EacDetails = {
  /** J0081 Estimated Annual Consumption, ±NUM(14,1). */
  readonly estimatedAnnualConsumption: string;
  /** J0090 Effective from Settlement Date {EACDC}, DATE. */
  readonly effectiveFromSettlementDateEacdc: string;
};

/** Group 85B Profile Class Details. */
export type ProfileClassDetails = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** J0092 Effective from Settlement Date {MSPCDC}, DATE. */
  readonly effectiveFromSettlementDateMspcdc: string;
};
