// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * G0701 version 001: Response to a gas metering file that rejects (RNJOB, RRJOB, RNAGE, RRDET, RNDET, RNUPD).
 * One of several kinds of message.
 */
export type G0701001 = Reason | TransactionOutcome;

/** A message is an occurrence of group REJFL Reason. */
export type Reason = {
  /** A0173 Attribute Number, CHAR(5). */
  readonly attributeNumber?: string;
  /** A0190 Response Code, CHAR(5). */
  readonly responseCode: string;
  /** A0192 Response Notes, CHAR(210). */
  readonly responseNotes?: string;
  /** RESPN Response Transaction, 1. */
  readonly responseTransaction: ResponseTransaction;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group RESPN Response Transaction. */
export type ResponseTransaction = {
  /** A0186 File Identifier, CHAR(8). */
  readonly fileIdentifier: string;
  /** A0184 Created date, DATE. */
  readonly createdDate: string;
  /** A0185 Created time, TIME. */
  readonly createdTime: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** A message is an occurrence of group TROUT Transaction Outcome. */
export type TransactionOutcome = {
  /** A0197 Response Type Code, CHAR(5). */
  readonly responseTypeCode: string;
  /** A0193 Outcome Code, CHAR(5). */
  readonly outcomeCode: string;
  /** A0072 Meter Point Reference Number, NUM(10). */
  readonly meterPointReferenceNumber: string;
  /** A0055 Transaction Reference, CHAR(15). */
  readonly transactionReference: string;
  /** A0144 Transaction Type Code, CHAR(5). */
  readonly transactionTypeCode?: string;
  /** A0142 Transaction Status Code, CHAR(5). */
  readonly transactionStatusCode?: string;
  /** RESPN Response Transaction, 1. */
  readonly responseTransaction: ResponseTransaction;
  /** REJRS Reason, any number. */
  readonly reason?: readonly ReasonREJRS[];
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group REJRS Reason. */
export type ReasonREJRS = {
  /** A0173 Attribute Number, CHAR(5). */
  readonly attributeNumber?: string;
  /** A0190 Response Code, CHAR(5). */
  readonly responseCode: string;
  /** A0192 Response Notes, CHAR(210). */
  readonly responseNotes?: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
