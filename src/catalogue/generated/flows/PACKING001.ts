// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * PACKING version 001: Packing confirmations.
 * A message is the rows that follow each other with the same orderNumber and parcelNumber.
 */
export type PACKING001 = {
  /** order_number, CHAR(30). */
  readonly orderNumber: string;
  /** parcel_number, CHAR(40). */
  readonly parcelNumber: string;
  /** parcels, NUM(3). */
  readonly parcels?: string;
  /** packed_at, DATETIME as ISO 8601. */
  readonly packedAt: string;
  /** carrier, CHAR(40). */
  readonly carrier?: string;
  /** tracking_number, CHAR(60). */
  readonly trackingNumber?: string;
  /** weight_grams, NUM(7). */
  readonly weightGrams?: string;
  /** A row each. */
  readonly lines: readonly Line[];
};

/** One row of a message. */
export type Line = {
  /** line_number, NUM(5). */
  readonly lineNumber: string;
  /** sku, CHAR(40). */
  readonly sku: string;
  /** quantity_ordered, NUM(6). */
  readonly quantityOrdered: string;
  /** quantity_packed, NUM(6). */
  readonly quantityPacked: string;
  /** The positions in quotes, where they are not those of the file's first row. */
  readonly $quoted?: string;
  /** The line ends after the row, where they are not the file's. */
  readonly $after?: string;
};
