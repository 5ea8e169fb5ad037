// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0386 version 001: Manage Metering Point Relationships.
 * A message is an occurrence of group 18M Relationship Action.
 */
export type D0386001 = {
  /** J2243 Primary MPAN, NUM(13). */
  readonly primaryMpan: string;
  /** J2241 Relationship Action, CHAR(1). */
  readonly relationshipAction: string;
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** 19M Secondary MPANs, any number, conditional. */
  readonly secondaryMpans?: readonly SecondaryMpans[];
  /** 20M MPAS Response, any number, conditional. */
  readonly mpasResponse?: readonly MpasResponse[];
};

/** Group 19M Secondary MPANs. */
export type SecondaryMpans = {
  /** J2244 Secondary MPAN, NUM(13). */
  readonly secondaryMpan: string;
  /** J2242 MPAN Action, CHAR(1). */
  readonly mpanAction: string;
};

/** Group 20M MPAS Response. */
export type MpasResponse = {
  /** J2240 Related MPAN Response Code, CHAR(1). */
  readonly relatedMpanResponseCode: string;
};
