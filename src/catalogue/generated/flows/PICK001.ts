// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * PICK version 001: Pick request.
 * A message is the rows that agree in order_number.
 */
export type PICK001 = {
  /** order_number, CHAR(30). */
  readonly orderNumber: string;
  /** pick_request, CHAR(10). */
  readonly pickRequest: "pick" | "withdraw" | (string & {});
  /** requested_at, DATETIME. */
  readonly requestedAt: string;
  /** deliver_by, DATE. */
  readonly deliverBy?: string;
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
  /** One for each row, in order. */
  readonly lines: readonly PICK001Line[];
};

/** A row of PICK. */
export type PICK001Line = {
  /** line_number, NUM(5). */
  readonly lineNumber: string;
  /** sku, CHAR(40). */
  readonly sku: string;
  /** description, CHAR(200). */
  readonly description?: string;
  /** quantity, NUM(6). */
  readonly quantity: string;
};
