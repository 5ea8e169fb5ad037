// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0325 version 001: Green Deal Plan Information for Green Deal Licensee.
 * A message is an occurrence of group 05H Green Deal Plan Instruction.
 */
export type D0325001 = {
  /** J1813 Green Deal MPAN Core, NUM(13), inferred. */
  readonly greenDealMpanCore: string;
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** J1809 GDCC Instruction Number, NUM(20). */
  readonly gdccInstructionNumber: string;
  /** J1810 GDCC Instruction Type, CHAR(1). */
  readonly gdccInstructionType: string;
  /** 06H Default Bill Payer Information, 0 or 1. */
  readonly defaultBillPayerInformation?: DefaultBillPayerInformation;
  /** 07H GD Savings Data, 0 or 1. */
  readonly gdSavingsData?: GdSavingsData;
  /** 08H Customer Account Information, 0 or 1. */
  readonly customerAccountInformation?: CustomerAccountInformation;
  /** 09H GD Charge Information, any number. */
  readonly gdChargeInformation?: readonly GdChargeInformation[];
  /** 10H GD Remittance Processor Information, 0 or 1. */
  readonly gdRemittanceProcessorInformation?: GdRemittanceProcessorInformation;
  /** 59H Green Deal Plan Actual End Date, 0 or 1. */
  readonly greenDealPlanActualEndDate?: GreenDealPlanActualEndDate;
  /** 66H Green Deal Provider Information, 0 or 1. */
  readonly greenDealProviderInformation?: GreenDealProviderInformation;
  /** 67H GD Provider Information, 0 or 1. */
  readonly gdProviderInformation?: GdProviderInformation;
};

/** Group 06H Default Bill Payer Information. */
export type DefaultBillPayerInformation = {
  /** J1749 Default Bill Payer Name, any text. */
  readonly defaultBillPayerName?: string;
  /** J1746 Company Registration Number, CHAR(20). */
  readonly companyRegistrationNumber?: string;
  /** J1026 Address Line 1, CHAR(40). */
  readonly addressLine1?: string;
  /** J1027 Address Line 2, CHAR(40). */
  readonly addressLine2?: string;
  /** J1028 Address Line 3, CHAR(40). */
  readonly addressLine3?: string;
  /** J1029 Address Line 4, CHAR(40). */
  readonly addressLine4?: string;
  /** J1030 Address Line 5, CHAR(40). */
  readonly addressLine5?: string;
  /** J1031 Address Line 6, CHAR(40). */
  readonly addressLine6?: string;
  /** J1032 Address Line 7, CHAR(40). */
  readonly addressLine7?: string;
  /** J1033 Address Line 8, CHAR(40). */
  readonly addressLine8?: string;
  /** J1034 Address Line 9, CHAR(40). */
  readonly addressLine9?: string;
  /** J0757 Postcode, CHAR(10). */
  readonly postcode?: string;
  /** J1748 Default Bill Payer Contact Telephone Number, CHAR(14). */
  readonly defaultBillPayerContactTelephoneNumber?: string;
  /** J1817 Overseas Address Indicator, BOOLEAN. */
  readonly overseasAddressIndicator?: "T" | "F";
  /** J1779 GD Default Bill Payer - EFD, DATE. */
  readonly gdDefaultBillPayerEfd?: string;
};

/** Group 07H GD Savings Data. */
export type GdSavingsData = {
  /** J1804 GD Savings - Electricity, ±NUM(9,2). */
  readonly gdSavingsElectricity: string;
  /** J1805 GD Savings - Gas, ±NUM(9,2). */
  readonly gdSavingsGas: string;
  /** J1806 GD Savings - Other Fuels, ±NUM(9,2). */
  readonly gdSavingsOtherFuels: string;
};

/** Group 08H Customer Account Information. */
export type CustomerAccountInformation = {
  /** J1750 Electricity Account Number, CHAR(20). */
  readonly electricityAccountNumber: string;
  /** J1777 GD Customer Site Reference, CHAR(20). */
  readonly gdCustomerSiteReference?: string;
};

/** Group 09H GD Charge Information. */
export type GdChargeInformation = {
  /** J1776 GD Charge Start Date, DATE. */
  readonly gdChargeStartDate: string;
  /** J1775 GD Charge End Date, DATE. */
  readonly gdChargeEndDate: string;
  /** J1778 GD Daily Charge, NUM(8,2). */
  readonly gdDailyCharge: string;
};

/** Group 10H GD Remittance Processor Information. */
export type GdRemittanceProcessorInformation = {
  /** J1803 GD Remittance Processor MPID, CHAR(4). */
  readonly gdRemittanceProcessorMpid: string;
  /** J1802 GD Remittance Processor EFD, DATE. */
  readonly gdRemittanceProcessorEfd: string;
};

/** Group 59H Green Deal Plan Actual End Date. */
export type GreenDealPlanActualEndDate = {
  /** J1791 GD Plan Actual End Date, DATE. */
  readonly gdPlanActualEndDate: string;
};

/** Group 66H Green Deal Provider Information. */
export type GreenDealProviderInformation = {
  /** J1831 Green Deal Provider Registration Reference, CHAR(7). */
  readonly greenDealProviderRegistrationReference: string;
  /** J1829 Green Deal Provider Name, CHAR(40). */
  readonly greenDealProviderName: string;
  /** J1828 Green Deal Provider EFD, DATE. */
  readonly greenDealProviderEfd: string;
};

/** Group 67H GD Provider Information. */
export type GdProviderInformation = {
  /** J1800 GD Provider MPID, CHAR(4). */
  readonly gdProviderMpid: string;
  /** J0750 Market Participant Name, CHAR(40). */
  readonly marketParticipantName: string;
  /** J1827 GD Provider EFD, DATE. */
  readonly gdProviderEfd: string;
};
