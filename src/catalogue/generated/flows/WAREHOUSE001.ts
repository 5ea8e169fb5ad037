// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * WAREHOUSE version 001: Warehouse progress.
 * A row is a message.
 */
export type WAREHOUSE001 = {
  /** order_number, CHAR(30). */
  readonly orderNumber: string;
  /** warehouse, CHAR(40). */
  readonly warehouse: string;
  /** stage, CHAR(30). */
  readonly stage: "received" | "packing-started" | (string & {});
  /** stage_at, DATETIME as ISO 8601. */
  readonly stageAt: string;
  /** note, CHAR(200). */
  readonly note?: string;
  /** The positions in quotes, where they are not those of the file's first row. */
  readonly $quoted?: string;
  /** The line ends after the row, where they are not the file's. */
  readonly $after?: string;
};
