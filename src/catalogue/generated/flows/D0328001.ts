// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0328 version 001: Provide Remittance Details.
 * The whole file is one message.
 */
export type D0328001 = {
  /** 15H GD Remittance Reference Data, 1. */
  readonly gdRemittanceReferenceData: GdRemittanceReferenceData;
  /** 18H Total GD Charges Remitted, 1. */
  readonly totalGdChargesRemitted: TotalGdChargesRemitted;
};

/** Group 15H GD Remittance Reference Data. */
export type GdRemittanceReferenceData = {
  /** J1797 GD Payment Transaction Remittance Reference, CHAR(20). */
  readonly gdPaymentTransactionRemittanceReference: string;
  /** J1803 GD Remittance Processor MPID, CHAR(4). */
  readonly gdRemittanceProcessorMpid: string;
  /** J1783 GD Licensee MPID, CHAR(4). */
  readonly gdLicenseeMpid: string;
  /** 16H GD Plan ID, 1 or more. */
  readonly gdPlanId: readonly GdPlanId[];
};

/** Group 16H GD Plan ID. */
export type GdPlanId = {
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** 17H GD Charges Remitted, 1 or more. */
  readonly gdChargesRemitted: readonly GdChargesRemitted[];
};

/** Group 17H GD Charges Remitted. */
export type GdChargesRemitted = {
  /** J1795 GD Payment Transaction Reason Code, CHAR(3). */
  readonly gdPaymentTransactionReasonCode: string;
  /** J1781 GD Energy Payment Method, CHAR(3). */
  readonly gdEnergyPaymentMethod: string;
  /** J1780 GD Energy Payment Frequency, CHAR(1). */
  readonly gdEnergyPaymentFrequency: string;
  /** J1789 GD Payment Period End Date, DATE. */
  readonly gdPaymentPeriodEndDate: string;
  /** J1774 GD Charge Net Payments Paid for Period, ±NUM(7,2). */
  readonly gdChargeNetPaymentsPaidForPeriod: string;
  /** J1790 GD Payment Receipt Date, DATE. */
  readonly gdPaymentReceiptDate: string;
};

/** Group 18H Total GD Charges Remitted. */
export type TotalGdChargesRemitted = {
  /** J1808 GD Total Charges Remitted, ±NUM(13,2). */
  readonly gdTotalChargesRemitted: string;
};
