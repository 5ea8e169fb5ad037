import type { Outgoing } from "../../core/outbound/outgoing.ts";

/** What is to be sent and waits to be composed. */
export interface OutboxStore {
  /**
   * Has something sent that no action asked for. `identity` is the same however often it is tried: said
   * again it changes nothing. Resolves with the number of the message.
   */
  send(identity: string, outgoing: Outgoing): Promise<number>;
}
