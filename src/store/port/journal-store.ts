import type {
  ComposedFile,
  DeliveryEnd,
  DueFile,
  DueWish,
  FiledMessages,
  NextRetry,
  OutboundCount,
  OutboundDecision,
  OutboundFilter,
  OutboundRecord,
  OutboundStep,
  OutboxRecord,
  RecipientEnd,
  UnwritableMessage,
  WaitingLane,
  WaitingMessage,
} from "../../core/outbound/journal.ts";

/** Composing what leaves, delivering it, and what people see and decide of it. */
export interface JournalStore {
  // ── Composing
  /** Lanes in which something waits. */
  waitingLanes(): Promise<readonly WaitingLane[]>;
  /** How many wait in a lane, counted up to `most`. */
  countWaiting(lane: number, most: number): Promise<number>;
  /** The first that wait in a lane. */
  waitingMessages(lane: number, most: number): Promise<readonly WaitingMessage[]>;
  /** The number last given in a series; 0 before the first. */
  lastNumber(series: string): Promise<number>;
  /**
   * The next number of a series is `next`: those between count as given, for files that the store does not
   * know. `moved` is false, and nothing is changed, where that would not go on. `last`: the last one before.
   */
  moveNumber(
    series: string,
    next: number,
    actor: string,
    reason: string,
  ): Promise<{ readonly moved: boolean; readonly last: number }>;
  /**
   * Records files with their numbers and the messages in them, in one transaction. Null, and nothing is
   * recorded, when a number is not the next one of its series or a message no longer waits.
   */
  recordOutbound(files: readonly ComposedFile[]): Promise<readonly number[] | null>;
  /** What is in a file, or was in the one it was sent again for; null when there is no such file. */
  filedMessages(id: number): Promise<FiledMessages | null>;
  /** Takes messages out of their lane, so that the others go on; a person is needed. */
  setAside(messages: readonly UnwritableMessage[]): Promise<void>;
  /** Says why nothing of a lane can be sent, or that it can (null). */
  setLaneProblem(lane: number, problem: string | null): Promise<void>;

  // ── Delivering
  /** Of these channels, and no others, files wait for those of their lane before them. */
  keepOrder(channels: readonly string[]): Promise<void>;
  /** The first files of a channel that may be delivered now, in order; none that the connection broke on. */
  dueFiles(channel: string, wish: DueWish): Promise<readonly DueFile[]>;
  /** Those that the connection broke on: each is to be sent alone. Those it broke on least come first. */
  suspectFiles(channel: string, wish: DueWish): Promise<readonly DueFile[]>;
  /** The file of a channel that is tried again next; null when none waits for that. */
  nextRetry(channel: string): Promise<NextRetry | null>;
  /** The very bytes of a file or e-mail. */
  outboundBytes(id: number): Promise<Uint8Array>;
  /**
   * Notes that files are about to get their own names, or an e-mail its answer, and returns those that
   * may: the others were held or cancelled meanwhile.
   */
  beginHandover(
    ids: readonly number[],
    state: "uploaded" | "sending",
  ): Promise<ReadonlySet<number>>;
  /** Notes how attempts ended; with a delivery goes its event. Returns how many events were recorded. */
  endDeliveries(ends: readonly DeliveryEnd[]): Promise<number>;
  /** What is known of single recipients of an e-mail, while not all of them have it. */
  recipientEnds(id: number): Promise<readonly RecipientEnd[]>;
  /** Files of a channel that were cancelled or given up and may have left something under their temporary names. */
  untidied(channel: string): Promise<readonly DueFile[]>;
  /** Notes that nothing is left of them. */
  tidied(ids: readonly number[]): Promise<void>;
  /** E-mails that a program that ended was in the middle of are unknown from now on. Returns how many. */
  abandonSending(): Promise<number>;

  // ── People
  outboundFile(id: number): Promise<OutboundRecord | null>;
  outboundFiles(filter?: OutboundFilter): AsyncIterable<OutboundRecord>;
  outboundSteps(id: number): Promise<readonly OutboundStep[]>;
  outboundCounts(): Promise<readonly OutboundCount[]>;
  /** What is in a file, or was in the one it was sent again for. */
  messagesOfOutbound(id: number): Promise<readonly OutboxRecord[]>;
  /** What waits or is stuck before it is in any file, the oldest first. */
  outboxWaiting(limit: number): Promise<readonly OutboxRecord[]>;
  /** Rejects with a `StoreError` that says why when the file is not in a state for it. */
  decideOutbound(
    id: number,
    decision: OutboundDecision,
    actor: string,
    reason: string,
  ): Promise<OutboundRecord>;
  /** Puts a message that could not be written back in line, or takes it out for good. */
  decideMessage(
    id: number,
    decision: "retry" | "cancel",
    actor: string,
    reason: string,
  ): Promise<void>;
}
