// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * G0502 version 001: Gas metering agent de-appointed, supplier to old metering agent (ONAGE).
 * A message is an occurrence of group MTPNT Meter Point.
 */
export type G0502001 = {
  /** A0072 Meter Point Reference Number, NUM(10). */
  readonly meterPointReferenceNumber: string;
  /** A0076 Meter Link Code, CHAR(1). */
  readonly meterLinkCode?: string;
  /** A0077 Meter Point Status Code, CHAR(2). */
  readonly meterPointStatusCode?: string;
  /** A0059 Location Code, CHAR(2). */
  readonly locationCode?: string;
  /** A0157 Meter Point Location Notes, CHAR(100). */
  readonly meterPointLocationNotes?: string;
  /** A0075 Access Instructions, CHAR(210). */
  readonly accessInstructions?: string;
  /** A0074 Conversion Factor, NUM(9,6). */
  readonly conversionFactor?: string;
  /** TRANS Transaction, the one above it. */
  readonly transaction: Transaction;
  /** MKPRT Market Participant, 0 or 1. */
  readonly marketParticipant?: MarketParticipant;
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
  /** A0142 Transaction Status Code, CHAR(5). */
  readonly transactionStatusCode?: string;
  /** A0082 Effective To Date, DATE. */
  readonly effectiveToDate: string;
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
