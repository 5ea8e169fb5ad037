// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * ONJOB version 1: Notification of Metering Work.
 * A message is an occurrence of group TRANS Transaction.
 */
export type ONJOB1 = {
  /** Transaction Reference, CHAR(15), inferred. */
  readonly transactionReference: string;
  /** Transaction Comment, CHAR(210), inferred. */
  readonly transactionComment?: string;
  /** Contract Reference, CHAR(25), inferred. */
  readonly contractReference?: string;
  /** Transaction Type Code, CHAR(5), inferred. */
  readonly transactionTypeCode: string;
  /** Transaction Type Reason Code, CHAR(5), inferred. */
  readonly transactionTypeReasonCode?: string;
  /** Cross-Reference Other Internal Job Reference, CHAR(15), inferred. */
  readonly crossReferenceOtherInternalJobReference?: string;
  /** Cross-Reference Other External Job Reference, CHAR(15), inferred. */
  readonly crossReferenceOtherExternalJobReference?: string;
  /** Transaction Status Code, CHAR(5), inferred. */
  readonly transactionStatusCode?: string;
  /** Transaction Status Code Change Reason, CHAR(5), inferred. */
  readonly transactionStatusCodeChangeReason?: string;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
