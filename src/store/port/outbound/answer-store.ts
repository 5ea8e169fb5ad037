import type { FileRecord } from "../../../core/file/file.ts";
import type { OutboundMessage } from "../../../core/outbound/outbound.ts";

/** Files that came in and may have to be answered. */
export interface FilesToAnswer {
  /** The last file that was looked at; null when there is none to look at. */
  readonly upTo: number | null;
  /** Files of the families that were looked at, those taken in as history left out. */
  readonly files: readonly FileRecord[];
}

/** How far it was looked at which files became something else after they came. */
export interface JudgedUpTo {
  /** Number of the last reading of kept bytes, and of the last decision of a person. */
  readonly reading: number;
  readonly decision: number;
}

/** A file that was read again or decided about. */
export interface JudgedAgain {
  readonly file: FileRecord;
  /** When that was last, in milliseconds since 1970. */
  readonly at: number;
}

/** What was sent to say what became of a file. */
export interface AnswerSent {
  /** Its number among the outbound messages. */
  readonly message: number;
  readonly state: OutboundMessage["state"];
}

/** Which files that came in are answered already. */
export interface AnswerStore {
  /**
   * The next files to look at, at most so many; none before one that is still being recorded. The first
   * time of all there are none: what came before anybody answered is not answered.
   */
  toAnswer(given: {
    readonly families: readonly string[];
    readonly limit: number;
  }): Promise<FilesToAnswer>;
  /** Notes that files are answered up to that one. */
  answered(upTo: number): Promise<void>;
  /**
   * Files of the families that were read again or decided about since, those taken in as history left out;
   * `upTo` is null when nothing happened. About `limit` of them.
   */
  judgedAgain(given: {
    readonly families: readonly string[];
    readonly limit: number;
  }): Promise<{ readonly upTo: JudgedUpTo | null; readonly files: readonly JudgedAgain[] }>;
  /** Notes that what was read again or decided about is answered, up to there. */
  answeredAgain(upTo: JudgedUpTo): Promise<void>;
  /** What was sent to say what became of a file that came in, in the order that it was asked for. */
  sentFor(file: number): Promise<readonly AnswerSent[]>;
}
