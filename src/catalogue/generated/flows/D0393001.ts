// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0393 version 001: Metered Volume History Acceptance.
 * A message is an occurrence of group 83M Acceptance Details.
 */
export type D0393001 = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** 733 File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
  /** 84M History Days, any number. */
  readonly historyDays?: readonly HistoryDays[];
};

/** Group 733 File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
};

/** Group 84M History Days. */
export type HistoryDays = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** 85M Settlement Period Metered Volume Data, 46, 48 or 50. */
  readonly settlementPeriodMeteredVolumeData: readonly SettlementPeriodMeteredVolumeData[];
};

/** Group 85M Settlement Period Metered Volume Data. */
export type SettlementPeriodMeteredVolumeData = {
  /** J0074 Settlement Period Id, NUM(2). */
  readonly settlementPeriodId: string;
  /** J2309 Historic Metered Volume, NUM(9,3). */
  readonly historicMeteredVolume: string;
};
