// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * ORDERS version 001: Orders.
 * A message is the rows that follow each other with the same orderNumber.
 */
export type ORDERS001 = {
  /** order_number, CHAR(30). */
  readonly orderNumber: string;
  /** ordered_at, DATETIME as ISO 8601. */
  readonly orderedAt: string;
  /** customer_name, CHAR(100), personal data. */
  readonly customerName: string;
  /** customer_email, CHAR(254), personal data. */
  readonly customerEmail?: string;
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
  /** currency, CHAR(3). */
  readonly currency?: string;
  /** delivery_date, DATE as yyyy-MM-dd. */
  readonly deliveryDate?: string;
  /** accepts_email, BOOLEAN as true/false. */
  readonly acceptsEmail?: "true" | "false";
  /** A row each. */
  readonly lines: readonly Line[];
};

/** One row of a message. */
export type Line = {
  /** line_number, NUM(5). */
  readonly lineNumber: string;
  /** sku, CHAR(40). */
  readonly sku: string;
  /** description, CHAR(200). */
  readonly description?: string;
  /** quantity, NUM(6). */
  readonly quantity: string;
  /** unit_price, NUM(12,2). */
  readonly unitPrice?: string;
  /** The positions in quotes, where they are not those of the file's first row. */
  readonly $quoted?: string;
  /** The line ends after the row, where they are not the file's. */
  readonly $after?: string;
};
