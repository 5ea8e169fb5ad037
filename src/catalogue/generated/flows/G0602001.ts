// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * G0602 version 001: Gas metering agent de-appointed, metering agent to asset provider (ONUPD).
 * A message is an occurrence of group MTPNT Meter Point.
 */
export type G0602001 = {
  /** A0178 Data Update Code, CHAR(5). */
  readonly dataUpdateCode?: string;
  /** A0072 Meter Point Reference Number, NUM(10). */
  readonly meterPointReferenceNumber: string;
  /** TRANS Transaction, the one above it. */
  readonly transaction: Transaction;
  /** ASSET Asset, 1 or more. */
  readonly asset: readonly Asset[];
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group TRANS Transaction. */
export type Transaction = {
  /** A0055 Transaction Reference, CHAR(15). */
  readonly transactionReference: string;
  /** A0056 Transaction Comment, CHAR(210). */
  readonly transactionComment?: string;
  /** A0053 Contract Reference, CHAR(25). */
  readonly contractReference?: string;
  /** A0144 Transaction Type Code, CHAR(5). */
  readonly transactionTypeCode: string;
  /** A0167 Transaction Type Reason Code, CHAR(5). */
  readonly transactionTypeReasonCode: string;
  /** A0082 Effective To Date, DATE. */
  readonly effectiveToDate: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group ASSET Asset. */
export type Asset = {
  /** A0178 Data Update Code, CHAR(5). */
  readonly dataUpdateCode?: string;
  /** A0144 Transaction Type Code, CHAR(5). */
  readonly transactionTypeCode: string;
  /** A0024 Asset Class Code, CHAR(5). */
  readonly assetClassCode: string;
  /** A0022 Serial Number, CHAR(14). */
  readonly serialNumber: string;
  /** MKPRT Market Participant, 0 or 1. */
  readonly marketParticipant?: MarketParticipant;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group MKPRT Market Participant. */
export type MarketParticipant = {
  /** A0126 Role Code, CHAR(5). */
  readonly roleCode: string;
  /** A0064 Market Participant Abbreviated Name, CHAR(3). */
  readonly marketParticipantAbbreviatedName: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
