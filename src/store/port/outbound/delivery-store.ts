import type {
  DeliveryEnd,
  DueFile,
  DueFilter,
  NextRetry,
  RecipientEnd,
} from "../../../core/outbound/outbound.ts";

/** Delivering outbound files and e-mails: which are due, and how attempts ended. */
export interface DeliveryStore {
  /** Of these channels, and no others, files wait for those of their queue before them. */
  keepOrder(channels: readonly string[]): Promise<void>;
  /** The first files of a channel that may be delivered now, in order; none that the connection broke on. */
  due(given: { readonly channel: string; readonly filter: DueFilter }): Promise<readonly DueFile[]>;
  /** Files that the connection broke on: each is to be sent alone. Those it broke on least come first. */
  suspects(given: {
    readonly channel: string;
    readonly filter: DueFilter;
  }): Promise<readonly DueFile[]>;
  /** The file of a channel that is tried again next; null when none waits for that. */
  nextRetry(channel: string): Promise<NextRetry | null>;
  /**
   * Notes that files are about to get their own names, or an e-mail its answer, and returns those that
   * may: the others were put on hold or cancelled meanwhile.
   */
  begin(given: {
    readonly ids: readonly number[];
    readonly state: "uploaded" | "sending";
  }): Promise<ReadonlySet<number>>;
  /** Notes how attempts ended, in one transaction with the events of deliveries. Returns how many events. */
  end(ends: readonly DeliveryEnd[]): Promise<number>;
  /** When something last left by each channel that anything ever left by, in milliseconds since 1970. */
  lastDelivered(): Promise<ReadonlyMap<string, number>>;
  /** What is known of single recipients of an e-mail, while not all of them have it. */
  recipients(id: number): Promise<readonly RecipientEnd[]>;
  /** Files of a channel that were cancelled or given up and may have left something under their temporary names. */
  toCleanUp(channel: string): Promise<readonly DueFile[]>;
  /** Notes that nothing is left under the temporary names of these files. */
  cleanedUp(ids: readonly number[]): Promise<void>;
  /**
   * E-mails that a program that ended was in the middle of are unknown from now on: those of a channel, or all when it
   * is null. Returns how many.
   */
  abandonSending(channel: string | null): Promise<number>;
}
