// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * WAREHOUSE version 001: Warehouse progress.
 * A message is a row.
 */
export type WAREHOUSE001 = {
  /** order_number, CHAR(30). */
  readonly orderNumber: string;
  /** warehouse, CHAR(40). */
  readonly warehouse: string;
  /** stage, CHAR(30). */
  readonly stage: "received" | "packing-started" | (string & {});
  /** stage_at, DATETIME. */
  readonly stageAt: string;
  /** note, CHAR(200). */
  readonly note?: string;
};
