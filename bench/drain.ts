import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { pino } from "pino";
import { loadConfig } from "../src/config/load-config.ts";
import { runDaemon } from "../src/daemon/run-daemon.ts";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import { d0010 } from "./flow-files.ts";

/** Longest that a drain may take, in milliseconds: a file that is refused never becomes an event. */
const longestMs = 120_000;

/** Where a measurement's store is, in its folder. */
export function storePath(folder: string): string {
  return join(folder, "busbar.db");
}

/** Makes an inbox, a configuration that takes files at once and, unless the store is made by who uses it, an empty one. */
export async function layOut(folder: string, { makesStore = false } = {}): Promise<void> {
  mkdirSync(join(folder, "inbox"));
  const config = [
    "store: busbar.db",
    "log: silent",
    "channels:",
    "  inbox: { path: inbox, work: work, archive: archive, quarantine: quarantine, steady: 0s }",
  ];
  writeFileSync(join(folder, "busbar.yaml"), config.join("\n"));
  if (makesStore) return;
  const store = await openSqliteStore(storePath(folder), { blobFolder: folder });
  await store.close();
}

/** Lays so many files into the inbox, numbered from `first` on. */
export function fillInbox(folder: string, first: number, files: number, messages: number): void {
  for (let number = first; number < first + files; number += 1)
    writeFileSync(join(folder, "inbox", `D0010-${number}.uff`), d0010(number, messages));
}

/** Runs the daemon, from its start until the store has so many events and all is archived. */
export async function drain(folder: string, events: number): Promise<void> {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(longestMs)]);
  const db = new Database(storePath(folder), { readonly: true });
  const last = db.prepare<[], number>("SELECT ifnull(max(seq), 0) FROM events").pluck();
  const onStep = (step: string) => {
    if (step === "routed" && last.get() === events) stop.abort();
  };
  try {
    const config = loadConfig(join(folder, "busbar.yaml"));
    await runDaemon(config, { signal, log: pino({ level: "silent" }), onStep });
    if (last.get() !== events) throw new Error(`${last.get()} events were made, not ${events}`);
  } finally {
    db.close();
  }
}
