// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * G0604 version 001: Gas asset removed, metering agent to asset provider (ONUPD).
 * A message is an occurrence of group MTPNT Meter Point.
 */
export type G0604001 = {
  /** A0178 Data Update Code, CHAR(5). */
  readonly dataUpdateCode?: string;
  /** A0072 Meter Point Reference Number, NUM(10). */
  readonly meterPointReferenceNumber: string;
  /** TRANS Transaction, the one above it. */
  readonly transaction: Transaction;
  /** ASSET Asset, 1 or more. */
  readonly asset: readonly Asset[];
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
  /** A0082 Effective To Date, DATE. */
  readonly effectiveToDate: string;
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
  readonly serialNumber: string;
  /** A0059 Location Code, CHAR(2). */
  readonly locationCode?: string;
  /** A0158 Asset Location Notes, CHAR(100). */
  readonly assetLocationNotes?: string;
  /** A0037 Asset Status Code, CHAR(2). */
  readonly assetStatusCode?: string;
  /** NAME Name, 1. */
  readonly name: Name;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};

/** Group NAME Name. */
export type Name = {
  /** A0107 Person Type Code, CHAR(5). */
  readonly personTypeCode: string;
  /** ADDRS Address, 1. */
  readonly address: Address;
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
