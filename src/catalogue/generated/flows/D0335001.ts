// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0335 version 001: New Green Deal Plan MPAN Core.
 * A message is an occurrence of group 34H New Green Deal MPAN Core Information.
 */
export type D0335001 = {
  /** J1813 Green Deal MPAN Core, NUM(13), inferred. */
  readonly greenDealMpanCore: string;
  /** J1816 New GD MPAN Core Reason Request Code, CHAR(1). */
  readonly newGdMpanCoreReasonRequestCode: string;
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber?: string;
  /** J1809 GDCC Instruction Number, NUM(20). */
  readonly gdccInstructionNumber?: string;
  /** J1814 New GD MPAN Core, NUM(13), inferred. */
  readonly newGdMpanCore: string;
  /** J1815 New GD MPAN Core EFD, DATE. */
  readonly newGdMpanCoreEfd: string;
};
