// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0334 version 001: Request for New Green Deal MPAN Core.
 * A message is an occurrence of group 33H New Green Deal MPAN Request Information.
 */
export type D0334001 = {
  /** J1809 GDCC Instruction Number, NUM(20). */
  readonly gdccInstructionNumber: string;
  /** J1813 Green Deal MPAN Core, NUM(13), inferred. */
  readonly greenDealMpanCore: string;
  /** J1816 New GD MPAN Core Reason Request Code, CHAR(1). */
  readonly newGdMpanCoreReasonRequestCode: string;
  /** J1815 New GD MPAN Core EFD, DATE. */
  readonly newGdMpanCoreEfd: string;
};
