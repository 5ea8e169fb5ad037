// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0317 version 001: Create New Green Deal Plan.
 * A message is an occurrence of group 87G MPAN Core(s).
 */
export type D0317001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** 86G Initial Plan Information, the one above it. */
  readonly initialPlanInformation: InitialPlanInformation;
};

/** Group 86G Initial Plan Information. */
export type InitialPlanInformation = {
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber: string;
  /** J1753 EPC Register Indicator, CHAR(1). */
  readonly epcRegisterIndicator: string;
  /** J1751 EPC Domestic or Non-Domestic Indicator, CHAR(1). */
  readonly epcDomesticOrNonDomesticIndicator: string;
  /** J1752 EPC Property Reference Number, CHAR(30). */
  readonly epcPropertyReferenceNumber: string;
  /** J1754 EPC Report Reference, CHAR(30). */
  readonly epcReportReference: string;
  /** J0757 Postcode, CHAR(10). */
  readonly postcode: string;
  /** J1750 Electricity Account Number, CHAR(20). */
  readonly electricityAccountNumber: string;
  /** J1777 GD Customer Site Reference, CHAR(20). */
  readonly gdCustomerSiteReference?: string;
  /** J1831 Green Deal Provider Registration Reference, CHAR(7). */
  readonly greenDealProviderRegistrationReference: string;
  /** J1832 GD Provider Plan Creator, CHAR(1). */
  readonly gdProviderPlanCreator: string;
  /** 88G Subsidiary PRNS, 0 or 1. */
  readonly subsidiaryPrns?: SubsidiaryPrns;
};

/** Group 88G Subsidiary PRNS. */
export type SubsidiaryPrns = {
  /** J1821 Subsidiary EPC Property Reference, CHAR(20). */
  readonly subsidiaryEpcPropertyReference: string;
};
