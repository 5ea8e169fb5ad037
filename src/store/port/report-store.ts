import type { Party } from "../../core/file/envelope.ts";
import type { FileState } from "../../core/file/file.ts";
import type { Problem } from "../../core/file/problem.ts";
import type { CountLimit } from "../../core/text/capped-count.ts";
import type { FileFilter } from "./files/file-store.ts";

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

/** Files of one quarter of an hour that are alike in all of this. */
export interface FileCount {
  /** When they were recorded: quarters of an hour since 1970. */
  readonly quarter: number;
  readonly channel: string;
  /** Null where no header could be read. */
  readonly flow: string | null;
  readonly from: Party;
  readonly state: FileState;
  readonly awaitingRelease: boolean;
  /** What was found wrong in each of them, their own problems and their messages'. */
  readonly problems: readonly Problem[];
  readonly files: number;
  /** Sums over them. */
  readonly messages: number;
  readonly invalid: number;
}

/** Which events a report is about; all when absent. */
export interface ReportFilter {
  readonly processType?: string;
  /** Only those recorded at or after this moment, in milliseconds since 1970. */
  readonly since?: number;
  /** Only those with numbers above this one. */
  readonly after?: number;
}

/** How much is in the store, and how much of it waits. */
export interface Counts {
  readonly files: Readonly<Partial<Record<FileState, number>>>;
  readonly events: number;
  readonly processes: number;
  /** Things that need a person, and those that a person dismissed. */
  readonly stuck: number;
  readonly dismissed: number;
  /** Actions, files and e-mails that failed and are retried automatically. */
  readonly failing: number;
  /** Files recorded whose messages are not all routed yet. */
  readonly unrouted: number;
}

/** Counts and sums over everything. */
export interface ReportStore {
  /** How much there is of everything that `busbar status` shows. */
  counts(limit?: CountLimit): Promise<Counts>;
  /** How many files there are, by what they are alike in. */
  files(filter: FileFilter): Promise<readonly FileCount[]>;
  /** How many events there are, by type and hour. `bySender` costs a look at each event's file. */
  events(given: {
    readonly filter: ReportFilter;
    readonly bySender: boolean;
  }): Promise<readonly EventCount[]>;
  /** Every word that something recorded is named by: types of events, statuses, channels, names of actions. */
  words(): Promise<readonly string[]>;
  /** How many processes there are, by type and status. */
  processes(): Promise<readonly ProcessCount[]>;
  /**
   * How long each process took from its first event of one type to the first of another sent no earlier,
   * in milliseconds; those that have not both are left out.
   */
  durations(given: {
    readonly filter: ReportFilter;
    readonly from: string;
    readonly to: string;
  }): Promise<readonly number[]>;
}
