import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { everythingCalled } from "../../../src/app/lineage/everything.ts";
import { loadCatalogue } from "../../../src/catalogue/load/load.ts";
import { recordingContext } from "../../../src/intake/channel/context.ts";
import { ingestFiles } from "../../../src/intake/record/ingest.ts";
import { processDefinitions } from "../../../src/processes/registry.ts";
import { flowText, reading } from "../../formats/flow-text.ts";
import { type MessageWish, platformMessage } from "../../formats/json-event/platform-message.ts";
import { StoreFolder } from "./store-folder.ts";

const migrations = new URL("../../../src/store/sqlite/migrations/", import.meta.url);
/** The schema before references were of all interfaces. */
const before = 29;

const catalogue = loadCatalogue();

/** Takes in one file, and says what became of it. */
async function ingest(folder: StoreFolder, name: string, text: string): Promise<string> {
  const path = `${folder.path}/${name}`;
  writeFileSync(path, text);
  const store = await folder.open();
  try {
    const context = recordingContext({
      store,
      catalogue,
      blobs: `${folder.path}/blobs`,
      largeFileBytes: 1 << 20,
    });
    const answers = await Array.fromAsync(ingestFiles(context, processDefinitions, [path]));
    return answers.map((one) => (one.kind === "recorded" ? one.file.state : one.reason)).join();
  } finally {
    await store.close();
  }
}

const message = (wish: MessageWish) => JSON.stringify(platformMessage(wish));

/** Puts the rows of a store into one of an earlier schema, which knows fewer tables and columns. */
function asBefore(file: string): void {
  const old = `${file}.old`;
  const db = new Database(old);
  const names = readdirSync(migrations).sort().slice(0, before);
  for (const name of names) db.exec(readFileSync(new URL(name, migrations), "utf8"));
  db.pragma("foreign_keys = OFF");
  db.exec(`ATTACH '${file}' AS today`);
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'",
    )
    .pluck()
    .all();
  const columns = db
    .prepare<[string, string], string>("SELECT name FROM pragma_table_info(?, ?)")
    .pluck();
  for (const table of tables) {
    const there = new Set(columns.all(table, "today"));
    const both = columns
      .all(table, "main")
      .filter((name) => there.has(name))
      .join(", ");
    if (both !== "")
      db.exec(`INSERT OR REPLACE INTO main.${table} (${both}) SELECT ${both} FROM today.${table}`);
  }
  db.exec(`UPDATE files SET identity = replace(identity, '|MHHS|', '|IF-041|')`);
  db.pragma(`application_id = ${db.pragma("today.application_id", { simple: true })}`);
  db.pragma(`user_version = ${before}`);
  db.exec("DETACH today");
  db.close();
  writeFileSync(file, readFileSync(old));
}

function identities(file: string): unknown[] {
  const db = new Database(file, { readonly: true });
  const all = db.prepare("SELECT identity FROM files ORDER BY id").pluck().all();
  db.close();
  return all;
}

test("a store from before references were of all interfaces knows its messages by them afterwards", async () => {
  using folder = new StoreFolder();
  const live = message({ reference: "REF-1" });
  await ingest(folder, "live.json", live);
  await ingest(folder, "trial.json", message({ reference: "REF-2", environment: "SIT" }));
  await ingest(folder, "flow.usr", flowText(reading));
  asBefore(folder.file);
  expect(identities(folder.file)).toEqual([
    "REGS|7700000001|IF-041|REF-1",
    "REGS|7700000001|IF-041|REF-2|test",
    "D|BDCO|D0010|0000000001",
  ]);

  const store = await folder.open();
  for (const [index, reference] of ["REF-1", "REF-2"].entries()) {
    const { findings } = await everythingCalled(store, reference, 10);
    const files = findings.filter(({ noun }) => noun === "file");
    expect(files.map(({ id }) => id)).toEqual([index + 1]);
  }
  await store.close();
  expect(identities(folder.file)).toEqual([
    "REGS|7700000001|MHHS|REF-1",
    "REGS|7700000001|MHHS|REF-2|test",
    "D|BDCO|D0010|0000000001",
  ]);
  expect(await ingest(folder, "again.json", live)).toBe("duplicate");
  const other = { reference: "REF-1", interfaceID: "IF-021" };
  expect(await ingest(folder, "other.json", message(other))).toBe("conflict");
  expect(await ingest(folder, "replay.json", message({ reference: "REF-1", replay: true }))).toBe(
    "duplicate",
  );
});
