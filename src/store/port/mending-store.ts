import type { Refusal } from "../../core/define/effect.ts";
import type { EventRecord } from "../../core/event/event.ts";
import type { MessageRecord } from "../../core/file/file.ts";

/** Who mends, and why: kept for ever. */
export interface Mender {
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

/** The states of a row of the ledger. */
export type ActionState =
  | "planned"
  | "running"
  | "done"
  | "failed"
  | "held"
  | "skipped"
  | "cancelled";

/** An action because of an event, and what it brought about. */
export interface Consequence {
  /** Number of its row in the ledger. */
  readonly action: number;
  readonly name: string;
  /** 0; more when a person forced it again. */
  readonly nth: number;
  readonly state: ActionState;
  readonly reason: string | null;
  /** What each condition said, as JSON text; null when there were none. */
  readonly verdicts: string | null;
  /** Milliseconds since 1970; null while it has not ended. */
  readonly endedAt: number | null;
  /** Its state before the event's void cancelled it; null when no void did. */
  readonly before: ActionState | null;
  /** The events that it recorded. */
  readonly followUps: readonly FollowUp[];
  /** The messages and e-mails that it asked to be sent. */
  readonly sent: readonly SentEffect[];
}

/** A message of a file, or an e-mail, that an action asked to be sent. */
export interface SentEffect {
  /** Null for an e-mail. */
  readonly flow: string | null;
  /** Where it is: waiting for its file, in one, or held up. */
  readonly state: "waiting" | "stuck" | "filed" | "cancelled";
  /** The file or e-mail it left in: number, name and state; null before there is one. */
  readonly outbound: number | null;
  readonly name: string | null;
  readonly delivery: string | null;
}

/** An event that an action recorded. */
export interface FollowUp {
  readonly seq: number;
  readonly type: string;
  readonly void: boolean;
}

/** An event because of which something is done already, or runs at this moment. */
export interface ActedEvent {
  readonly event: number;
  readonly processType: string;
  readonly key: string;
  readonly consequences: readonly Consequence[];
}

/** A row of the ledger as it was first judged. */
export interface JudgedAction extends Pick<Consequence, "action" | "name" | "state" | "verdicts"> {
  readonly event: number;
}

/** An event that was mended, with what there is because of it now. */
export interface Mended {
  readonly event: EventRecord;
  readonly revision: number;
  readonly consequences: readonly Consequence[];
}

/** Data to stand in place of an event's. */
export interface NewData {
  readonly schemaVersion: number;
  /** JSON text. */
  readonly data: string;
}

/** Mending events after they were recorded: by appended revisions, each verb in one transaction. */
export interface MendingStore {
  /** One event, void or not; null when there is none of that number. */
  event(seq: number): Promise<EventRecord | null>;
  message(id: number): Promise<MessageRecord | null>;
  /** What was said of an event after it was recorded, the first first. */
  revisions(seq: number): Promise<readonly Revision[]>;
  /** The ledger's rows of an event, in the order they were planned. */
  consequences(seq: number): Promise<readonly Consequence[]>;
  /** Those of a file's events because of which something is done or runs: the first so many, void ones included. */
  actedEvents(file: number, limit: number): Promise<readonly ActedEvent[]>;
  /** The ledger's rows of a process as they were first judged, in the order they were planned. */
  judgedActions(processType: string, key: string): Promise<readonly JudgedAction[]>;
  /**
   * Declares that an event never was. What is planned, failed or held because of it is cancelled, and
   * its process is built from the start.
   */
  voidEvent(seq: number, mender: Mender): Promise<Mended | Refusal>;
  /** Takes a void back: everything is as it was before it, what it cancelled included. */
  unvoidEvent(seq: number, mender: Mender): Promise<Mended | Refusal>;
  /** Puts other data in place of an event's. Its ledger stays, and nothing is planned again. */
  correctEvent(seq: number, data: NewData, mender: Mender): Promise<Mended | Refusal>;
}
