import type Database from "better-sqlite3";
import type { Connection } from "../database/connection.ts";
import { inKeys } from "../database/listing.ts";
import { chainsOf } from "./told.ts";

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

interface ErasedText {
  readonly table: string;
  /** Sentences. */
  readonly columns: readonly string[];
  /** JSON made of what files say. */
  readonly data?: readonly string[];
  /** Which rows, by one of the lists; null: any row, whoever it is about. */
  readonly by: keyof ErasedRows | null;
  readonly where: string;
}

const events = (
  table: string,
  columns: readonly string[],
  data: readonly string[] = [],
  column = "event",
): ErasedText => ({ table, columns, data, by: "events", where: `${column} ${inKeys}` });
const files = (
  table: string,
  columns: readonly string[],
  data: readonly string[] = [],
  column = "file",
): ErasedText => ({ table, columns, data, by: "files", where: `${column} ${inKeys}` });
const anybody = (table: string, ...columns: readonly string[]): ErasedText => ({
  ...{ table, columns, by: null, where: "1" },
});
const actions = (table: string, columns: readonly string[]): ErasedText => ({
  ...{ table, columns, by: "events" },
  where: `action IN (SELECT a.id FROM actions a WHERE a.event ${inKeys})`,
});

/** Every text in which something may be said of a person, besides the bytes of files. */
const texts: readonly ErasedText[] = [
  // Of those that were read again, what they say now is settled.
  {
    ...{ table: "messages", columns: ["problems"], data: ["data"] },
    ...{ by: "unread", where: `id ${inKeys}` },
  },
  { table: "failures", columns: ["error"], by: "messages", where: `message ${inKeys}` },
  { table: "unmatched", columns: [], data: ["data"], by: "messages", where: `message ${inKeys}` },
  files("files", ["problems"], [], "id"),
  files("readings", ["problems"]),
  files("settled", [], ["data"]),
  files("staged_messages", ["problems"], ["data"]),
  files("decisions", ["reason"]),
  events("events", [], ["data"], "seq"),
  events("revisions", ["reason"], ["data"]),
  events("actions", ["verdicts", "reason"]),
  actions("cancelled_with_event", ["reason"]),
  actions("attempts", ["reason", "error"]),
  actions("interventions", ["reason"]),
  {
    table: "builds",
    columns: ["error"],
    data: ["state", "tail"],
    by: "others",
    where: `process ${inKeys}`,
  },
  {
    ...{ table: "commands", columns: ["message"], data: ["data"] },
    ...{ by: "keys", where: `process_key ${inKeys}` },
  },
  {
    table: "outbound_messages",
    columns: ["problems"],
    data: ["data"],
    by: "processes",
    where: `process ${inKeys}`,
  },
  { table: "outbound", columns: ["problem"], by: "outbound", where: `id ${inKeys}` },
  { table: "outbound_log", columns: ["reason"], by: "outbound", where: `outbound ${inKeys}` },
  {
    table: "outbound_recipients",
    columns: ["address", "answer"],
    by: "outbound",
    where: `outbound ${inKeys}`,
  },
  anybody("outbound_log", "reason"),
  anybody("outbound_queues", "problem"),
  anybody("stuck_notes", "text"),
  anybody("holds", "reason", "released_reason"),
  anybody("notices", "title", "remedy", "untold"),
  anybody("notice_messages", "content", "reason"),
  anybody("notice_snoozes", "reason", "ended_reason"),
  anybody("audit", "act", "reason"),
  anybody("kept_answers", "body"),
];

/** Which rows an erasure looks at, of what was told. Within a write only. */
export function erasedRows({ db }: Connection) {
  const eventsOf = db
    .prepare<[string, string], number>(
      `${chainsOf} SELECT seq FROM chain
       UNION SELECT e.seq FROM json_each(?) k CROSS JOIN events e ON e.message = k.value`,
    )
    .pluck();
  const messagesOf = db
    .prepare<[string], number>(
      `${chainsOf} SELECT DISTINCT message FROM chain WHERE message IS NOT NULL`,
    )
    .pluck();
  const processesOf = db
    .prepare<[string], number>(`SELECT DISTINCT process FROM events WHERE seq ${inKeys}`)
    .pluck();

  return (given: {
    readonly processes: readonly number[];
    /** Messages whose bytes were read again. */
    readonly messages: readonly number[];
    readonly files: readonly number[];
    readonly outbound: readonly number[];
    readonly keys: readonly string[];
  }): ErasedRows => {
    const processes = JSON.stringify(given.processes);
    const read = new Set(given.messages);
    const unread = messagesOf.all(processes).filter((message) => !read.has(message));
    const messages = JSON.stringify([...read, ...unread]);
    const all = JSON.stringify(eventsOf.all(processes, messages));
    return {
      processes,
      others: JSON.stringify(processesOf.all(all)),
      events: all,
      messages,
      unread: JSON.stringify(unread),
      files: JSON.stringify(given.files),
      outbound: JSON.stringify(given.outbound),
      keys: JSON.stringify(given.keys),
    };
  };
}

/** Replaces texts, and tells how many rows that were. Within a write only. */
export function eraseTexts(
  db: Database.Database,
  rows: ErasedRows,
  said: {
    readonly text: (text: string) => string;
    readonly data: (json: string) => string;
    readonly freeText: (text: string) => string;
  },
): number {
  const orNull = (replace: (text: string) => string) => (text: unknown) =>
    typeof text === "string" ? replace(text) : text;
  db.function("erased", orNull(said.text));
  db.function("erased_data", orNull(said.data));
  db.function("erased_free", orNull(said.freeText));
  let count = 0;
  for (const { table, columns, data = [], by, where } of texts) {
    const own = by === null ? "erased_free" : "erased";
    const erased = [
      ...columns.map((column) => [column, `${own}(${column})`] as const),
      ...data.map((column) => [column, `erased_data(${column})`] as const),
    ];
    const set = erased.map(([column, to]) => `${column} = ${to}`).join(", ");
    const differs = erased.map(([column, to]) => `${column} <> ${to}`).join(" OR ");
    // Two addresses may have the same tombstone: one row is enough then.
    const statement = db.prepare<string[]>(
      `UPDATE OR REPLACE ${table} SET ${set} WHERE (${where}) AND (${differs})`,
    );
    const given = by === null ? [] : [rows[by]];
    count += statement.run(...given).changes;
  }
  return count;
}
