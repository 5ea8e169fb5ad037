import type { Party } from "./envelope.ts";

/** A message to be sent in a file of a flow. Which file, and its envelope, is decided when it is composed. */
export interface OutgoingMessage {
  readonly kind: "file";
  /** Flow or flow reference, e.g. `D0155` or `D0155001`. */
  readonly flow: string;
  readonly to: Party;
  /** The message's data, as a reader of the flow would give it. */
  readonly data: object;
  /** Code of the group it is an occurrence of; only needed where the flow has several sorts of messages. */
  readonly group?: string;
  /** The channel to send it by; when absent, the one configured for the flow and recipient. */
  readonly channel?: string;
}

/** An e-mail to be sent. */
export interface OutgoingEmail {
  readonly kind: "email";
  /** Addresses, e.g. `Ann Field <ann@example.com>`. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly channel?: string;
}

/** What is to leave Busbar. */
export type Outgoing = OutgoingMessage | OutgoingEmail;

/** The effect of an action: which action's, and the event on which process it was planned for. */
export interface EffectOrigin {
  /** The action's row in the ledger, and which of its effects this is: its identity for ever. */
  readonly action: number;
  readonly place: number;
  /** The row of the process, and the recording number of the event. */
  readonly process: number;
  readonly cause: number;
}
