import type { RoutableMessage, RoutedEvent } from "../../../core/event/route.ts";

/** A message that routing could not place because of an unexpected error. */
export interface RoutingFailure {
  readonly message: number;
  readonly processType: string;
  readonly error: string;
}

/** Messages of one file that wait for routing. */
export interface RoutingBatch {
  readonly file: number;
  /** The line from which on the file waited when the batch was taken, and will wait when it is done; null when none will. */
  readonly fromLine: number;
  readonly nextLine: number | null;
  readonly messages: readonly RoutableMessage[];
}

/** What routing decided for a batch; applied only if nobody else routed it meanwhile. */
export interface RoutedBatch {
  readonly batch: RoutingBatch;
  readonly events: readonly RoutedEvent[];
  readonly failures: readonly RoutingFailure[];
}

/** Which past messages are meant. */
export interface PastSelection {
  readonly processType: string;
  /** Only of files recorded at or after, in milliseconds since 1970; all when null. */
  readonly since: number | null;
  /** Flows whose messages' data is wanted. */
  readonly looksInto: ReadonlySet<string>;
}

/** Routing (commit 2): which messages wait for it, and the events that they become. */
export interface RouteStore {
  /**
   * The oldest messages not yet routed, invalid ones left out, at most about `limit`; with the data of
   * those whose flow is to be looked into.
   */
  waiting(given: {
    readonly limit: number;
    readonly looksInto?: ReadonlySet<string> | undefined;
  }): Promise<RoutingBatch[]>;
  /** About how many messages wait for routing; cheap however many they are. */
  countWaiting(): Promise<number>;
  /**
   * Appends the events (commit 2), in one transaction; returns how many. A batch that somebody else routed
   * meanwhile counts for nothing.
   */
  record(batches: readonly RoutedBatch[]): Promise<number>;
  /** Puts messages whose routing failed back in line. Returns how many. */
  retryFailed(file: number): Promise<number>;
  /**
   * Past messages after one, in order, that are active, are routed, and are neither an event of the type nor waiting
   * for one; with the number of the last one looked at, null when there are no more.
   */
  past(given: {
    readonly selection: PastSelection;
    readonly after: number;
    readonly limit: number;
  }): Promise<{ readonly messages: readonly RoutableMessage[]; readonly last: number | null }>;
  /**
   * Makes events of past messages as history: folded, and nothing is done because of them. One that joins a process
   * which is not there waits for it. Returns how many events that made.
   */
  takeUp(routed: readonly RoutedEvent[]): Promise<number>;
}
