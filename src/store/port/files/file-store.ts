import type { JudgedOutcome, Message } from "../../../core/file/document.ts";
import type { EnvelopeFilter } from "../../../core/file/envelope-filter.ts";
import type { FileRecord, FileState } from "../../../core/file/file.ts";
import type { Findings } from "../../../core/file/findings.ts";
import type { Slice } from "../../../core/list/slice.ts";

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

/** Which files a list is of; all when empty. */
export interface FileFilter extends EnvelopeFilter, Slice {
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
  /** Only those that await release by a person. */
  readonly awaitingRelease?: true;
}

/** How a person settles a conflict: see `docs/decisions`. */
export type ConflictDecision = "keep-first" | "replace" | "keep-both";

/** The files that came: recording them (commit 1), reading what is known of them, and what people decide about them. */
export interface FileStore {
  /** Records files in one commit; when one of them cannot be stored, the others are all the same. */
  record(files: readonly ReadFile[]): Promise<(Recorded | RecordFailure)[]>;
  /** What became of the arrivals named, for those that are in the store. */
  arrivals(names: readonly string[]): Promise<Map<string, Recorded>>;
  /** Null when there is no file of that number. */
  get(id: number): Promise<FileRecord | null>;
  /** In the order of their numbers; all when there is no filter. */
  list(filter?: FileFilter): AsyncIterable<FileRecord>;
  /** The very bytes of a file. */
  bytes(id: number): Promise<Uint8Array>;
  /** The bytes of a file of any size, in pieces. */
  stream(id: number): AsyncIterable<Uint8Array>;
  /** Whether some file that came or left has the bytes with this SHA-256, 64 hexadecimal digits. */
  knowsBytes(hash: string): Promise<boolean>;
  /**
   * Settles a conflict, in one transaction; or decides it otherwise than before, while both files are as that decision left
   * them: what it withdrew is active again, with the events and actions that it had. Of a duplicate only
   * `keep-both` can be said: it is beside the file that it repeats once its bytes are read again.
   */
  decide(given: {
    readonly file: number;
    readonly decision: ConflictDecision;
    readonly actor: string;
    readonly reason: string;
  }): Promise<FileRecord>;
  /**
   * A person releases a file that awaits it, in one transaction: its messages are routed. It stays released
   * when it is read again.
   */
  release(given: {
    readonly file: number;
    readonly actor: string;
    readonly reason: string;
  }): Promise<FileRecord>;
  /**
   * Forgets the work of programs that ended in the middle of a large file, and returns on how many files:
   * one that was being recorded is gone (its source is still there), one that was being read again is as
   * it was. What a program that still runs is writing stays. When aborted, the rest is left for later.
   */
  dropUnfinished(signal?: AbortSignal): Promise<number>;
}
