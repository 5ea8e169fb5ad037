// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0333 version 001: Change of Green Deal Provider.
 * The whole file is one message.
 */
export type D0333001 = {
  /** 31H GD Transfer Details, 1 or more. */
  readonly gdTransferDetails: readonly GdTransferDetails[];
};

/** Group 31H GD Transfer Details. */
export type GdTransferDetails = {
  /** J1818 Party Instruction Number, NUM(20). */
  readonly partyInstructionNumber: string;
  /** J1800 GD Provider MPID, CHAR(4). */
  readonly gdProviderMpid: string;
  /** J1794 GD Plan Transfer Date, DATE. */
  readonly gdPlanTransferDate: string;
  /** J1792 GD Plan ID, CHAR(12). */
  readonly gdPlanId: string;
  /** J1830 GD Provider Reassignment Type, CHAR(1). */
  readonly gdProviderReassignmentType: string;
  /** J1831 Green Deal Provider Registration Reference, CHAR(7). */
  readonly greenDealProviderRegistrationReference: string;
};
