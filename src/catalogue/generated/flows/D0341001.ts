// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0341 version 001: GD Licensee Response to GDCC.
 * A message is an occurrence of group 42H GDCC MPAN Green Deal Plan Data.
 */
export type D0341001 = {
  /** J1809 GDCC Instruction Number, NUM(20). */
  readonly gdccInstructionNumber: string;
  /** J1813 Green Deal MPAN Core, NUM(13), inferred. */
  readonly greenDealMpanCore: string;
  /** 43H GD Party Response Codes, 1 or more. */
  readonly gdPartyResponseCodes: readonly GdPartyResponseCodes[];
};

/** Group 43H GD Party Response Codes. */
export type GdPartyResponseCodes = {
  /** J1812 GD Party Response Code, any text. */
  readonly gdPartyResponseCode: string;
};
