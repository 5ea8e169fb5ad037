// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1811 } from "../codes.ts";

/**
 * D0344 version 001: Response from GDCC to GD Provider.
 * The whole file is one message.
 */
export type D0344001 = {
  /** 52H Party Green Deal Plan Data, 1 or more. */
  readonly partyGreenDealPlanData: readonly PartyGreenDealPlanData[];
};

/** Group 52H Party Green Deal Plan Data. */
export type PartyGreenDealPlanData = {
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber: string;
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** 90G GDCC Response Codes, 1 or more. */
  readonly gdccResponseCodes: readonly GdccResponseCodes[];
};

/** Group 90G GDCC Response Codes. */
export type GdccResponseCodes = {
  /** J1811 GDCC Response Code, CHAR(3). */
  readonly gdccResponseCode: J1811;
};
