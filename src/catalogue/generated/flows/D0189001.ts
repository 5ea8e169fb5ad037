// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0189 version 001: Adjust Key Meter Debt/Recovery Rate at Specific Locations.
 * The whole file is one message.
 */
export type D0189001 = {
  /** 388 Customer Details, 1 or more. */
  readonly customerDetails: readonly CustomerDetails[];
};

/** Group 388 Customer Details. */
export type CustomerDetails = {
  /** J0084 Supplier Id, CHAR(4), inferred. */
  readonly supplierId: string;
  /** J0389 Customer Reference Number, CHAR(20). */
  readonly customerReferenceNumber: string;
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0554 Total Debt, NUM(7,2). */
  readonly totalDebt: string;
  /** J0547 Debt Recovery Rate, NUM(5,2). */
  readonly debtRecoveryRate: string;
  /** 389 Charging Machine Details, any number. */
  readonly chargingMachineDetails?: readonly ChargingMachineDetails[];
};

/** Group 389 Charging Machine Details. */
export type ChargingMachineDetails = {
  /** J0583 Key Charging Machine Number, NUM(7). */
  readonly keyChargingMachineNumber: string;
};
