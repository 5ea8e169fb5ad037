// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * PACKING version 001: Packing confirmations.
 * A message is the rows that agree in order_number, parcel_number.
 */
export type PACKING001 = {
  /** order_number, CHAR(30). */
  readonly orderNumber: string;
  /** parcel_number, CHAR(40). */
  readonly parcelNumber: string;
  /** parcels, NUM(3). */
  readonly parcels?: string;
  /** packed_at, DATETIME. */
  readonly packedAt: string;
  /** carrier, CHAR(40). */
  readonly carrier?: string;
  /** tracking_number, CHAR(60). */
  readonly trackingNumber?: string;
  /** weight_grams, NUM(7). */
  readonly weightGrams?: string;
  /** One for each row, in order. */
  readonly lines: readonly PACKING001Line[];
};

/** A row of PACKING. */
export type PACKING001Line = {
  /** line_number, NUM(5). */
  readonly lineNumber: string;
  /** sku, CHAR(40). */
  readonly sku: string;
  /** quantity_ordered, NUM(6). */
  readonly quantityOrdered: string;
  /** quantity_packed, NUM(6). */
  readonly quantityPacked: string;
};
