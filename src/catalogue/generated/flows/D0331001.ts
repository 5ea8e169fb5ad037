// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0331 version 001: Update Green Deal Market Data.
 * The whole file is one message.
 */
export type D0331001 = {
  /** 25H GD Market Data Version Data, 1. */
  readonly gdMarketDataVersionData: GdMarketDataVersionData;
};

/** Group 25H GD Market Data Version Data. */
export type GdMarketDataVersionData = {
  /** J1784 GD Market Data File Type, CHAR(1). */
  readonly gdMarketDataFileType: string;
  /** J1786 GD Market Data Version Number, NUM(8). */
  readonly gdMarketDataVersionNumber: string;
  /** J1785 GD Market Data Publication Date, DATE. */
  readonly gdMarketDataPublicationDate: string;
  /** J0754 MDD Version Number, NUM(8). */
  readonly mddVersionNumber: string;
  /** 26H GD Market Roles, any number. */
  readonly gdMarketRoles?: readonly GdMarketRoles[];
  /** 27H GD Market Participants, any number. */
  readonly gdMarketParticipants?: readonly GdMarketParticipants[];
};

/** Group 26H GD Market Roles. */
export type GdMarketRoles = {
  /** J0001 Market Participant Role Code, CHAR(1). */
  readonly marketParticipantRoleCode: string;
  /** J0753 Market Role Description, CHAR(40). */
  readonly marketRoleDescription: string;
};

/** Group 27H GD Market Participants. */
export type GdMarketParticipants = {
  /** J0002 Market Participant Id, CHAR(4). */
  readonly marketParticipantId: string;
  /** J0750 Market Participant Name, CHAR(40). */
  readonly marketParticipantName: string;
  /** 28H GD Market Participant Roles, any number. */
  readonly gdMarketParticipantRoles?: readonly GdMarketParticipantRoles[];
};

/** Group 28H GD Market Participant Roles. */
export type GdMarketParticipantRoles = {
  /** J0001 Market Participant Role Code, CHAR(1). */
  readonly marketParticipantRoleCode: string;
  /** J1297 Effective from Date {MPR}, DATE. */
  readonly effectiveFromDateMpr: string;
  /** J1298 Effective to Date {MPR}, DATE. */
  readonly effectiveToDateMpr?: string;
  /** 29H GD Bank Information, any number. */
  readonly gdBankInformation?: readonly GdBankInformation[];
};

/** Group 29H GD Bank Information. */
export type GdBankInformation = {
  /** J1771 GD Bank Account Purpose, CHAR(1). */
  readonly gdBankAccountPurpose: string;
  /** J1772 GD Bank Account Sort Code, CHAR(6). */
  readonly gdBankAccountSortCode: string;
  /** J1770 GD Bank Account Number, CHAR(8). */
  readonly gdBankAccountNumber: string;
  /** J1769 GD Bank Account Name, CHAR(100). */
  readonly gdBankAccountName: string;
  /** J1767 GD Bank Account EFD, DATE. */
  readonly gdBankAccountEfd: string;
  /** J1768 GD Bank Account ETD, DATE. */
  readonly gdBankAccountEtd?: string;
};
