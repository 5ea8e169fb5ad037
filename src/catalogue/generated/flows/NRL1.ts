// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * NRL version 1: Notification of Revised Annual Quantities.
 * A message is an occurrence of group T04 Revised Annual Quantity.
 */
export type NRL1 = {
  /** Supply Point Confirmation Reference, any text. */
  readonly supplyPointConfirmationReference?: string;
  /** Nomination Shipper Ref, CHAR(30), inferred. */
  readonly nominationShipperRef?: string;
  /** LDZ Identifier, any text. */
  readonly ldzIdentifier?: string;
  /** Exit Zone Identifier, any text. */
  readonly exitZoneIdentifier?: string;
  /** End User Category, NUM(10), inferred. */
  readonly endUserCategory?: string;
  /** Supply Meter Point Reference, NUM(10), inferred. */
  readonly supplyMeterPointReference: string;
  /** Postcode Outcode, CHAR(4), inferred. */
  readonly postcodeOutcode?: string;
  /** Postcode Incode, CHAR(4), inferred. */
  readonly postcodeIncode?: string;
  /** Meter Serial Number, CHAR(14), inferred. */
  readonly meterSerialNumber?: string;
  /** Convertor Serial Number, CHAR(14), inferred. */
  readonly convertorSerialNumber?: string;
  /** Number of Dials or Digits, any text. */
  readonly numberOfDialsOrDigits?: string;
  /** Meter Status, any text. */
  readonly meterStatus?: string;
  /** Correction Factor, any text. */
  readonly correctionFactor?: string;
  /** Imperial Meter Indicator, any text. */
  readonly imperialMeterIndicator?: string;
  /** Reading Factor, any text. */
  readonly readingFactor?: string;
  /** Meter Reading Units, any text. */
  readonly meterReadingUnits?: string;
  /** DRE Present, any text. */
  readonly drePresent?: string;
  /** Supply Meter Point AQ, any text. */
  readonly supplyMeterPointAq?: string;
  /** Revised Supply Meter Point AQ, any text. */
  readonly revisedSupplyMeterPointAq?: string;
  /** Revised Supply Meter Point AQ Effective Date, DATE, inferred. */
  readonly revisedSupplyMeterPointAqEffectiveDate?: string;
  /** AQ Calc Period Start, DATE, inferred. */
  readonly aqCalcPeriodStart?: string;
  /** AQ Calc Period End, DATE, inferred. */
  readonly aqCalcPeriodEnd?: string;
  /** Start Reading, any text. */
  readonly startReading?: string;
  /** End Reading, any text. */
  readonly endReading?: string;
  /** Round the Clock, any text. */
  readonly roundTheClock?: string;
  /** Number of Exchanges, any text. */
  readonly numberOfExchanges?: string;
  /** Percentage AQ Change, any text. */
  readonly percentageAqChange?: string;
  /** Confirmation Effective Date, DATE, inferred. */
  readonly confirmationEffectiveDate?: string;
  /** Transporter Nomination Reference, any text. */
  readonly transporterNominationReference?: string;
  /** Offer Number, any text. */
  readonly offerNumber?: string;
  /** Supply Meter Point SOQ, any text. */
  readonly supplyMeterPointSoq?: string;
  /** AQ Correction Reason Code, any text. */
  readonly aqCorrectionReasonCode?: string;
  /** Backstop Date, DATE, inferred. */
  readonly backstopDate?: string;
  /** Formula Year SMP AQ, any text. */
  readonly formulaYearSmpAq?: string;
  /** Formula Year SMP SOQ, any text. */
  readonly formulaYearSmpSoq?: string;
  /** Formula Year SMP AQ Start Reading, any text. */
  readonly formulaYearSmpAqStartReading?: string;
  /** Formula Year SMP AQ End Reading, any text. */
  readonly formulaYearSmpAqEndReading?: string;
  /** Formula Year SMP AQ Start Date, DATE, inferred. */
  readonly formulaYearSmpAqStartDate?: string;
  /** Class 1 Threshold Crosser Count, any text. */
  readonly class1ThresholdCrosserCount?: string;
  /** Priority Consumer Count, any text. */
  readonly priorityConsumerCount?: string;
  /** Meter Read Batch Frequency, any text. */
  readonly meterReadBatchFrequency?: string;
  /** MRF Type Code, any text. */
  readonly mrfTypeCode?: string;
  /** Market Category, any text. */
  readonly marketCategory?: string;
  /** EUC Effective Date, DATE, inferred. */
  readonly eucEffectiveDate?: string;
  /** EUC Change Reason Code, any text. */
  readonly eucChangeReasonCode?: string;
  /** EUC Description, any text. */
  readonly eucDescription?: string;
  /** Supply Point Category, any text. */
  readonly supplyPointCategory?: string;
  /** Formula Year SMP AQ Start Reading Date, DATE, inferred. */
  readonly formulaYearSmpAqStartReadingDate?: string;
  /** Formula Year SMP AQ End Reading Date, DATE, inferred. */
  readonly formulaYearSmpAqEndReadingDate?: string;
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
