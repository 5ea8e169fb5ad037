// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0188 version 001: Key Transaction Details.
 * A message is an occurrence of group 386 Customer Payment Details.
 */
export type D0188001 = {
  /** J0582 Key Meter Supplier/Customer Id, CHAR(20). */
  readonly keyMeterSupplierCustomerId: string;
  /** J0583 Key Charging Machine Number, NUM(7). */
  readonly keyChargingMachineNumber: string;
  /** J0530 Terminal Transaction Number, NUM(6). */
  readonly terminalTransactionNumber: string;
  /** J0527 Customer Payment Date, DATE. */
  readonly customerPaymentDate: string;
  /** J0526 Customer Payment Amount, ±NUM(7,2). */
  readonly customerPaymentAmount: string;
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0543 Standing Charge, NUM(5,2). */
  readonly standingCharge: string;
  /** J0547 Debt Recovery Rate, NUM(5,2). */
  readonly debtRecoveryRate: string;
  /** J0584 Active Credit on Key, NUM(5,2). */
  readonly activeCreditOnKey: string;
  /** J0585 Key Debt, NUM(7,2). */
  readonly keyDebt: string;
  /** J0586 Key Date Stamp, DATETIME. */
  readonly keyDateStamp: string;
  /** J0016 Reading Date & Time, DATETIME. */
  readonly readingDateTime: string;
  /** J0539 Total Credit Accepted, NUM(7,2). */
  readonly totalCreditAccepted: string;
  /** J0537 Credit Balance, ±NUM(5,2). */
  readonly creditBalance: string;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore?: string;
  /** 387 Meter Register Detail per Meter, 1 or more. */
  readonly meterRegisterDetailPerMeter: readonly MeterRegisterDetailPerMeter[];
};

/** Group 387 Meter Register Detail per Meter. */
export type MeterRegisterDetailPerMeter = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
  /** J0542 Prepayment Unit Rate, NUM(5,2). */
  readonly prepaymentUnitRate: string;
};
