import type { FeedPlace } from "../event/feed-place.ts";
import type { Envelope, Party } from "../file/envelope.ts";
import type { EnvelopeFilter } from "../file/envelope-filter.ts";
import type { Problem } from "../file/problem.ts";
import type { Slice } from "../list/slice.ts";

/** Messages of one flow to one recipient, or e-mails, of which some wait to be composed. */
export interface WaitingQueue {
  readonly id: number;
  /** Flow or flow reference as it was asked for; null for e-mails. */
  readonly flow: string | null;
  readonly to: Party;
  /** The channel that was asked for; null when none was. */
  readonly channel: string | null;
  /** When the first of them was asked for, in milliseconds since 1970. */
  readonly since: number;
  /** Why they could not be sent when that was last tried, in words. */
  readonly problem: string | null;
}

/** A message or e-mail that waits to be composed. */
export interface WaitingMessage {
  readonly id: number;
  /** When it was asked for, in milliseconds since 1970. */
  readonly at: number;
  /** JSON text of what its queue does not say. */
  readonly data: string;
}

/** What is in a file: enough to make it once more. */
export interface FiledMessages {
  readonly queue: Pick<WaitingQueue, "id" | "flow" | "to" | "channel">;
  readonly messages: readonly WaitingMessage[];
}

/** A message that cannot be written. */
export interface UnwritableMessage {
  readonly id: number;
  readonly problems: readonly Problem[];
}

/** A number for a file of ours: the next one of a series. */
export interface GivenNumber {
  readonly series: string;
  readonly number: number;
  /** With what the series begins; 1 when absent. */
  readonly first?: number;
}

/** A file or e-mail, ready to be recorded and then delivered. */
export interface ComposedFile {
  readonly queue: number;
  readonly channel: string;
  /** The waiting messages that are in it; none when it is sent again for another file. */
  readonly messages: readonly number[];
  /** How many messages it holds. */
  readonly messageCount: number;
  /** What its messages are about, by their keys; absent where nothing says. */
  readonly subjects?: readonly string[];
  /** Null for an e-mail and a webhook. */
  readonly envelope: Envelope | null;
  readonly given: GivenNumber | null;
  /** Of an e-mail, its recipients; of a webhook, the server that it goes to. */
  readonly folder: string;
  /** Of an e-mail, its Message-ID; of a webhook, its `webhook-id`. */
  readonly name: string;
  readonly temporary: string;
  readonly bytes: Uint8Array;
  /** The file that it is sent again for, and who asked. */
  readonly replaces: Replaced | null;
  /** How far it takes its channel's subscription in all that happened; only of a webhook. */
  readonly follows?: { readonly from: FeedPlace; readonly to: FeedPlace };
}

/** That a file is sent again as a new one. */
export interface Replaced {
  readonly outbound: number;
  readonly actor: string;
  readonly reason: string;
}

/**
 * Where a file or e-mail is. `ready`: nothing of it counts yet at the other end. `uploaded`: whole under
 * its temporary name, and it may have its own by now. `sending`: an e-mail or webhook that the server was given
 * and has not answered for. `delivered`. `unknown`: it is unknown whether it arrived. `failed`: it needs a
 * person. `cancelled`: a person said so; its number stays spent.
 */
export type OutboundState =
  | "ready"
  | "uploaded"
  | "sending"
  | "delivered"
  | "unknown"
  | "failed"
  | "cancelled";

/** A file to deliver. */
export interface DueFile {
  readonly id: number;
  readonly queue: number;
  readonly state: "ready" | "uploaded";
  readonly folder: string;
  readonly name: string;
  readonly temporary: string;
  readonly sizeBytes: number;
  /** SHA-256, 64 hexadecimal digits. */
  readonly hash: string;
  /** Attempts that failed. */
  readonly attempts: number;
  /** How often the connection broke while it was being sent. */
  readonly drops: number;
}

/** A file that waits to be tried again. */
export interface NextRetry {
  readonly file: number;
  /** When it is, in milliseconds since 1970. */
  readonly dueAt: number;
  /** What kept it from being delivered the last time, in words. */
  readonly problem: string | null;
}

