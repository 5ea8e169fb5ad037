import type { Envelope } from "./envelope.ts";
import type { Problem } from "./problem.ts";

/** What a message is about: the kind of identifier and its text, e.g. `mpan` 1200023305967. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly key: string;
}

/** The identifiers that a process can be keyed by. */
export type SubjectKind = "mpan";

/** A value in a message's data: a field's text, a group, or the occurrences of a repeating group. */
export type DataValue = string | GroupData | readonly GroupData[];

/** One group occurrence: its filled fields by name, its child groups by name. Empty fields are absent. */
export interface GroupData {
  readonly [name: string]: DataValue;
}

/**
 * The unit that becomes an event: one occurrence of the outermost repeating group that carries the
 * subject, with the groups above and beside it. Serialised on demand: most readers of a file need
 * either the text for the store or the tree for a person, never both.
 */
export interface Message {
  /** Line of its first record, counted from 1. With the file's hash, the message's identity. */
  readonly line: number;
  /** Line of its last record. */
  readonly lastLine: number;
  /** Code of the group it is an occurrence of, e.g. `026`. */
  readonly group: string;
  /** Null when the flow has no group that carries a subject: then the whole file is one message. */
  readonly subject: Subject | null;
  readonly problems: readonly Problem[];
  /** Its data as JSON text of a `GroupData`. */
  json(): string;
}

/** What is known of a file when its last byte has been read. */
export interface Outcome {
  /** Null when the bytes have no header that identifies them. */
  readonly envelope: Envelope | null;
  /** Problems of the file as a whole, those of its messages apart. */
  readonly problems: readonly Problem[];
  /** Messages the reader gave out. */
  readonly messages: number;
  /** Of these, how many carry an error of their own. */
  readonly held: number;
  /** Lines in the file. */
  readonly lines: number;
}

/** A whole file in memory: its outcome and its messages. */
export interface Document extends Outcome {
  readonly items: readonly Message[];
}
