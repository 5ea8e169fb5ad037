import type { OutboundMessage, UnwritableMessage } from "../../../core/outbound/outbound.ts";
import type { Outgoing } from "../../../core/outbound/outgoing.ts";

/** Where a message is among those that are in no file yet. */
export interface OutboundMessagePlace {
  /** The number of its queue; 0 for one that is stuck, which is in no queue. */
  readonly queue: number;
  readonly id: number;
}

/** A message that is in no file yet, with its place among them. */
export type PlacedMessage = OutboundMessage & OutboundMessagePlace;

/** Messages and e-mails that are to be sent, before they are in a file. */
export interface OutboundMessageStore {
  /** Takes messages out of their queue, so that the others go on; a person is needed. */
  setAside(messages: readonly UnwritableMessage[]): Promise<void>;
  /** What is stuck before it is in any file, then what waits, queue by queue, the oldest first; behind a place where one is said. */
  waiting(given: {
    readonly after?: OutboundMessagePlace;
    readonly limit: number;
  }): Promise<readonly PlacedMessage[]>;
  /** Puts a message that could not be written back in line, or takes it out for good. */
  decide(given: {
    readonly id: number;
    readonly decision: "retry" | "cancel";
    readonly actor: string;
    readonly reason: string;
  }): Promise<void>;
  /**
   * Has something sent, in one transaction, that no action asked for. `identity` is the same however often it is tried: said
   * again it changes nothing. Resolves with the number of the message.
   */
  send(given: { readonly identity: string; readonly outgoing: Outgoing }): Promise<number>;
  /** The data of what was sent under an identity and under those that it begins, `:` behind it, as JSON texts; the first first. */
  sentAs(identity: string): Promise<readonly string[]>;
}
