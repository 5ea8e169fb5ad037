// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * COLLECTION version 001: Courier collection.
 * A message is a row.
 */
export type COLLECTION001 = {
  /** order_number, CHAR(30). */
  readonly orderNumber: string;
  /** parcel_number, CHAR(40). */
  readonly parcelNumber: string;
  /** collection_request, CHAR(10). */
  readonly collectionRequest: "collect" | "withdraw" | (string & {});
  /** requested_at, DATETIME. */
  readonly requestedAt: string;
  /** deliver_by, DATE. */
  readonly deliverBy?: string;
  /** carrier, CHAR(40). */
  readonly carrier?: string;
  /** tracking_number, CHAR(60). */
  readonly trackingNumber?: string;
  /** weight_grams, NUM(7). */
  readonly weightGrams?: string;
  /** customer_name, CHAR(100). */
  readonly customerName: string;
  /** address_line_1, CHAR(100). */
  readonly addressLine1: string;
  /** address_line_2, CHAR(100). */
  readonly addressLine2?: string;
  /** town, CHAR(60). */
  readonly town?: string;
  /** postcode, CHAR(12). */
  readonly postcode: string;
  /** country, CHAR(2). */
  readonly country?: string;
};
