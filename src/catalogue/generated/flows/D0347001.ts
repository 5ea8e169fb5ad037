// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0347 version 001: GD Remittance Processor Response to GDCC.
 * The whole file is one message.
 */
export type D0347001 = {
  /** 64H GDCC RP Green Deal Plan Data, 1 or more. */
  readonly gdccRpGreenDealPlanData: readonly GdccRpGreenDealPlanData[];
};

/** Group 64H GDCC RP Green Deal Plan Data. */
export type GdccRpGreenDealPlanData = {
  /** J1809 GDCC Instruction Number, NUM(20). */
  readonly gdccInstructionNumber: string;
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** 65H GD Party Response Codes, 1 or more. */
  readonly gdPartyResponseCodes: readonly GdPartyResponseCodes[];
};

/** Group 65H GD Party Response Codes. */
export type GdPartyResponseCodes = {
  /** J1812 GD Party Response Code, any text. */
  readonly gdPartyResponseCode: string;
};
