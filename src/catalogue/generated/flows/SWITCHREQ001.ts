// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * SWITCHREQ version 001: Switch request of the supplier's own systems.
 * A row is a message.
 */
export type SWITCHREQ001 = {
  /** metering_point, CHAR(13). */
  readonly meteringPoint: string;
  /** fuel, CHAR(1). */
  readonly fuel: "E" | "G" | (string & {});
  /** supply_start_date, DATE as yyyy-MM-dd. */
  readonly supplyStartDate: string;
  /** our_reference, CHAR(35). */
  readonly ourReference: string;
  /** domestic, BOOLEAN as true/false. */
  readonly domestic: "true" | "false";
  /** change_of_occupier, BOOLEAN as true/false. */
  readonly changeOfOccupier?: "true" | "false";
  /** returns_erroneous_transfer, BOOLEAN as true/false. */
  readonly returnsErroneousTransfer?: "true" | "false";
  /** metering, CHAR(3). */
  readonly metering?: "NHH" | "HH" | (string & {});
  /** requested_at, DATETIME as ISO 8601. */
  readonly requestedAt?: string;
  /** relevant_date, DATE as yyyy-MM-dd. */
  readonly relevantDate?: string;
  /** current_supplier, CHAR(4). */
  readonly currentSupplier?: string;
  /** gsp_group, CHAR(2). */
  readonly gspGroup?: string;
  /** meter_operators, CHAR(60). */
  readonly meterOperators?: string;
  /** meter_operator_contract, CHAR(10). */
  readonly meterOperatorContract?: string;
  /** data_collectors, CHAR(60). */
  readonly dataCollectors?: string;
  /** data_collector_contract, CHAR(10). */
  readonly dataCollectorContract?: string;
  /** data_aggregators, CHAR(60). */
  readonly dataAggregators?: string;
  /** data_aggregator_contract, CHAR(10). */
  readonly dataAggregatorContract?: string;
  /** metering_services, CHAR(60). */
  readonly meteringServices?: string;
  /** metering_service_contract, CHAR(50). */
  readonly meteringServiceContract?: string;
  /** data_services, CHAR(60). */
  readonly dataServices?: string;
  /** data_service_contract, CHAR(50). */
  readonly dataServiceContract?: string;
  /** consent_granularity, CHAR(1). */
  readonly consentGranularity?: "H" | "D" | "M" | (string & {});
  /** profile_class, CHAR(2). */
  readonly profileClass?: string;
  /** standard_settlement_configuration, CHAR(4). */
  readonly standardSettlementConfiguration?: string;
  /** customer_name, CHAR(100), personal data. */
  readonly customerName?: string;
  /** contact_name, CHAR(50), personal data. */
  readonly contactName?: string;
  /** contact_telephone, CHAR(14), personal data. */
  readonly contactTelephone?: string;
  /** contact_email, CHAR(100), personal data. */
  readonly contactEmail?: string;
  /** address_line_1, CHAR(40), personal data. */
  readonly addressLine1?: string;
  /** address_line_2, CHAR(40), personal data. */
  readonly addressLine2?: string;
  /** postcode, CHAR(10), personal data. */
  readonly postcode?: string;
  /** priority_services, CHAR(60), personal data. */
  readonly priorityServices?: string;
  /** The positions in quotes, where they are not those of the file's first row. */
  readonly $quoted?: string;
  /** The line ends after the row, where they are not the file's. */
  readonly $after?: string;
};
