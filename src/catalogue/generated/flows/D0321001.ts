// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0321 version 001: GD Provider Update to Plan Information.
 * The whole file is one message.
 */
export type D0321001 = {
  /** 94G GD Provider Update References, 1 or more. */
  readonly gdProviderUpdateReferences: readonly GdProviderUpdateReferences[];
};

/** Group 94G GD Provider Update References. */
export type GdProviderUpdateReferences = {
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber: string;
  /** J1801 GD Provider Update Reason Code, CHAR(1). */
  readonly gdProviderUpdateReasonCode: string;
  /** 95G Default Bill Payer Information, 0 or 1. */
  readonly defaultBillPayerInformation?: DefaultBillPayerInformation;
  /** 96G EPC and Savings Data, 0 or 1. */
  readonly epcAndSavingsData?: EpcAndSavingsData;
  /** 97G Customer Account Information, 0 or 1. */
  readonly customerAccountInformation?: CustomerAccountInformation;
};

/** Group 95G Default Bill Payer Information. */
export type DefaultBillPayerInformation = {
  /** J1749 Default Bill Payer Name, any text. */
  readonly defaultBillPayerName: string;
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
  readonly overseasAddressIndicator: "T" | "F";
  /** J1779 GD Default Bill Payer - EFD, DATE. */
  readonly gdDefaultBillPayerEfd: string;
};

/** Group 96G EPC and Savings Data. */
export type EpcAndSavingsData = {
  /** J1754 EPC Report Reference, CHAR(30). */
  readonly epcReportReference: string;
  /** J1804 GD Savings - Electricity, ±NUM(9,2). */
  readonly gdSavingsElectricity?: string;
  /** J1805 GD Savings - Gas, ±NUM(9,2). */
  readonly gdSavingsGas?: string;
  /** J1806 GD Savings - Other Fuels, ±NUM(9,2). */
  readonly gdSavingsOtherFuels?: string;
};

/** Group 97G Customer Account Information. */
export type CustomerAccountInformation = {
  /** J1750 Electricity Account Number, CHAR(20). */
  readonly electricityAccountNumber: string;
  /** J1777 GD Customer Site Reference, CHAR(20). */
  readonly gdCustomerSiteReference?: string;
};
