import type { Outgoing } from "../../../core/outbound/outgoing.ts";

/** How far what came in, was read again and was decided has been looked at; row numbers. */
export interface StatusCursor {
  readonly file: number;
  readonly reading: number;
  readonly decision: number;
}

/** What there is to look at next. */
export interface StatusWork {
  /** Where to go on from when all of it is done; null when there is nothing. */
  readonly upTo: StatusCursor | null;
  /** Files that came in by the channels. */
  readonly arrived: readonly number[];
  /** Files that were read again or decided about, whatever their channel. */
  readonly changed: readonly number[];
}

/** A verdict on a file that may be to be sent. */
export interface FileVerdict {
  readonly file: number;
  readonly verdict: string;
  /** Whether it may be the first of the file. */
  readonly first: boolean;
  readonly outgoing: (number: number) => Outgoing;
}

/** Telling senders what became of the messages in a file, each time that it is something else. */
export interface StatusStore {
  /**
   * The next files to look at, at most about so many; none from a file on that is still being recorded. The first
   * time of all there is nothing: what came before anybody was notified is not reported.
   */
  work(given: {
    readonly channels: readonly string[];
    readonly limit: number;
  }): Promise<StatusWork>;
  /**
   * Has verdicts on files sent, each as the first of its file or its next, unless it was the last one said of it;
   * in one transaction, so that each is said once. Gives how many are sent now.
   */
  send(verdicts: readonly FileVerdict[]): Promise<number>;
  /** Notes that all of it is done, up to there. */
  done(upTo: StatusCursor): Promise<void>;
}
