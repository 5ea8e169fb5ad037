// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * COLLECTION version 001: Courier collection.
 * A row is a message.
 */
export type COLLECTION001 = {
  /** order_number, CHAR(30). */
  readonly orderNumber: string;
  /** parcel_number, CHAR(40). */
  readonly parcelNumber: string;
  /** collection_request, CHAR(10). */
  readonly collectionRequest: "collect" | "withdraw" | (string & {});
  /** requested_at, DATETIME as ISO 8601. */
  readonly requestedAt: string;
  /** deliver_by, DATE as yyyy-MM-dd. */
  readonly deliverBy?: string;
  /** carrier, CHAR(40). */
  readonly carrier?: string;
  /** tracking_number, CHAR(60). */
  readonly trackingNumber?: string;
  /** weight_grams, NUM(7). */
  readonly weightGrams?: string;
  /** customer_name, CHAR(100), personal data. */
  readonly customerName: string;
  /** address_line_1, CHAR(100), personal data. */
  readonly addressLine1: string;
  /** address_line_2, CHAR(100), personal data. */
  readonly addressLine2?: string;
  /** town, CHAR(60), personal data. */
  readonly town?: string;
  /** postcode, CHAR(12), personal data. */
  readonly postcode: string;
  /** country, CHAR(2). */
  readonly country?: string;
  /** The positions in quotes, where they are not those of the file's first row. */
  readonly $quoted?: string;
  /** The line ends after the row, where they are not the file's. */
  readonly $after?: string;
};
