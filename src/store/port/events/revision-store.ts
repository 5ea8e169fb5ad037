import type { EventRecord } from "../../../core/event/event.ts";
import type { Consequence } from "./consequence.ts";

/** Who fixes, and why: kept for ever. */
export interface ChangedBy {
  readonly actor: string;
  readonly reason: string;
}

/** What was said of an event after it was recorded. */
export interface Revision {
  readonly id: number;
  readonly event: number;
  readonly kind: "void" | "unvoid" | "correct" | "restate";
  /** Of `correct` and `restate`: its data from then on, as JSON text, and the version of its schema. */
  readonly schemaVersion: number | null;
  readonly data: string | null;
  readonly actor: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** It was part of a restate. */
  readonly restated: boolean;
}

/** An event that was fixed, with what there is because of it now. */
export interface Mended {
  readonly event: EventRecord;
  readonly revision: number;
  readonly consequences: readonly Consequence[];
}

/** Data to replace an event's. */
export interface NewData {
  readonly schemaVersion: number;
  /** JSON text. */
  readonly data: string;
}

/** Correcting events after they were recorded: by appended revisions, each verb in one transaction. Rejects with a `RefusedError`. */
export interface RevisionStore {
  /** What was said of an event after it was recorded, the first first. */
  list(seq: number): Promise<readonly Revision[]>;
  /** What was said of each of some events, by their numbers; those of which nothing was said are not in it. */
  ofEvents(seqs: readonly number[]): Promise<ReadonlyMap<number, readonly Revision[]>>;
  /**
   * Voids an event: processes fold as if it had not been recorded. What is planned, failed or in need of review because of it is cancelled, and
   * its process is built from the start.
   */
  void(given: { readonly seq: number; readonly changedBy: ChangedBy }): Promise<Mended>;
  /** Takes a void back: everything is as it was before it, what it cancelled included. */
  unvoid(given: { readonly seq: number; readonly changedBy: ChangedBy }): Promise<Mended>;
  /** Puts other data in place of an event's. Its ledger stays, and nothing is planned again. */
  correct(given: {
    readonly seq: number;
    readonly data: NewData;
    readonly changedBy: ChangedBy;
  }): Promise<Mended>;
}
