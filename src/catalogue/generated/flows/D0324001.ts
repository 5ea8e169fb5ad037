// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0324 version 001: Advise Green Deal Active at MPAN.
 * A message is an occurrence of group 03H Green Deal MPAN Instruction.
 */
export type D0324001 = {
  /** J1813 Green Deal MPAN Core, NUM(13), inferred. */
  readonly greenDealMpanCore: string;
  /** J1809 GDCC Instruction Number, NUM(20). */
  readonly gdccInstructionNumber: string;
  /** 04H GD MPAN Dates, 1. */
  readonly gdMpanDates: GdMpanDates;
};

/** Group 04H GD MPAN Dates. */
export type GdMpanDates = {
  /** J1787 GD MPAN EFD, DATE. */
  readonly gdMpanEfd?: string;
  /** J1788 GD MPAN ETD, DATE. */
  readonly gdMpanEtd?: string;
};