/** Which files of a channel may be delivered. */
export interface DueFilter {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** None before an earlier one of its queue that needs a person or waits for another try. */
  readonly inOrder: boolean;
  /** Flows of which none may leave now. */
  readonly flowsOnHold: readonly string[];
  readonly limit: number;
}

/** How an attempt ended. */
export type DeliveryEnd =
  | { readonly id: number; readonly end: "delivered" }
  /** Nothing came of it, and it is no attempt: another of its queue has to go first, or the daemon stopped. */
  | { readonly id: number; readonly end: "behind" }
  /** It is tried again then, in milliseconds since 1970; `from` the beginning, or from where it got to. */
  | {
      readonly id: number;
      readonly end: "later";
      readonly dueAt: number;
      readonly problem: string;
      readonly from: "ready" | "uploaded";
      readonly recipients?: readonly RecipientEnd[];
    }
  /** The connection broke while it was being sent: from then on it is sent alone. */
  | {
      readonly id: number;
      readonly end: "dropped";
      /** Nothing else was being sent: then it is an attempt of its own that failed. */
      readonly isAlone: boolean;
      readonly dueAt: number;
      readonly problem: string;
      readonly from: "ready" | "uploaded";
    }
  | {
      readonly id: number;
      readonly end: "unknown" | "failed";
      readonly problem: string;
      /** Something of it may be there under its temporary name, to be removed when that can be done. */
      readonly isLeft?: boolean;
      readonly recipients?: readonly RecipientEnd[];
    };

/**
 * What is known of one recipient of an e-mail that not all of them have. `taken`: the server answers for
 * it; `refused`: the server would not have it, for good, in the words of `answer`.
 */
export interface RecipientEnd {
  readonly address: string;
  readonly state: "taken" | "refused";
  readonly answer: string | null;
}

/** An outbound file or e-mail, as people see it. */
export interface OutboundRecord {
  readonly id: number;
  readonly channel: string;
  readonly state: OutboundState;
  /** It waits until a person releases it. */
  readonly onHold: boolean;
  /** Null for an e-mail. */
  readonly envelope: Envelope | null;
  readonly number: number | null;
  readonly folder: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly hash: string;
  readonly messages: number;
  /** Attempts that failed, how often the connection broke in one, and when the next one comes. */
  readonly attempts: number;
  readonly drops: number;
  readonly dueAt: number;
  readonly problem: string | null;
  readonly createdAt: number;
  /** When it was delivered or cancelled. */
  readonly endedAt: number | null;
  /** The file it was sent again for, and the one that was sent again for it. */
  readonly replaces: number | null;
  readonly replacedBy: number | null;
  /** The first file of its flow to its recipient that it waits for; null when it waits for none. */
  readonly behind: number | null;
}

/** One thing that happened to an outbound file. */
export interface OutboundStep {
  readonly at: number;
  readonly what: string;
  /** Null when it was the daemon. */
  readonly actor: string | null;
  readonly reason: string | null;
}

/** What was asked to be sent, as people see it. */
export interface OutboundMessage {
  readonly id: number;
  /** The action that asked for it; null when none did. */
  readonly action: number | null;
  readonly processType: string | null;
  readonly key: string | null;
  readonly flow: string | null;
  readonly to: Party;
  /** The channel that was asked for; null when none was. */
  readonly channel: string | null;
  readonly at: number;
  readonly state: "waiting" | "stuck" | "filed" | "cancelled";
  readonly outbound: number | null;
  /** The file that came in and that it answers; null when it is no answer. */
  readonly answers: number | null;
  /** Why it is not in a file: its own problems, or its queue's. */
  readonly problems: readonly Problem[];
  readonly queueProblem: string | null;
}

/** How much is in which state, of one channel. */
export interface OutboundCount {
  readonly channel: string;
  readonly state: OutboundState | "on-hold" | "retrying" | "behind";
  readonly files: number;
}

/** Which outbound files are meant. */
export interface OutboundFilter extends EnvelopeFilter, Slice {
  readonly state?: OutboundState | "on-hold" | "failing";
  readonly channel?: string;
  /** Made from this moment to that one, in milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
}

/** What people may decide about an outbound file. */
export type OutboundDecision = "hold" | "release" | "retry" | "cancel" | "confirm";
