// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1811 } from "../codes.ts";

/**
 * D0339 version 001: Reject Initial Plan Request.
 * The whole file is one message.
 */
export type D0339001 = {
  /** 40H GD Party Instruction Number, 1 or more. */
  readonly gdPartyInstructionNumber: readonly GdPartyInstructionNumber[];
};

/** Group 40H GD Party Instruction Number. */
export type GdPartyInstructionNumber = {
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber: string;
  /** 41H GDCC Response Codes, 1 or more. */
  readonly gdccResponseCodes: readonly GdccResponseCodes[];
};

/** Group 41H GDCC Response Codes. */
export type GdccResponseCodes = {
  /** J1811 GDCC Response Code, CHAR(3). */
  readonly gdccResponseCode: J1811;
};
