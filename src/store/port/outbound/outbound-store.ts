import type {
  ComposedFile,
  FiledMessages,
  OutboundCount,
  OutboundDecision,
  OutboundFilter,
  OutboundMessage,
  OutboundRecord,
  OutboundStep,
} from "../../../core/outbound/outbound.ts";
import type { CountLimit } from "../../../core/text/capped-count.ts";

/** Outbound files and e-mails: recording them, and what people see and decide of them. */
export interface OutboundStore {
  /**
   * Records files with their numbers and the messages in them, in one transaction. Null, and nothing is
   * recorded, when a number is not the next one of its series, a message no longer waits, or a subscription is
   * no longer where a webhook goes on from.
   */
  record(files: readonly ComposedFile[]): Promise<readonly number[] | null>;
  /** What is needed to write a file again: its queue and messages; null when there is no such file. */
  filedMessages(id: number): Promise<FiledMessages | null>;
  /** The very bytes of a file or e-mail. */
  bytes(id: number): Promise<Uint8Array>;
  /** The bytes of a file or e-mail in pieces, so that a large one need not be in memory whole. */
  stream(id: number): AsyncIterable<Uint8Array>;
  /** Null when there is no outbound file or e-mail of that number. */
  get(id: number): Promise<OutboundRecord | null>;
  /** Outbound files and e-mails in the order of their numbers; all when there is no filter. */
  list(filter?: OutboundFilter): AsyncIterable<OutboundRecord>;
  /** What people did to one, the first first. */
  steps(id: number): Promise<readonly OutboundStep[]>;
  /** How many there are in each state, by channel. */
  counts(limit?: CountLimit): Promise<readonly OutboundCount[]>;
  /** The messages in a file, or in the one it was sent again for. */
  messages(id: number): Promise<readonly OutboundMessage[]>;
  /** The outbound file that something to be sent went in; null while it is in none. */
  ofMessage(message: number): Promise<number | null>;
  /**
   * Does what a person decided, in one transaction, noted with who and why. Rejects with a `StoreError`
   * that says why when the file is not in a state for it.
   */
  decide(given: {
    readonly id: number;
    readonly decision: OutboundDecision;
    readonly actor: string;
    readonly reason: string;
  }): Promise<OutboundRecord>;
}
