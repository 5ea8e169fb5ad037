// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * UBR version 1: Unbundled Meter Readings in Batches.
 * A message is an occurrence of group U10 Unbundled Read.
 */
export type UBR1 = {
  /** Shipper Reference, any text. */
  readonly shipperReference?: string;
  /** Send Reason Code, any text. */
  readonly sendReasonCode?: string;
  /** Actual Read Date, DATE, inferred. */
  readonly actualReadDate?: string;
  /** Meter Serial Number, CHAR(14), inferred. */
  readonly meterSerialNumber?: string;
  /** Meter Point Reference, NUM(10), inferred. */
  readonly meterPointReference: string;
  /** Prime Meter Point Reference, NUM(10), inferred. */
  readonly primeMeterPointReference?: string;
  /** Billing Indicator, any text. */
  readonly billingIndicator?: string;
  /** Read Sequence, any text. */
  readonly readSequence?: string;
  /** Read Reason Code, any text. */
  readonly readReasonCode?: string;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
