import type { EventRecord } from "../../core/event/event.ts";
import type { RoutableMessage, RoutedEvent } from "../../core/event/route.ts";
import type { JudgedOutcome, Message } from "../../core/file/document.ts";
import type { FileRecord, FileState, MessageRecord } from "../../core/file/file.ts";
import type { Findings } from "../../core/file/findings.ts";
import type { JourneyFilter } from "../../core/file/journey-filter.ts";
import type { ExpectedStore } from "../../core/process/expected.ts";
import type { StuckStore } from "../../core/stuck/stuck.ts";
import type { ActionStore } from "./action-store.ts";
import type { AnswerStore } from "./answer-store.ts";
import type { BrakeStore } from "./brake-store.ts";
import type { BuildStore } from "./build-store.ts";
import type { CommandStore } from "./command-store.ts";
import type { FindStore } from "./find-store.ts";
import type { GapStore } from "./gap-store.ts";
import type { HighWater } from "./high-water.ts";
import type { HistoryStore } from "./history-store.ts";
import type { JournalStore } from "./journal-store.ts";
import type { LookWishStore } from "./look-wishes.ts";
import type { MendingStore } from "./mending-store.ts";
import type { OutboxStore } from "./outbox-store.ts";
import type { RemoteFileStore } from "./remote-files.ts";
import type { ReportStore } from "./report-store.ts";
import type { RestateStore } from "./restate-store.ts";
import type { StatusStore } from "./status-store.ts";
import type { TakeUpStore } from "./take-up-store.ts";
import type { TraceStore } from "./trace-store.ts";
import type { VerifyStore } from "./verify-store.ts";

/** What an arrival is, whichever way its bytes came. */
export interface Arrival {
  /** The claim and name it was taken under, unique for ever: found again after a crash, it is the same arrival. */
  readonly arrival: string;
  readonly channel: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number;
  readonly seenAt: number;
  readonly sizeBytes: number;
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
  /** When it was sent, in milliseconds since 1970 (`readSentTime`). */
  readonly occurredAt: number;
}

/** A file read whole in memory, ready for commit 1. */
export interface ReadFile extends Arrival {
  readonly bytes: Uint8Array;
  readonly outcome: JudgedOutcome;
  readonly messages: readonly Message[];
}

/** Where a file lay: the arrival of its container and its path in it. */
export interface PackedPlace {
  readonly container: string;
  readonly path: string;
}

/** A file of a container, read whole in memory. */
export interface PackedFile {
  readonly file: ReadFile;
  /** Null for the outermost container itself. */
  readonly place: PackedPlace | null;
}

/** What became of a file in commit 1. */
export interface Recorded {
  readonly id: number;
  readonly arrival: string;
  readonly state: FileState;
  /** The file it repeats or clashes with. */
  readonly otherFile: number | null;
  /** True when this very arrival was in the store already (a crash came between commit and archive). */
  readonly known: boolean;
  /** What the log tells of it besides; absent where it is not at hand. */
  readonly findings?: Findings;
}

/** A file that could not be recorded though the store as a whole can: it stays claimed and is tried again. */
export interface RecordFailure {
  readonly arrival: string;
  readonly error: Error;
}

/** A message that routing could not place because of an unexpected error. */
export interface RoutingFailure {
  readonly message: number;
  readonly processType: string;
  readonly error: string;
}

/** Messages of one file that wait for routing. */
export interface RoutingBatch {
  readonly file: number;
  /** The line from which on the file waited when the batch was taken, and will wait when it is done; null when none will. */
  readonly fromLine: number;
  readonly nextLine: number | null;
  readonly messages: readonly RoutableMessage[];
}

/** What routing decided for a batch; applied only if nobody else routed it meanwhile. */
export interface RoutedBatch {
  readonly batch: RoutingBatch;
  readonly events: readonly RoutedEvent[];
  readonly failures: readonly RoutingFailure[];
}

