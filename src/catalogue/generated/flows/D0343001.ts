// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1811 } from "../codes.ts";

/**
 * D0343 version 001: Response from GDCC to GD Licensee.
 * A message is an occurrence of group 89G Party Green Deal MPAN Data.
 */
export type D0343001 = {
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber: string;
  /** J1813 Green Deal MPAN Core, NUM(13), inferred. */
  readonly greenDealMpanCore: string;
  /** 90G GDCC Response Codes, 1 or more. */
  readonly gdccResponseCodes: readonly GdccResponseCodes[];
};

/** Group 90G GDCC Response Codes. */
export type GdccResponseCodes = {
  /** J1811 GDCC Response Code, CHAR(3). */
  readonly gdccResponseCode: J1811;
};
