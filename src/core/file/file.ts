import type { Envelope } from "./envelope.ts";
import type { Problem } from "./problem.ts";

/**
 * What became of an inbound file.
 * `recording`: a large file whose messages are being written; they count for nothing until the last commit.
 * `recorded`: it is active; its messages are events or on their way.
 * `duplicate`: the same bytes as an active file; a sighting of that file.
 * `conflict`: the same business identity as an active file, other bytes; waits for a person.
 * `rejected`: refused as a whole; everything is kept.
 * `withdrawn`: a person decided that another file takes its place, or that it was never meant.
 */
export type FileState =
  | "recording"
  | "recorded"
  | "duplicate"
  | "conflict"
  | "rejected"
  | "withdrawn";

/** An inbound file as the store knows it. */
export interface FileRecord {
  /** Number given when it was recorded; what people call it by. */
  readonly id: number;
  /** The claim and name it arrived under; unique in the store. */
  readonly arrival: string;
  readonly channel: string;
  readonly name: string;
  readonly sizeBytes: number;
  /** SHA-256 of its bytes, 64 hexadecimal digits. */
  readonly hash: string;
  readonly state: FileState;
  /** The file it repeats or clashes with, for `duplicate`, `conflict` and `withdrawn`. */
  readonly otherFile: number | null;
  /** Of a refused file: the one that came later with its identity and replaces it. Absent otherwise. */
  readonly successor?: number;
  /** Milliseconds since 1970: when the source was last changed, first seen by us, and recorded. */
  readonly modifiedAt: number;
  readonly seenAt: number;
  readonly recordedAt: number;
  readonly envelope: Envelope | null;
  /** When it was sent, as read from the envelope (see `sent-time.ts`); orders its events. */
  readonly occurredAt: number;
  readonly messages: number;
  /** Messages with an error of their own. */
  readonly invalid: number;
  /** All of it waits until a person releases it (test data in a live installation). */
  readonly awaitingRelease: boolean;
  /** Taken in as history: folded, and nothing is done because of it. Absent otherwise. */
  readonly history?: boolean;
  /** Events its messages have become. */
  readonly events: number;
  /** Problems of the file and of its messages, in line order. */
  readonly problems: readonly Problem[];
  /** What people decided about it, the first first. */
  readonly decisions: readonly FileDecision[];
  /** The file it was in, and its path there; null when it came alone. */
  readonly container: { readonly file: number; readonly path: string } | null;
  /** The files that were in it, in their order; none when it is no container. */
  readonly members: readonly number[];
  /** Of a container: what is in it, whatever the depth. Absent otherwise. */
  readonly inside?: InsideContainer;
}

/** How many files are in a container, and how many of them wait for a person, by what each waits for. */
export interface InsideContainer {
  readonly files: number;
  readonly waiting: number;
  /** Refused, and no corrected one replaces it. */
  readonly refused: number;
  readonly conflict: number;
  readonly awaitingRelease: number;
  /** Recorded, with invalid messages. */
  readonly invalid: number;
}

/** What a person decided about a file, and why. */
export interface FileDecision {
  /** Of a conflict, or the release of a file that awaited it. */
  readonly decision: "keep-first" | "replace" | "keep-both" | "release";
  /** Of a conflict: the file that was first. */
  readonly other: number | null;
  readonly actor: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A message as the store knows it. */
export interface MessageRecord {
  readonly id: number;
  readonly file: number;
  readonly line: number;
  readonly lastLine: number;
  readonly group: string;
  readonly subjectKind: string | null;
  readonly subjectKey: string | null;
  /** JSON text of its data. */
  readonly data: string;
  /** It has an error of its own. */
  readonly invalid: boolean;
  readonly problems: readonly Problem[];
}
