// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0080, J0419, J0474 } from "../codes.ts";

/**
 * D0193 version 001: Confirmation of Key Meter Installation.
 * A message is an occurrence of group 395 MPAN Cores.
 */
export type D0193001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0080 Energisation Status, CHAR(1). */
  readonly energisationStatus: J0080;
  /** J0375 Customer Name, CHAR(100). */
  readonly customerName?: string;
  /** 396 Meter Details, 1 or more. */
  readonly meterDetails: readonly MeterDetails[];
};

/** Group 396 Meter Details. */
export type MeterDetails = {
  /** J0004 Meter Id, CHAR(10). */
  readonly meterId: string;
  /** J0419 Meter Location, CHAR(1). */
  readonly meterLocation: J0419;
  /** J0410 Manufacturers Make & Type, CHAR(60). */
  readonly manufacturersMakeType: string;
  /** J0501 Meter Current Rating, NUM(3). */
  readonly meterCurrentRating: string;
  /** J0554 Total Debt, NUM(7,2). */
  readonly totalDebt: string;
  /** J0547 Debt Recovery Rate, NUM(5,2). */
  readonly debtRecoveryRate: string;
  /** J0848 Date of Meter Installation, DATE. */
  readonly dateOfMeterInstallation: string;
  /** J0556 Emergency Credit, NUM(5,2). */
  readonly emergencyCredit: string;
  /** J0557 Initial Credit, NUM(5,2). */
  readonly initialCredit: string;
  /** J0543 Standing Charge, NUM(5,2). */
  readonly standingCharge: string;
  /** 397 Meter Register Detail per Meter, 1 or more. */
  readonly meterRegisterDetailPerMeter: readonly MeterRegisterDetailPerMeter[];
};

/** Group 397 Meter Register Detail per Meter. */
export type MeterRegisterDetailPerMeter = {
  /** J0010 Meter Register Id, CHAR(2). */
  readonly meterRegisterId: string;
  /** J0474 Meter Register Type, CHAR(1). */
  readonly meterRegisterType: J0474;
  /** J0478 Number of Register Digits, NUM(1). */
  readonly numberOfRegisterDigits: string;
  /** J0040 Register Reading, NUM(9,1). */
  readonly registerReading: string;
  /** J0542 Prepayment Unit Rate, NUM(5,2). */
  readonly prepaymentUnitRate: string;
};
