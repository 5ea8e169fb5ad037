// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0322 version 001: GD Provider Update to Charging Information.
 * The whole file is one message.
 */
export type D0322001 = {
  /** 98G GD Provider Update References, 1 or more. */
  readonly gdProviderUpdateReferences: readonly GdProviderUpdateReferences[];
};

/** Group 98G GD Provider Update References. */
export type GdProviderUpdateReferences = {
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber: string;
  /** J1801 GD Provider Update Reason Code, CHAR(1). */
  readonly gdProviderUpdateReasonCode: string;
  /** 99G GD Charge Information, any number. */
  readonly gdChargeInformation?: readonly GdChargeInformation[];
  /** 00H GD Plan End Date, 0 or 1. */
  readonly gdPlanEndDate?: GdPlanEndDate;
  /** 01H GD Remittance Processor Information, 0 or 1. */
  readonly gdRemittanceProcessorInformation?: GdRemittanceProcessorInformation;
};

/** Group 99G GD Charge Information. */
export type GdChargeInformation = {
  /** J1776 GD Charge Start Date, DATE. */
  readonly gdChargeStartDate: string;
  /** J1775 GD Charge End Date, DATE. */
  readonly gdChargeEndDate: string;
  /** J1778 GD Daily Charge, NUM(8,2). */
  readonly gdDailyCharge: string;
};

/** Group 00H GD Plan End Date. */
export type GdPlanEndDate = {
  /** J1791 GD Plan Actual End Date, DATE. */
  readonly gdPlanActualEndDate: string;
};

/** Group 01H GD Remittance Processor Information. */
export type GdRemittanceProcessorInformation = {
  /** J1803 GD Remittance Processor MPID, CHAR(4). */
  readonly gdRemittanceProcessorMpid: string;
  /** J1802 GD Remittance Processor EFD, DATE. */
  readonly gdRemittanceProcessorEfd: string;
};
