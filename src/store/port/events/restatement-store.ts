import type { RoutedEvent } from "../../../core/event/route.ts";
import type { JudgedOutcome, Message } from "../../../core/file/document.ts";
import type { ChangedBy } from "./revision-store.ts";

/** Which files are meant; all active ones when nothing is said. */
export interface FileSelection {
  readonly flow?: string;
  /** Participant who sent it, e.g. `UDMS`, with or without the role: `D:UDMS`. */
  readonly sender?: string;
  /** Recorded at or after, and at or before; milliseconds since 1970. */
  readonly since?: number;
  readonly until?: number;
  /** The file of this number, or those that are in it. */
  readonly file?: number;
}

/** An active message, with all events it ever became. */
export interface StandingMessage {
  readonly id: number;
  readonly line: number;
  readonly lastLine: number;
  readonly group: string;
  readonly subjectKind: string | null;
  readonly subjectKey: string | null;
  readonly data: string;
  readonly invalid: boolean;
  /** JSON text; null when there are none. */
  readonly problems: string | null;
  readonly events: readonly StandingEvent[];
}

/** An event of a message. */
export interface StandingEvent {
  readonly seq: number;
  readonly processType: string;
  readonly key: string;
  readonly type: string;
  /** JSON text: its newest. */
  readonly data: string;
  readonly schemaVersion: number;
  /** Who declared it void; null when it counts. */
  readonly voidedBy: "person" | "restate" | null;
  /** Its data is what a person corrected it to. */
  readonly corrected: boolean;
}

/** The messages of some lines of a file, and the newest revision of any event when they were read. */
export interface StandingLines {
  readonly messages: readonly StandingMessage[];
  readonly revision: number;
}

/** What is read of a message besides its data and whether it is invalid. */
export type MessageReading = Pick<
  StandingMessage,
  "lastLine" | "group" | "subjectKind" | "subjectKey" | "problems"
>;

/** What a restate does to one event, or to a message that became some. */
export type Restated =
  | { readonly kind: "message"; readonly message: number; readonly reading: MessageReading }
  | {
      readonly kind: "data";
      readonly event: number;
      readonly data: string;
      readonly schemaVersion: number;
    }
  | { readonly kind: "void"; readonly event: number }
  | { readonly kind: "unvoid"; readonly event: number }
  | (RoutedEvent & {
      readonly kind: "record";
      /** JSON text. */
      readonly data: string;
    });

/** Another reading of a whole file, for its messages that have no event. */
export interface NewReading {
  readonly outcome: JudgedOutcome;
  readonly messages: readonly Message[];
  /** Milliseconds since 1970. */
  readonly occurredAt: number;
}

/** Reading again the messages and events of active files. */
export interface RestatementStore {
  /** Numbers of the selected files that are active and hold no others, those after one, in order. */
  files(given: {
    readonly selection: FileSelection;
    readonly after: number;
    readonly limit: number;
  }): Promise<readonly number[]>;
  /** The messages of a file from one line on up to another. */
  messages(given: {
    readonly file: number;
    readonly fromLine: number;
    readonly toLine: number;
  }): Promise<StandingLines>;
  /**
   * Appends what a restate found, in one transaction, with the reading of the messages that have no event
   * when it is given. False, and nothing is done, when something was said of one of the events since.
   */
  record(given: {
    readonly file: number;
    readonly changes: readonly Restated[];
    readonly revision: number;
    readonly changedBy: ChangedBy;
    readonly reading: NewReading | null;
  }): Promise<boolean>;
  /** Makes the problems of a file that was restated those of the reading, which is noted. */
  note(given: { readonly file: number; readonly outcome: JudgedOutcome }): Promise<void>;
}