/** A process as lists show it. */
export interface ProcessSummary {
  readonly type: string;
  readonly key: string;
  /** As last built; null when it was not built yet, or could not be. */
  readonly status: string | null;
  readonly events: number;
  /** Milliseconds since 1970: `occurredAt` of its earliest and latest event. */
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface Counts {
  readonly files: Readonly<Partial<Record<FileState, number>>>;
  readonly events: number;
  readonly processes: number;
  /** Things that need a person, and those that a person dismissed. */
  readonly stuck: number;
  readonly dismissed: number;
  /** Actions, files and e-mails that failed and are tried again by themselves. */
  readonly failing: number;
  /** Files recorded whose messages are not all routed yet. */
  readonly unrouted: number;
}

/** Which files a list is of; all when empty. */
export interface FileFilter extends JourneyFilter {
  readonly state?: FileState;
  readonly channel?: string;
  /** The very name that the file came by. */
  readonly name?: string;
  /** Text that the name holds, in capitals or not. */
  readonly nameHas?: string;
  /** Recorded from this moment to that one, in milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
  /** With a problem of this code, of their own or of a message; `any` for one of any code. */
  readonly problem?: string;
  /** At most this many, the newest; all when absent. */
  readonly limit?: number;
}

export interface EventFilter extends BroughtFilter {
  readonly type?: string;
  readonly processType?: string;
  readonly key?: string;
  readonly file?: number;
  /** Only events recorded after this one. */
  readonly afterSeq?: number;
  /** At most this many: the newest, or the first after `afterSeq`; all when absent. */
  readonly limit?: number;
}

/** Events by the envelope of the file that brought them, when they were recorded, and what was wrong. */
export interface BroughtFilter extends JourneyFilter {
  /** Recorded from this moment to that one, in milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
  /** Code of a problem of the message or its file, or `any`. */
  readonly problem?: string;
}

/** How a person settles a conflict: see `docs/decisions`. */
export type ConflictDecision = "keep-first" | "replace" | "keep-both";

/**
 * The store: a plain list of verbs, each a transaction of its own. A verb that rejects has changed
 * nothing. Lists are complete, read in pages underneath, so that a long one holds neither memory nor a
 * lock; they come in order of `id` or `seq`.
 */
export interface Store
  extends AnswerStore,
    BrakeStore,
    ExpectedStore,
    FindStore,
    GapStore,
    JournalStore,
    OutboxStore,
    BuildStore,
    HistoryStore,
    RemoteFileStore,
    LookWishStore,
    CommandStore,
    RestateStore,
    StatusStore,
    TakeUpStore,
    MendingStore,
    ReportStore,
    StuckStore,
    TraceStore,
    VerifyStore,
    ActionStore {
  /** Names this store for ever; an inbox marked with it belongs to it. */
  readonly id: string;

  // ── Recording (commit 1)
  /** Records files in one commit; when one of them cannot be stored, the others are all the same. */
  recordFiles(files: readonly ReadFile[]): Promise<(Recorded | RecordFailure)[]>;
  /** What became of the arrivals named, for those that are in the store. */
  arrivals(names: readonly string[]): Promise<Map<string, Recorded>>;
  /**
   * Starts a large file whose bytes are already in the blob folder under their hash. When it is a
   * duplicate or rejected, it is settled at once and takes no messages. Otherwise it is `recording`
   * until `finishLargeFile` says whether it stands or is in conflict. What an earlier try at the same
   * arrival left is dropped first.
   */
  beginLargeFile(file: Arrival, outcome: JudgedOutcome): Promise<Recorded>;
  /** Adds messages to a large file; nothing is routed before `finishLargeFile`. */
  addMessages(file: number, messages: readonly Message[]): Promise<void>;
  /** Makes a large file stand, all at once. */
  finishLargeFile(file: number): Promise<Recorded>;
  /**
   * Forgets the work of programs that ended in the middle of a large file, and returns on how many files:
   * one that was being recorded is gone (its source is still there), one that was being read again is as
   * it was. What a program that still runs is writing stays. When aborted, the rest is left for later.
   */
  dropUnfinished(signal?: AbortSignal): Promise<number>;

  // ── Containers: files that hold files
  /**
   * Records a container and all that lay in it in one commit: the outermost first, each after what it
   * lay in. When a container does not stand, what lay in it is left out. Gives what was recorded.
   */
  recordContainer(files: readonly PackedFile[]): Promise<Recorded[]>;
  /**
   * The same for what is too large for it: begin, add, finish; nothing of it counts until
   * `finishContainer`. A container that repeats one that stands is settled at once. Without `bytes` they
   * are in the blob folder. What an earlier try at the same arrival left is dropped first.
   */
  beginContainer(
    container: Arrival & { readonly bytes?: Uint8Array },
    outcome: JudgedOutcome,
  ): Promise<Recorded>;
  /** Begins to take in what lies in a container that the store has and that does not stand. */
  reopenContainer(container: number): Promise<void>;
  /** Adds small files of a container, each after what it lay in. */
  addMembers(container: number, files: readonly PackedFile[]): Promise<void>;
  /** Adds a large file, whose bytes are in the blob folder; its messages follow by `addMessages` if it takes any. */
  beginMember(
    container: number,
    place: PackedPlace,
    file: Arrival,
    outcome: JudgedOutcome,
  ): Promise<{ readonly id: number; readonly takesMessages: boolean }>;
  /** Makes a container and all in it stand, at once. `again`: what it is read as now, if it was reopened. */
  finishContainer(
    container: number,
    again?: { readonly outcome: JudgedOutcome; readonly occurredAt: number },
  ): Promise<Recorded>;

  // ── Routing (commit 2)
  /**
   * The oldest messages not yet routed, held ones left out, at most about `limit`; with the data of
   * those whose flow is to be looked into.
   */
  unrouted(limit: number, looksInto?: ReadonlySet<string>): Promise<RoutingBatch[]>;
  /** About how many messages wait for routing; cheap however many they are. */
  unroutedMessages(): Promise<number>;
  /** Appends the events; returns how many. A batch that somebody else routed meanwhile counts for nothing. */
  recordRoutes(batches: readonly RoutedBatch[]): Promise<number>;

  // ── Mending
  /**
   * Replaces what was read from a file by a newer reading of the same bytes. A refused or conflicting
   * file is judged anew. In a file that stands, messages that have events keep them, the others are
   * replaced and wait for routing again. A withdrawn file stays as it is, and so does a
   * sighting unless a person said that it is kept.
   */
  recordReading(
    file: number,
    outcome: JudgedOutcome,
    messages: readonly Message[],
    occurredAt: number,
  ): Promise<Recorded>;
  /**
   * The same as `recordReading` for a file too large for it: begin, add messages in order, finish. Until
   * `finishReading` nobody sees anything of it; what an earlier try left is dropped by `beginReading`.
   */
  beginReading(file: number): Promise<void>;
  addToReading(file: number, messages: readonly Message[]): Promise<void>;
  finishReading(file: number, outcome: JudgedOutcome, occurredAt: number): Promise<Recorded>;
  /** Puts messages whose routing failed back in line. Returns how many. */
  retryFailures(file: number): Promise<number>;
  /**
   * Settles a conflict; or decides it otherwise than before, while both files are as that decision left
   * them: what it withdrew stands again, with the events and actions that it had. Of a duplicate only
   * `keep-both` can be said: it stands beside the file that it repeats once its bytes are read again.
   */
  decideConflict(
    file: number,
    decision: ConflictDecision,
    actor: string,
    reason: string,
  ): Promise<FileRecord>;
  /** A person lets a file on hold through: its messages are routed. It stays so when it is read again. */
  releaseFile(file: number, actor: string, reason: string): Promise<FileRecord>;

  // ── Reading
  file(id: number): Promise<FileRecord | null>;
  files(filter?: FileFilter): AsyncIterable<FileRecord>;
  /** The very bytes of a file. */
  rawBytes(id: number): Promise<Uint8Array>;
  /** The same in pieces, for a file of any size. */
  rawStream(id: number): AsyncIterable<Uint8Array>;
  messages(file: number): AsyncIterable<MessageRecord>;
  events(filter?: EventFilter): AsyncIterable<EventRecord>;
  /** All events of one process that are not void, in folding order (`compareEvents`). */
  eventsOf(processType: string, key: string): Promise<EventRecord[]>;
  /** Of one type when it is given, and with one status likewise. */
  processes(
    type?: string,
    status?: string,
    withEvents?: BroughtFilter,
  ): AsyncIterable<ProcessSummary>;
  /** Every process with that key, whatever its type. */
  processesByKey(key: string): Promise<ProcessSummary[]>;
  counts(): Promise<Counts>;
  /** How far the store has come, of what is on the disk. */
  highWater(): Promise<HighWater>;
  /** Copies the store as it is now into a file that is not there, while others go on. Rejects with a `StoreError`. */
  copyTo(path: string): Promise<void>;
  /** Whether some file that came or left has the bytes with this SHA-256, 64 hexadecimal digits. */
  knowsBytes(hash: string): Promise<boolean>;
  /** Which file of the store is gone from its path or is another than the open one; null when none is. */
  replaced(): string | null;
  /** When the last file or event was recorded, in milliseconds since 1970; 0 before the first. */
  lastRecordedAt(): Promise<number>;

  close(): Promise<void>;
}

/** Why a store cannot be used just now or at all; every message says what to do next. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "StoreError";
    this.code = code;
  }
}

/**
 * `full`: no room on the disk. `busy`: another program holds the store longer than we wait.
 * `readonly`: not writable. `corrupt`: not a database, or a damaged one. `damaged`: one row of it cannot
 * be read. `newer`: made by a newer
 * Busbar. `missing`: no such folder. `locked`: another daemon runs on it.
 * `lost`: another machine's daemon took it over.
 * `replaced`: another file lies under its path than the one that is open. `failed`: anything else.
 */
export type StoreErrorCode =
  | "full"
  | "busy"
  | "readonly"
  | "corrupt"
  | "damaged"
  | "newer"
  | "missing"
  | "replaced"
  | "locked"
  | "lost"
  | "failed";
