// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * PICK version 001: Pick request.
 * A message is the rows that follow each other with the same orderNumber.
 */
export type PICK001 = {
  /** order_number, CHAR(30). */
  readonly orderNumber: string;
  /** pick_request, CHAR(10). */
  readonly pickRequest: "pick" | "withdraw" | (string & {});
  /** requested_at, DATETIME as ISO 8601. */
  readonly requestedAt: string;
  /** deliver_by, DATE as yyyy-MM-dd. */
  readonly deliverBy?: string;
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
  /** The positions in quotes, where they are not those of the file's first row. */
  readonly $quoted?: string;
  /** The line ends after the row, where they are not the file's. */
  readonly $after?: string;
};
