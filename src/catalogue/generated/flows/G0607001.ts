// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * G0607 version 001: Gas metering details updated or refreshed, metering agent to supplier to shipper (ONUPD).
 * A message is an occurrence of group MTPNT Meter Point.
 */
export type G0607001 = {
  /** A0178 Data Update Code, CHAR(5). */
  readonly dataUpdateCode?: string;
  /** A0072 Meter Point Reference Number, NUM(10). */
  readonly meterPointReferenceNumber: string;
  /** A0076 Meter Link Code, CHAR(1). */
  readonly meterLinkCode?: string;
  /** A0077 Meter Point Status Code, CHAR(2). */
  readonly meterPointStatusCode?: string;
  /** A0059 Location Code, CHAR(2). */
  readonly locationCode?: string;
  /** A0157 Meter Point Location Notes, CHAR(100). */
  readonly meterPointLocationNotes?: string;
  /** A0075 Access Instructions, CHAR(210). */
  readonly accessInstructions?: string;
  /** A0074 Conversion Factor, NUM(9,6). */
  readonly conversionFactor?: string;
  /** A0073 Last Inspection Date, DATE. */
  readonly lastInspectionDate?: string;
  /** TRANS Transaction, the one above it. */
  readonly transaction: Transaction;
  /** ADDRS Address, 0 or 1. */
  readonly address?: Address;
  /** ASSET Asset, 0 or 1. */
  readonly asset?: Asset;
  /** NAME Name, any number. */
  readonly name?: readonly NameNAME[];
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group TRANS Transaction. */
export type Transaction = {
  /** A0055 Transaction Reference, CHAR(15). */
  readonly transactionReference: string;
  /** A0056 Transaction Comment, CHAR(210). */
  readonly transactionComment?: string;
  /** A0144 Transaction Type Code, CHAR(5). */
  readonly transactionTypeCode: string;
  /** A0167 Transaction Type Reason Code, CHAR(5). */
  readonly transactionTypeReasonCode?: string;
  /** A0058 Cross-Ref Other Internal Job Reference, CHAR(15). */
  readonly crossRefOtherInternalJobReference?: string;
  /** A0122 Cross-Ref Other External Job Reference, CHAR(15). */
  readonly crossRefOtherExternalJobReference?: string;
  /** A0161 Market Sector Code, CHAR(1). */
  readonly marketSectorCode?: string;
  /** ADDRS Address, 0 or 1. */
  readonly addressAddrs?: AddressAddrs;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group ADDRS Address. */
export type AddressAddrs = {
  /** A0102 Address Type Code, CHAR(5). */
  readonly addressTypeCode: string;
  /** A0003 Address Text, CHAR(210). */
  readonly addressText?: string;
  /** A0004 Sub Building Name Number, CHAR(40). */
  readonly subBuildingNameNumber?: string;
  /** A0006 Building Name Number, CHAR(40). */
  readonly buildingNameNumber?: string;
  /** A0007 Dependent Thoroughfare, CHAR(40). */
  readonly dependentThoroughfare?: string;
  /** A0008 Thoroughfare, CHAR(40). */
  readonly thoroughfare?: string;
  /** A0009 Double Dependent Locality, CHAR(40). */
  readonly doubleDependentLocality?: string;
  /** A0010 Dependent Locality, CHAR(40). */
  readonly dependentLocality?: string;
  /** A0011 Post Town, CHAR(40). */
  readonly postTown?: string;
  /** A0012 County, CHAR(40). */
  readonly county?: string;
  /** A0013 Post Code, CHAR(10). */
  readonly postCode?: string;
  /** A0015 Grid Co-ord X, NUM(7). */
  readonly gridCoOrdX?: string;
  /** A0016 Grid Co-ord Y, NUM(7). */
  readonly gridCoOrdY?: string;
  /** A0017 Grid Co-ord Z, NUM(7). */
  readonly gridCoOrdZ?: string;
  /** NAME Name, 0 or 1. */
  readonly nameName?: NameName;
  /** CONTM Contact Mechanism, any number. */
  readonly contactMechanism?: readonly ContactMechanism[];
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group NAME Name. */
export type NameName = {
  /** A0107 Person Type Code, CHAR(5). */
  readonly personTypeCode: string;
  /** A0088 Title, CHAR(6). */
  readonly title?: string;
  /** A0089 Initials, CHAR(4). */
  readonly initials?: string;
  /** A0090 Surname, CHAR(30). */
  readonly surname?: string;
  /** A0100 Person Notes, CHAR(100). */
  readonly personNotes?: string;
  /** A0101 Access Password, CHAR(30). */
  readonly accessPassword?: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group CONTM Contact Mechanism. */
export type ContactMechanism = {
  /** A0049 Contact Mechanism Code, CHAR(5). */
  readonly contactMechanismCode: string;
  /** A0106 Contact Mechanism Value, CHAR(100). */
  readonly contactMechanismValue: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group ADDRS Address. */
export type Address = {
  /** A0102 Address Type Code, CHAR(5). */
  readonly addressTypeCode: string;
  /** A0003 Address Text, CHAR(210). */
  readonly addressText?: string;
  /** A0004 Sub Building Name Number, CHAR(40). */
  readonly subBuildingNameNumber?: string;
  /** A0006 Building Name Number, CHAR(40). */
  readonly buildingNameNumber?: string;
  /** A0007 Dependent Thoroughfare, CHAR(40). */
  readonly dependentThoroughfare?: string;
  /** A0008 Thoroughfare, CHAR(40). */
  readonly thoroughfare?: string;
  /** A0009 Double Dependent Locality, CHAR(40). */
  readonly doubleDependentLocality?: string;
  /** A0010 Dependent Locality, CHAR(40). */
  readonly dependentLocality?: string;
  /** A0011 Post Town, CHAR(40). */
  readonly postTown?: string;
  /** A0012 County, CHAR(40). */
  readonly county?: string;
  /** A0013 Post Code, CHAR(10). */
  readonly postCode: string;
  /** A0015 Grid Co-ord X, NUM(7). */
  readonly gridCoOrdX?: string;
  /** A0016 Grid Co-ord Y, NUM(7). */
  readonly gridCoOrdY?: string;
  /** A0017 Grid Co-ord Z, NUM(7). */
  readonly gridCoOrdZ?: string;
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
  /** A0163 Payment Method Code, CHAR(5). */
  readonly paymentMethodCode?: string;
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
  /** NAME Name, any number. */
  readonly name?: readonly Name[];
  /** APPNT Appointment, 0 or 1. */
  readonly appointment?: Appointment;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group METER Meter. */
export type Meter = {
  /** A0178 Data Update Code, CHAR(5). */
  readonly dataUpdateCode?: string;
  /** A0025 Meter Type Code, CHAR(5). */
  readonly meterTypeCode?: string;
  /** A0085 Meter Mechanism Code, CHAR(5). */
  readonly meterMechanismCode?: string;
  /** A0112 Measuring Capacity, NUM(10,4). */
  readonly measuringCapacity?: string;
  /** A0079 Meter Usage Code, CHAR(1). */
  readonly meterUsageCode?: string;
  /** A0044 Collar Status Code, CHAR(5). */
  readonly collarStatusCode?: string;
  /** A0149 OAMI Inspection Date, DATE. */
  readonly oamiInspectionDate?: string;
  /** A0126 Role Code, CHAR(5). */
  readonly roleCode?: string;
  /** A0160 Last Refurbished Date, DATE. */
  readonly lastRefurbishedDate?: string;
  /** A0194 Pulse Value, NUM(7,2). */
  readonly pulseValue?: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group CONVE Converter. */
export type Converter = {
  /** A0178 Data Update Code, CHAR(5). */
  readonly dataUpdateCode?: string;
  /** A0036 Conversion Basis Code, CHAR(5). */
  readonly conversionBasisCode?: string;
  /** A0027 Converter Conversion Factor, NUM(9,6). */
  readonly converterConversionFactor?: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group REGST Register Details. */
export type RegisterDetails = {
  /** A0178 Data Update Code, CHAR(5). */
  readonly dataUpdateCode?: string;
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

/** Group NAME Name. */
export type Name = {
  /** A0107 Person Type Code, CHAR(5). */
  readonly personTypeCode: string;
  /** A0088 Title, CHAR(6). */
  readonly title?: string;
  /** A0089 Initials, CHAR(4). */
  readonly initials?: string;
  /** A0090 Surname, CHAR(30). */
  readonly surname?: string;
  /** ADDRS Address, 0 or 1. */
  readonly address?: AddressADDRS;
  /** CONTM Contact Mechanism, any number. */
  readonly contactMechanism?: readonly ContactMechanismCONTM[];
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group ADDRS Address. */
export type AddressADDRS = {
  /** A0102 Address Type Code, CHAR(5). */
  readonly addressTypeCode: string;
  /** A0003 Address Text, CHAR(210). */
  readonly addressText?: string;
  /** A0004 Sub Building Name Number, CHAR(40). */
  readonly subBuildingNameNumber?: string;
  /** A0006 Building Name Number, CHAR(40). */
  readonly buildingNameNumber?: string;
  /** A0007 Dependent Thoroughfare, CHAR(40). */
  readonly dependentThoroughfare?: string;
  /** A0008 Thoroughfare, CHAR(40). */
  readonly thoroughfare?: string;
  /** A0009 Double Dependent Locality, CHAR(40). */
  readonly doubleDependentLocality?: string;
  /** A0010 Dependent Locality, CHAR(40). */
  readonly dependentLocality?: string;
  /** A0011 Post Town, CHAR(40). */
  readonly postTown?: string;
  /** A0012 County, CHAR(40). */
  readonly county?: string;
  /** A0013 Post Code, CHAR(10). */
  readonly postCode?: string;
  /** A0015 Grid Co-ord X, NUM(7). */
  readonly gridCoOrdX?: string;
  /** A0016 Grid Co-ord Y, NUM(7). */
  readonly gridCoOrdY?: string;
  /** A0017 Grid Co-ord Z, NUM(7). */
  readonly gridCoOrdZ?: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group CONTM Contact Mechanism. */
export type ContactMechanismCONTM = {
  /** A0049 Contact Mechanism Code, CHAR(5). */
  readonly contactMechanismCode: string;
  /** A0106 Contact Mechanism Value, CHAR(100). */
  readonly contactMechanismValue: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group APPNT Appointment. */
export type Appointment = {
  /** A0019 Appointment Qualifier Code, CHAR(5). */
  readonly appointmentQualifierCode?: string;
  /** A0138 Appointment Date From, DATE. */
  readonly appointmentDateFrom: string;
  /** A0139 Appointment Date To, DATE. */
  readonly appointmentDateTo?: string;
  /** A0019 Appointment Qualifier Code, CHAR(5). */
  readonly appointmentQualifierCode4?: string;
  /** A0140 Appointment Time From, CHAR(6). */
  readonly appointmentTimeFrom?: string;
  /** A0141 Appointment Time To, CHAR(6). */
  readonly appointmentTimeTo?: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group NAME Name. */
export type NameNAME = {
  /** A0107 Person Type Code, CHAR(5). */
  readonly personTypeCode: string;
  /** A0088 Title, CHAR(6). */
  readonly title?: string;
  /** A0089 Initials, CHAR(4). */
  readonly initials?: string;
  /** A0090 Surname, CHAR(30). */
  readonly surname?: string;
  /** A0100 Person Notes, CHAR(100). */
  readonly personNotes?: string;
  /** A0101 Access Password, CHAR(30). */
  readonly accessPassword?: string;
  /** ADDRS Address, 0 or 1. */
  readonly address?: AddressADDRS2;
  /** CONTM Contact Mechanism, any number. */
  readonly contactMechanism?: readonly ContactMechanismCONTM2[];
  /** CARED Care Details, any number. */
  readonly careDetails?: readonly CareDetails[];
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group ADDRS Address. */
export type AddressADDRS2 = {
  /** A0102 Address Type Code, CHAR(5). */
  readonly addressTypeCode: string;
  /** A0003 Address Text, CHAR(210). */
  readonly addressText?: string;
  /** A0004 Sub Building Name Number, CHAR(40). */
  readonly subBuildingNameNumber?: string;
  /** A0006 Building Name Number, CHAR(40). */
  readonly buildingNameNumber?: string;
  /** A0007 Dependent Thoroughfare, CHAR(40). */
  readonly dependentThoroughfare?: string;
  /** A0008 Thoroughfare, CHAR(40). */
  readonly thoroughfare?: string;
  /** A0009 Double Dependent Locality, CHAR(40). */
  readonly doubleDependentLocality?: string;
  /** A0010 Dependent Locality, CHAR(40). */
  readonly dependentLocality?: string;
  /** A0011 Post Town, CHAR(40). */
  readonly postTown?: string;
  /** A0012 County, CHAR(40). */
  readonly county?: string;
  /** A0013 Post Code, CHAR(10). */
  readonly postCode?: string;
  /** A0015 Grid Co-ord X, NUM(7). */
  readonly gridCoOrdX?: string;
  /** A0016 Grid Co-ord Y, NUM(7). */
  readonly gridCoOrdY?: string;
  /** A0017 Grid Co-ord Z, NUM(7). */
  readonly gridCoOrdZ?: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group CONTM Contact Mechanism. */
export type ContactMechanismCONTM2 = {
  /** A0049 Contact Mechanism Code, CHAR(5). */
  readonly contactMechanismCode: string;
  /** A0106 Contact Mechanism Value, CHAR(100). */
  readonly contactMechanismValue: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group CARED Care Details. */
export type CareDetails = {
  /** A0039 Care Category Code, CHAR(2). */
  readonly careCategoryCode: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
