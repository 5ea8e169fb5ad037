// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * ORDERS version 001: Orders.
 * A message is the rows that agree in order_number.
 */
export type ORDERS001 = {
  /** order_number, CHAR(30). */
  readonly orderNumber: string;
  /** ordered_at, DATETIME. */
  readonly orderedAt: string;
  /** customer_name, CHAR(100). */
  readonly customerName: string;
  /** customer_email, CHAR(254). */
  readonly customerEmail?: string;
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
  /** currency, CHAR(3). */
  readonly currency?: string;
  /** delivery_date, DATE. */
  readonly deliveryDate?: string;
  /** accepts_email, BOOLEAN. */
  readonly acceptsEmail?: "true" | "false";
  /** One for each row, in order. */
  readonly lines: readonly ORDERS001Line[];
};

/** A row of ORDERS. */
export type ORDERS001Line = {
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
};
