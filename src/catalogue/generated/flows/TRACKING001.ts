// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * TRACKING version 001: Courier tracking.
 * A row is a message.
 */
export type TRACKING001 = {
  /** order_number, CHAR(30). */
  readonly orderNumber: string;
  /** parcel_number, CHAR(40). */
  readonly parcelNumber: string;
  /** tracking_number, CHAR(60). */
  readonly trackingNumber: string;
  /** carrier, CHAR(40). */
  readonly carrier?: string;
  /** status, CHAR(30). */
  readonly status: "collected" | "in-transit" | "out-for-delivery" | "delivered" | "delivery-failed" | "returned" | (string & {});
  /** status_at, DATETIME as ISO 8601. */
  readonly statusAt: string;
  /** location, CHAR(100). */
  readonly location?: string;
  /** note, CHAR(200), personal data. */
  readonly note?: string;
  /** The positions in quotes, where they are not those of the file's first row. */
  readonly $quoted?: string;
  /** The line ends after the row, where they are not the file's. */
  readonly $after?: string;
};
