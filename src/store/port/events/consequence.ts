import type { ActionState } from "../../../core/action/ledger.ts";

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
  /** Where it is: waiting for its file, in one, or stuck. */
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
