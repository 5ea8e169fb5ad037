// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * CONTRACTS version 001: Contracts and debt of points that we supply.
 * A row is a message.
 */
export type CONTRACTS001 = {
  /** metering_point, CHAR(13). */
  readonly meteringPoint: string;
  /** fuel, CHAR(1). */
  readonly fuel: "E" | "G" | (string & {});
  /** supplied_from, DATE as yyyy-MM-dd. */
  readonly suppliedFrom: string;
  /** domestic, BOOLEAN as true/false. */
  readonly domestic: "true" | "false";
  /** as_of, DATE as yyyy-MM-dd. */
  readonly asOf: string;
  /** debt, NUM(9,2). */
  readonly debt: string;
  /** debt_since, DATE as yyyy-MM-dd. */
  readonly debtSince?: string;
  /** contract_ends, DATE as yyyy-MM-dd. */
  readonly contractEnds?: string;
  /** customer_asks_to_object, BOOLEAN as true/false. */
  readonly customerAsksToObject?: "true" | "false";
  /** account, CHAR(35). */
  readonly account?: string;
  /** metering, CHAR(3). */
  readonly metering?: "NHH" | "HH" | (string & {});
  /** migrated, BOOLEAN as true/false. */
  readonly migrated?: "true" | "false";
  /** meter_operator, CHAR(4). */
  readonly meterOperator?: string;
  /** data_collector, CHAR(4). */
  readonly dataCollector?: string;
  /** data_aggregator, CHAR(4). */
  readonly dataAggregator?: string;
  /** The positions in quotes, where they are not those of the file's first row. */
  readonly $quoted?: string;
  /** The line ends after the row, where they are not the file's. */
  readonly $after?: string;
};
