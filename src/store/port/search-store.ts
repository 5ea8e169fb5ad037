import type { ProcessName } from "./processes/process-store.ts";

/** Texts that are looked for: from one to another, both included. */
export interface TextRange {
  readonly from: string;
  readonly to: string;
}

/** Just that text. */
export function exactly(text: string): TextRange {
  return { from: text, to: text };
}

/** Every text that begins so. */
export function beginningWith(text: string): TextRange {
  return { from: text, to: `${text}\u{10ffff}` };
}

/** A line of a file that names a subject. */
export interface Mention {
  readonly key: string;
  readonly file: number;
  readonly line: number;
  /** Null where the file is refused: its messages are not kept. */
  readonly message: number | null;
}

/** What bears a text as its key, name or identifier; of each kind the newest first, at most as many as were asked for. */
export interface FoundThing {
  readonly processes: readonly ProcessName[];
  /** Of other keys, by what else they go by: `R-1` of the reference `registration:R-1`. */
  readonly processesGoingBy: readonly ProcessName[];
  /** Messages about it that no process of that key tells of, and lines of refused files. */
  readonly mentions: readonly Mention[];
  /** Commands of processes of that key of which no event tells: refused, or failed. */
  readonly commands: readonly number[];
  readonly filesNamed: readonly number[];
  /** By the identifier in their headers, or by what others call them: a platform's transaction id. */
  readonly filesIdentified: readonly number[];
  readonly outboundNamed: readonly number[];
  readonly outboundIdentified: readonly number[];
  /** Outbound files with a message of a process of just that key; of a range, none. */
  readonly outboundOf: readonly number[];
  /** Outbound files with a message about it that no process of that key sent. */
  readonly outboundAbout: readonly number[];
  /** What is to be sent for a process of just that key and is in no file yet: how much. */
  readonly waiting: number;
}

/** Finding things by what people and partners call them. */
export interface SearchStore {
  /** Everything in the store that bears a text of the range, at most `limit` of each kind. */
  find(given: { readonly range: TextRange; readonly limit: number }): Promise<FoundThing>;
}
