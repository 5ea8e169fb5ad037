// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0236 version 001: Revenue Protection Service Statistical Report.
 * The whole file is one message.
 */
export type D0236001 = {
  /** 625 Report Details, 1. */
  readonly reportDetails: ReportDetails;
};

/** Group 625 Report Details. */
export type ReportDetails = {
  /** J1018 Report Month, CHAR(2). */
  readonly reportMonth: string;
  /** J0868 Number of Supply Points in RPS Area, NUM(7). */
  readonly numberOfSupplyPointsInRpsArea: string;
  /** J0824 Priority A Reports Received, NUM(4). */
  readonly priorityAReportsReceived: string;
  /** J0825 Priority B Reports Received, NUM(4). */
  readonly priorityBReportsReceived: string;
  /** J0826 Priority C Reports Received, NUM(4). */
  readonly priorityCReportsReceived: string;
  /** J0827 Successful Calls Meeting Priority A, NUM(4). */
  readonly successfulCallsMeetingPriorityA: string;
  /** J0828 Successful Calls Meeting Priority B, NUM(4). */
  readonly successfulCallsMeetingPriorityB: string;
  /** J0829 Successful Calls Meeting Priority C, NUM(4). */
  readonly successfulCallsMeetingPriorityC: string;
  /** J0867 Successful Calls Failing to Meet Priority A, NUM(4). */
  readonly successfulCallsFailingToMeetPriorityA: string;
  /** J0838 Successful Calls Failing to Meet Priority B, NUM(4). */
  readonly successfulCallsFailingToMeetPriorityB: string;
  /** J0866 Successful Calls Failing to Meet Priority C, NUM(4). */
  readonly successfulCallsFailingToMeetPriorityC: string;
  /** J0830 Warrant of Entry Numbers, NUM(4). */
  readonly warrantOfEntryNumbers: string;
  /** J0831 Interference Suspected Numbers, NUM(4). */
  readonly interferenceSuspectedNumbers: string;
  /** J0832 Interference Confirmed Numbers, NUM(4). */
  readonly interferenceConfirmedNumbers: string;
  /** J0833 Billed kWh, NUM(8). */
  readonly billedKwh: string;
  /** J0872 Irregularities Found, NUM(4). */
  readonly irregularitiesFound: string;
  /** J0864 Jobs Not Actioned Due to Incorrect Data, NUM(4). */
  readonly jobsNotActionedDueToIncorrectData: string;
  /** J0836 Jobs Where No Problems Found, NUM(4). */
  readonly jobsWhereNoProblemsFound: string;
  /** J0870 Disconnected (De-energised) Over 24 Hours, NUM(4). */
  readonly disconnectedDeEnergisedOver24Hours: string;
};
