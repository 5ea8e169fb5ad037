import type { RoutableMessage, RoutedEvent } from "../../core/event/route.ts";

/** Which past messages are meant. */
export interface PastSelection {
  readonly processType: string;
  /** Only of files recorded at or after, in milliseconds since 1970; all when null. */
  readonly since: number | null;
  /** Flows whose messages' data is wanted. */
  readonly looksInto: ReadonlySet<string>;
}

/** Taking up what was recorded before a type of process was there. */
export interface TakeUpStore {
  /**
   * Messages after one, in order, that stand, are routed, and are neither an event of the type nor waiting
   * for one; with the number of the last one looked at, null when there are no more.
   */
  pastMessages(
    selection: PastSelection,
    after: number,
    limit: number,
  ): Promise<{ readonly messages: readonly RoutableMessage[]; readonly last: number | null }>;
  /**
   * Makes events of them as history: folded, and nothing is done because of them. One that joins a process
   * which is not there waits for it. Returns how many events that made.
   */
  takeUp(routed: readonly RoutedEvent[]): Promise<number>;
}
