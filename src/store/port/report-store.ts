/** Events of one type on one type of process, in one hour, from one sender; void ones left out. */
export interface EventCount {
  readonly processType: string;
  readonly type: string;
  /** When they were sent: hours since 1970. */
  readonly hour: number;
  /** Role letter and participant, e.g. `D:UDMS`; null for events of our own, and when it was not asked for. */
  readonly sender: string | null;
  readonly events: number;
}

/** Processes of one type and status. */
export interface ProcessCount {
  readonly type: string;
  /** Null while no build succeeded. */
  readonly status: string | null;
  readonly processes: number;
}

/** Which events a report is about; all when absent. */
export interface ReportFilter {
  readonly processType?: string;
  /** Only those recorded at or after this moment, in milliseconds since 1970. */
  readonly since?: number;
}

/** Sums over everything. */
export interface ReportStore {
  /** `bySender` costs a look at each event's file. */
  countEvents(filter: ReportFilter, bySender: boolean): Promise<readonly EventCount[]>;
  countProcesses(): Promise<readonly ProcessCount[]>;
  /**
   * How long each process took from its first event of one type to the first of another sent no earlier,
   * in milliseconds; those that have not both are left out.
   */
  durations(filter: ReportFilter, from: string, to: string): Promise<readonly number[]>;
}
