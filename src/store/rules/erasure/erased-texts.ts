/** Whose rows they are, by JSON arrays of numbers or keys. */
export interface ErasedRows {
  readonly processes: string;
  /** Besides, processes that tell of a message whose data changed. */
  readonly others: string;
  readonly events: string;
  readonly messages: string;
  /** Of them, those whose bytes were not read again. */
  readonly unread: string;
  readonly files: string;
  readonly outbound: string;
  readonly keys: string;
}

/** A table in which something may be said of a person. */
export interface ErasedText {
  readonly table: string;
  /** Sentences. */
  readonly columns: readonly string[];
  /** JSON made of what files say. */
  readonly data?: readonly string[];
  /** Which rows, by one of the lists; null: any row, whoever it is about. */
  readonly by: keyof ErasedRows | null;
  /** The column that the list is of; `action`: of the event of that action. */
  readonly column: string;
}

const ofEvents = (
  table: string,
  columns: readonly string[],
  data: readonly string[] = [],
  column = "event",
): ErasedText => ({ table, columns, data, by: "events", column });
const ofFiles = (
  table: string,
  columns: readonly string[],
  data: readonly string[] = [],
  column = "file",
): ErasedText => ({ table, columns, data, by: "files", column });
const ofAnybody = (table: string, ...columns: readonly string[]): ErasedText => ({
  ...{ table, columns, by: null, column: "" },
});

/** Every text in which something may be said of a person, besides the bytes of files. */
export const erasedTexts: readonly ErasedText[] = [
  // Of those that were read again, what they say now is settled.
  { table: "messages", columns: ["problems"], data: ["data"], by: "unread", column: "id" },
  { table: "failures", columns: ["error"], by: "messages", column: "message" },
  { table: "unmatched", columns: [], data: ["data"], by: "messages", column: "message" },
  ofFiles("files", ["problems"], [], "id"),
  ofFiles("readings", ["problems"]),
  ofFiles("settled", [], ["data"]),
  ofFiles("staged_messages", ["problems"], ["data"]),
  ofFiles("decisions", ["reason"]),
  ofEvents("events", [], ["data"], "seq"),
  ofEvents("revisions", ["reason"], ["data"]),
  ofEvents("actions", ["verdicts", "reason"]),
  ofEvents("cancelled_with_event", ["reason"], [], "action"),
  ofEvents("attempts", ["reason", "error"], [], "action"),
  ofEvents("interventions", ["reason"], [], "action"),
  { table: "builds", columns: ["error"], data: ["state", "tail"], by: "others", column: "process" },
  { table: "commands", columns: ["message"], data: ["data"], by: "keys", column: "process_key" },
  {
    table: "outbound_messages",
    columns: ["problems"],
    data: ["data"],
    by: "processes",
    column: "process",
  },
  { table: "outbound", columns: ["problem"], by: "outbound", column: "id" },
  { table: "outbound_log", columns: ["reason"], by: "outbound", column: "outbound" },
  {
    table: "outbound_recipients",
    columns: ["address", "answer"],
    by: "outbound",
    column: "outbound",
  },
  ofAnybody("outbound_log", "reason"),
  ofAnybody("outbound_queues", "problem"),
  ofAnybody("stuck_notes", "text"),
  ofAnybody("holds", "reason", "released_reason"),
  ofAnybody("notices", "title", "remedy", "untold"),
  ofAnybody("notice_messages", "content", "reason"),
  ofAnybody("notice_snoozes", "reason", "ended_reason"),
  ofAnybody("audit", "act", "reason"),
  ofAnybody("kept_answers", "body"),
];

/** How what is said is replaced. */
export interface SaidReplaced {
  /** A sentence of a row about the subject. */
  readonly text: (text: string) => string;
  /** JSON data of such a row. */
  readonly data: (json: string) => string;
  /** A text that may be about anybody. */
  readonly freeText: (text: string) => string;
}
