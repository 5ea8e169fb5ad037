import type { OutboxRecord, UnwritableMessage } from "../../../core/outbound/journal.ts";
import type { Outgoing } from "../../../core/outbound/outgoing.ts";

/** Messages and e-mails that are to be sent, before they are in a file. */
export interface OutboxStore {
  /** Takes messages out of their lane, so that the others go on; a person is needed. */
  setAside(messages: readonly UnwritableMessage[]): Promise<void>;
  /** What waits or is stuck before it is in any file, the oldest first. */
  waiting(limit: number): Promise<readonly OutboxRecord[]>;
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
