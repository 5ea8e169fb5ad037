// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * G0608 version 001: Gas metering details updated or refreshed, shipper to central data service (UPD).
 * A message is an occurrence of group MTPNT Meter Point.
 */
export type G0608001 = {
  /** A0072 Meter Point Reference Number, NUM(10). */
  readonly meterPointReferenceNumber: string;
  /** A0075 Access Instructions, CHAR(210). */
  readonly accessInstructions?: string;
  /** A0074 Conversion Factor, NUM(9,6). */
  readonly conversionFactor?: string;
  /** A0073 Last Inspection Date, DATE. */
  readonly lastInspectionDate?: string;
  /** TRANS Transaction, the one above it. */
  readonly transaction: Transaction;
  /** ASSET Asset, 0 or 1. */
  readonly asset?: Asset;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group TRANS Transaction. */
export type Transaction = {
  /** A0055 Transaction Reference, CHAR(15). */
  readonly transactionReference: string;
  /** A0144 Transaction Type Code, CHAR(5). */
  readonly transactionTypeCode: string;
  /** A0161 Market Sector Code, CHAR(1). */
  readonly marketSectorCode?: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group ASSET Asset. */
export type Asset = {
  /** A0178 Data Update Code, CHAR(5). */
  readonly dataUpdateCode?: string;
  /** A0144 Transaction Type Code, CHAR(5). */
  readonly transactionTypeCode: string;
  /** A0024 Asset Class Code, CHAR(5). */
  readonly assetClassCode: string;
  /** A0109 Product Id, CHAR(10). */
  readonly productId?: string;
  /** A0083 Model Code, CHAR(10). */
  readonly modelCode?: string;
  /** A0060 Manufacturer Code, CHAR(3). */
  readonly manufacturerCode?: string;
  /** A0021 Year of Manufacture, NUM(4). */
  readonly yearOfManufacture?: string;
  /** A0022 Serial Number, CHAR(14). */
  readonly serialNumber?: string;
  /** A0059 Location Code, CHAR(2). */
  readonly locationCode?: string;
  /** A0158 Asset Location Notes, CHAR(100). */
  readonly assetLocationNotes?: string;
  /** A0037 Asset Status Code, CHAR(2). */
  readonly assetStatusCode?: string;
  /** METER Meter, 0 or 1. */
  readonly meter?: Meter;
  /** CONVE Converter, 0 or 1. */
  readonly converter?: Converter;
  /** REGST Register Details, 0 to 2. */
  readonly registerDetails?: readonly RegisterDetails[];
  /** MKPRT Market Participant, 0 or 1. */
  readonly marketParticipant?: MarketParticipant;
  /** APPNT Appointment, 0 or 1. */
  readonly appointment?: Appointment;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group METER Meter. */
export type Meter = {
  /** A0025 Meter Type Code, CHAR(5). */
  readonly meterTypeCode?: string;
  /** A0085 Meter Mechanism Code, CHAR(5). */
  readonly meterMechanismCode?: string;
  /** A0112 Measuring Capacity, NUM(10,4). */
  readonly measuringCapacity?: string;
  /** A0044 Collar Status Code, CHAR(5). */
  readonly collarStatusCode?: string;
  /** A0126 Role Code, CHAR(5). */
  readonly roleCode?: string;
  /** A0194 Pulse Value, NUM(7,2). */
  readonly pulseValue?: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group CONVE Converter. */
export type Converter = {
  /** A0036 Conversion Basis Code, CHAR(5). */
  readonly conversionBasisCode?: string;
  /** A0027 Converter Conversion Factor, NUM(9,6). */
  readonly converterConversionFactor?: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group REGST Register Details. */
export type RegisterDetails = {
  /** A0124 Register Type Code, CHAR(5). */
  readonly registerTypeCode: string;
  /** A0121 Number of Dials or Digits, NUM(2). */
  readonly numberOfDialsOrDigits?: string;
  /** A0123 Units of Measure, CHAR(5). */
  readonly unitsOfMeasure?: string;
  /** A0120 Multiplication Factor, NUM(6,3). */
  readonly multiplicationFactor?: string;
  /** READG Reading, 0 or 1. */
  readonly reading?: Reading;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group READG Reading. */
export type Reading = {
  /** A0031 Reading Date, DATE. */
  readonly readingDate?: string;
  /** A0034 Round The Clock, NUM(2). */
  readonly roundTheClock?: string;
  /** A0033 Reading Index, CHAR(12). */
  readonly readingIndex: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group MKPRT Market Participant. */
export type MarketParticipant = {
  /** A0126 Role Code, CHAR(5). */
  readonly roleCode: string;
  /** A0064 Market Participant Abbreviated Name, CHAR(3). */
  readonly marketParticipantAbbreviatedName: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group APPNT Appointment. */
export type Appointment = {
  /** A0138 Appointment Date From, DATE. */
  readonly appointmentDateFrom: string;
  /** A0140 Appointment Time From, CHAR(6). */
  readonly appointmentTimeFrom?: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
