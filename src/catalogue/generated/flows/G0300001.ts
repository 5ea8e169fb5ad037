// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * G0300 version 001: Request for gas asset details, of any kind (ORDET).
 * A message is an occurrence of group MTPNT Meter Point.
 */
export type G0300001 = {
  /** A0072 Meter Point Reference Number, NUM(10). */
  readonly meterPointReferenceNumber: string;
  /** TRANS Transaction, the one above it. */
  readonly transaction: Transaction;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group TRANS Transaction. */
export type Transaction = {
  /** A0055 Transaction Reference, CHAR(15). */
  readonly transactionReference: string;
  /** A0056 Transaction Comment, CHAR(210). */
  readonly transactionComment?: string;
  /** A0144 Transaction Type Code, CHAR(5). */
  readonly transactionTypeCode: string;
  /** A0081 Effective From Date, DATE. */
  readonly effectiveFromDate: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
