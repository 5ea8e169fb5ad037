// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * PAYMENTS version 001: Payments.
 * A row is a message.
 */
export type PAYMENTS001 = {
  /** order_number, CHAR(30). */
  readonly orderNumber: string;
  /** transaction_id, CHAR(64). */
  readonly transactionId: string;
  /** status, CHAR(20). */
  readonly status: "authorised" | "captured" | "declined" | "refunded" | (string & {});
  /** amount, ±NUM(12,2). */
  readonly amount: string;
  /** currency, CHAR(3). */
  readonly currency: string;
  /** method, CHAR(20). */
  readonly method?: string;
  /** paid_at, DATETIME as ISO 8601. */
  readonly paidAt: string;
  /** The positions in quotes, where they are not those of the file's first row. */
  readonly $quoted?: string;
  /** The line ends after the row, where they are not the file's. */
  readonly $after?: string;
};
