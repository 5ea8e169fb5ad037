import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { pino } from "pino";
import { loadConfig } from "../src/config/load-config.ts";
import { runDaemon } from "../src/daemon/run-daemon.ts";
import { d0010Header, d0010MeterPoint, d0010Trailer } from "./flow-files.ts";

/** Files that Busbar itself records, routes and builds; all others are copies of what it made of them. */
const patternFiles = 2_000;
/** Metering points of a file, and files that a metering point is in. */
const points = 5;
const filesOfPoint = 5;
/** One file in so many is refused. */
const refusedEvery = 100;
const senders = ["ABCD", "EFGH", "IJKL", "MNOP", "QRST", "UVWX", "YZAB", "CDEF"];
/** The copies lie so far back in all, in milliseconds. */
const spanMs = 365 * 86_400_000;

/** What a store was filled with. */
export interface FilledStore {
  readonly files: number;
  readonly events: number;
  readonly processes: number;
  readonly megabytes: number;
}

/** A file of the pattern, or one after it: five metering points that four other files have too. */
export function patternFile(number: number): string {
  const first = (number % (patternFiles / filesOfPoint)) * points;
  const lines = Array.from({ length: points }, (_, at) => d0010MeterPoint(first + at, number));
  const trailer =
    number % refusedEvery === 7 && number < patternFiles ? "" : d0010Trailer(number, points);
  const text = [d0010Header(number), ...lines, trailer].join("");
  return text.replace("ABCD", senders[number % senders.length] ?? "");
}

/** An MPAN of the pattern, as the copy of that number has it. */
export function copiedMpan(mpan: string, copy: number): string {
  return `12${String(copy).padStart(6, "0")}${mpan.slice(8)}`;
}

/**
 * Fills the store of a folder: the pattern by a daemon, then as many copies of its rows, older ones first, as come
 * to so many files. Only bytes are shared between them.
 */
export async function fillStore(folder: string, files: number): Promise<FilledStore> {
  mkdirSync(join(folder, "inbox"));
  for (let number = 0; number < patternFiles; number += 1)
    writeFileSync(join(folder, "inbox", `D0010-${number}.uff`), patternFile(number));
  await takeIn(folder);
  const db = new Database(join(folder, "busbar.db"));
  try {
    db.pragma("synchronous = OFF");
    db.pragma("cache_size = -400000");
    // The rows of the pattern stay the newest, so that the copies have the numbers after them and earlier moments.
    const copies = Math.max(0, Math.round(files / patternFiles) - 1);
    copyRows(db, copies);
    db.pragma("wal_checkpoint(TRUNCATE)");
    const one = (sql: string) => Number(db.prepare(sql).pluck().get());
    return {
      files: one("SELECT count(*) FROM files"),
      events: one("SELECT count(*) FROM events"),
      processes: one("SELECT count(*) FROM processes"),
      megabytes: Math.round((one("PRAGMA page_count") * one("PRAGMA page_size")) / 2 ** 20),
    };
  } finally {
    db.close();
  }
}

async function takeIn(folder: string): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(300_000)]);
  const config = loadConfig(join(folder, "busbar.yaml"));
  let db: Database.Database | null = null;
  const onStep = (step: string) => {
    if (step !== "built") return;
    db ??= new Database(config.store, { readonly: true });
    const row = db
      .prepare<[], [number, number, number]>(
        "SELECT (SELECT count(*) FROM files), (SELECT ifnull(max(seq), 0) FROM events), (SELECT ifnull(max(seq), 0) FROM build_cursor)",
      )
      .raw()
      .get();
    const [recorded = 0, last = 0, built = 0] = row ?? [];
    if (
      recorded === patternFiles &&
      last >= points * (patternFiles - patternFiles / refusedEvery) &&
      built === last
    )
      stop.abort();
  };
  await runDaemon(config, { signal, log: pino({ level: "silent" }), onStep });
  (db as Database.Database | null)?.close();
}

/** One statement for each table; @n is the number of the copy. */
const copying = [
  `INSERT INTO files SELECT id + @n * @files, claim, ifnull(tail, '') || '.' || @n, ifnull(name, tail), channel, content, state, other_file,
     modified_at - @shift, seen_at - @shift, recorded_at - @shift, occurred_at - @shift, envelope_key, file_identifier || '.' || @n, created,
     identity || '.' || @n, messages, invalid, awaiting_release, problems, repeats, identity_within, replay, read_with
   FROM files WHERE id <= @files`,
  `INSERT INTO messages SELECT id + @n * @messages, file + @n * @files, line, last_line, group_code, subject_kind,
     '12' || printf('%06d', @n) || substr(subject_key, 9), data, invalid, problems FROM messages WHERE id <= @messages`,
  `INSERT INTO processes SELECT id + @n * @processes, type, '12' || printf('%06d', @n) || substr(key, 9), last_event + @n * @events
   FROM processes WHERE id <= @processes`,
  `INSERT INTO events SELECT seq + @n * @events, process + @n * @processes, process_type, type, occurred_at - @shift,
     recorded_at - @shift, schema_version, previous + @n * @events, message + @n * @messages, data FROM events WHERE seq <= @events`,
  `INSERT INTO builds SELECT process + @n * @processes, process_type, definition_version, seq + @n * @events, tail, status, state, deadlines,
     built_at - @shift, error FROM builds WHERE process <= @processes`,
  `INSERT INTO event_counts SELECT file + @n * @files, events FROM event_counts WHERE file <= @files`,
];

function copyRows(db: Database.Database, copies: number): void {
  const most = (table: string, column: string) =>
    Number(db.prepare(`SELECT max(${column}) FROM ${table}`).pluck().get());
  const size = {
    files: most("files", "id"),
    messages: most("messages", "id"),
    processes: most("processes", "id"),
    events: most("events", "seq"),
  };
  const statements = copying.map((sql) => db.prepare(sql));
  const copy = db.transaction((n: number) => {
    // Numbers and moments grow together, as they do where files arrive one after the other.
    const shift = Math.round((spanMs * (copies - n)) / Math.max(1, copies));
    for (const statement of statements) statement.run({ ...size, n, shift });
  });
  for (let n = 1; n <= copies; n += 1) copy(n);
  // The pattern itself came before all of them; what forbids to change what was recorded is set aside for that.
  const guards = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('events', 'files')",
    )
    .all();
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`);
  for (const [table, key, columns] of [
    ["files", "id", ["modified_at", "seen_at", "recorded_at", "occurred_at"]],
    ["events", "seq", ["occurred_at", "recorded_at"]],
  ] as const)
    db.prepare(
      `UPDATE ${table} SET ${columns.map((name) => `${name} = ${name} - ${spanMs}`).join(", ")} WHERE ${key} <= ?`,
    ).run(size[table]);
  for (const { sql } of guards) db.exec(sql);
  db.exec("UPDATE build_cursor SET seq = (SELECT max(seq) FROM events)");
}
