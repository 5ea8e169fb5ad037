import type { Envelope } from "./envelope.ts";
import type { SamenessRule } from "./identity.ts";
import type { Problem } from "./problem.ts";
import type { SequenceClaim } from "./sequence.ts";

/** What a message is about: the kind of identifier and its text, e.g. `mpan` 1200023305967. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly key: string;
}

/**
 * What sort of identifier keys a subject, as its definition names it: `mpan`, `mprn`, `order`. An open
 * set: definitions may bring kinds that no process takes yet.
 */
export type SubjectKind = string;

/** A value in a message's data: a field's text, a group, or the occurrences of a repeating group. */
export type DataValue = string | GroupData | readonly GroupData[];

/** One group occurrence: its filled fields by name, its child groups by name. Empty fields are absent. */
export interface GroupData {
  readonly [name: string]: DataValue;
}

/** Whether a piece of a message's data is one group, as the readers shape them. */
export function isGroup(value: unknown): value is GroupData {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * The unit that becomes an event: one occurrence of the outermost repeating group that carries the
 * subject, with the groups above and beside it. Serialised on demand: most readers of a file need
 * either the text for the store or the tree for a person, never both.
 */
export interface Message {
  /** Line of its first record, counted from 1. With its file's number, the message's identity. */
  readonly line: number;
  /** Line of its last record. */
  readonly lastLine: number;
  /** Code of the group it is an occurrence of, e.g. `026`. */
  readonly group: string;
  /** Null when the flow has no group that carries a subject: then the whole file is one message. */
  readonly subject: Subject | null;
  readonly problems: readonly Problem[];
  /**
   * Its data as JSON text of a `GroupData`. Besides the catalogue's names a group may have `$order`, the
   * codes of its groups as they were sent when that was not the catalogue's order; a message may have
   * `$rest`, how many groups were left out because there were too many to hold (the raw file has them).
   * The data of a JSON event has its own numbers, booleans and nulls besides.
   */
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
  readonly invalid: number;
  /** Lines in the file. */
  readonly lines: number;
  /** The sender's running number of the file, as sent, where it is in the data; see `SequenceRule`. */
  readonly sequenceNumber?: string | null;
  /** The sender says that it is sent again (`SamenessRule.replay`). */
  readonly replay?: boolean;
  /** All that it is addressed to, where those are more than the envelope's one. */
  readonly recipients?: readonly string[];
  /** What others call it by besides the sender's identifier: the platform's transaction id, say. */
  readonly otherIdentifiers?: readonly string[];
  /** What it holds besides the file that its envelope is of; absent where its reader cannot tell. */
  readonly furtherParts?: readonly FurtherPart[];
}

/** The envelope of a further file that ran into one; null for a part of which nobody can read whose it is. */
export type FurtherPart = Envelope | null;

/** A line of a file that names a subject, by its key. */
export interface NamedLine {
  readonly line: number;
  readonly key: string;
}

/** Lines of a refused file that are kept with the subjects they name: of more, the first. */
export const mostNamedLines = 10_000;

/** An outcome with what is made of it here: readers know the file alone. */
export interface JudgedOutcome extends Outcome {
  /** The file's place in its sender's sequence; null or absent when nobody looks at it. */
  readonly sequence?: SequenceClaim | null;
  /** When it is a file that is here already; absent where the usual rule holds. */
  readonly sameness?: SamenessRule;
  /** What it was read with; absent when nobody says. */
  readonly mark?: string;
  /** Why the file awaits release by a person; null or absent when it does not. */
  readonly awaitsRelease?: Problem | null;
  /** The subjects that a refused file names whose messages are not in memory; absent otherwise. */
  readonly named?: readonly NamedLine[];
}

/**
 * What a file looked like beyond what its envelope and messages say (line ends, quotes, the order of
 * columns), each family's in its own terms: with it a writer gives the same bytes again.
 */
export type FileLayout = GroupData;

/** A whole file in memory: its outcome and its messages. */
export interface Document extends Outcome {
  readonly items: readonly Message[];
  /** Null where the family keeps none. */
  readonly layout: FileLayout | null;
}
