// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0384 version 001: Notification of Commissioning Status.
 * A message is an occurrence of group 00M MPAN Cores.
 */
export type D0384001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J2233 Measurement Transformer Commissioning Completed, BOOLEAN. */
  readonly measurementTransformerCommissioningCompleted: "T" | "F";
  /** J2234 MOA Commissioning Completed, BOOLEAN. */
  readonly moaCommissioningCompleted: "T" | "F";
  /** J2235 Overall Accuracy of Metering System within Limit(s) Defined within the Relevant BSC CoP., BOOLEAN. */
  readonly overallAccuracyOfMeteringSystemWithinLimitsDefinedWithinTheRelevantBscCop: "T" | "F";
  /** 01M Feeder Information, any number. */
  readonly feederInformation?: readonly FeederInformation[];
};

/** Group 01M Feeder Information. */
export type FeederInformation = {
  /** J2236 Defect/Omission Reason, CHAR(2). */
  readonly defectOmissionReason: string;
  /** J2215 D0170 Rejection Description, CHAR(2). */
  readonly d0170RejectionDescription?: string;
  /** J2237 Risk to Settlement, CHAR(1). */
  readonly riskToSettlement: string;
  /** J2238 Defect/Omission Resolution Information, any text. */
  readonly defectOmissionResolutionInformation?: string;
};
