// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0323 version 001: GD Provider Advice of Pending Green Deal.
 * The whole file is one message.
 */
export type D0323001 = {
  /** 02H Pending GD Plan Information, 1 or more. */
  readonly pendingGdPlanInformation: readonly PendingGdPlanInformation[];
};

/** Group 02H Pending GD Plan Information. */
export type PendingGdPlanInformation = {
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber: string;
  /** J1793 GD Plan Proposed End Date, DATE. */
  readonly gdPlanProposedEndDate?: string;
};
