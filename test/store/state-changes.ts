import Database from "better-sqlite3";
import { actionTransitions } from "../../src/core/action/action-transitions.ts";
import { fileTransitions } from "../../src/core/file/file-transitions.ts";
import {
  outboundFileTransitions,
  outboundMessageTransitions,
} from "../../src/core/outbound/outbound-transitions.ts";
import type { Transition } from "../../src/core/state/transition.ts";

/** Each table with states, and every change of them that there may be. */
const tables: Readonly<Record<string, readonly Transition<string>[]>> = {
  files: fileTransitions,
  actions: actionTransitions,
  outbound: outboundFileTransitions,
  outbound_messages: outboundMessageTransitions,
};

const noting = [
  "CREATE TABLE IF NOT EXISTS state_changes (about TEXT PRIMARY KEY) STRICT",
  ...Object.keys(tables).flatMap((table) => [
    `CREATE TRIGGER IF NOT EXISTS ${table}_began AFTER INSERT ON ${table} BEGIN
       INSERT OR IGNORE INTO state_changes VALUES ('${table}: null > ' || NEW.state);
     END`,
    `CREATE TRIGGER IF NOT EXISTS ${table}_changed AFTER UPDATE OF state ON ${table}
     WHEN OLD.state <> NEW.state BEGIN
       INSERT OR IGNORE INTO state_changes VALUES ('${table}: ' || OLD.state || ' > ' || NEW.state);
     END`,
  ]),
].join(";");

/** The file has every change of a state noted from now on. Doing it again changes nothing. */
export function noteStateChanges(file: string): void {
  const db = new Database(file);
  db.pragma("synchronous = OFF");
  db.exec(`BEGIN; ${noting}; COMMIT`);
  db.close();
}

/** The changes noted in a file, e.g. `files: conflict > recorded`. */
export function notedChanges(file: string): readonly string[] {
  const db = new Database(file, { readonly: true });
  const all = db.prepare<[], string>("SELECT about FROM state_changes").pluck().all();
  db.close();
  return all;
}

/** Every change that there may be, as they are noted. */
export const possibleChanges: ReadonlySet<string> = new Set(
  Object.entries(tables).flatMap(([table, transitions]) =>
    transitions.map(({ from, to }) => `${table}: ${from} > ${to}`),
  ),
);
