// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0320 version 001: GD Provider Response to GDCC.
 * The whole file is one message.
 */
export type D0320001 = {
  /** 92G GDCC Provider Green Deal Plan Data, 1 or more. */
  readonly gdccProviderGreenDealPlanData: readonly GdccProviderGreenDealPlanData[];
};

/** Group 92G GDCC Provider Green Deal Plan Data. */
export type GdccProviderGreenDealPlanData = {
  /** J1809 GDCC Instruction Number, NUM(20). */
  readonly gdccInstructionNumber: string;
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** 93G GD Party Response Codes, 1 or more. */
  readonly gdPartyResponseCodes: readonly GdPartyResponseCodes[];
};

/** Group 93G GD Party Response Codes. */
export type GdPartyResponseCodes = {
  /** J1812 GD Party Response Code, any text. */
  readonly gdPartyResponseCode: string;
};
