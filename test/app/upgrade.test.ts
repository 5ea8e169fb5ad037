import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { restoreBackup } from "../../src/app/backup/restore.ts";
import { ingest } from "../../src/app/commands/file/ingest.ts";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { retentionTurns } from "../../src/app/retention/retention-turns.ts";
import { verify } from "../../src/app/verify/verify.ts";
import { keepAll } from "../../src/config/retention.ts";
import { openStore } from "../../src/store/open.ts";
import { newestSchema } from "../../src/store/sqlite/database/schema-version.ts";
import { goodFile } from "../promises/flow-files.ts";
import { type Workplace, workplace } from "../promises/workplace.ts";

const kept = join(import.meta.dirname, "../store/kept");
const schemas = readdirSync(kept).flatMap(
  (name) => /^schema-(\d+)\.tar\.zst$/.exec(name)?.[1] ?? [],
);
let place: Workplace;
let folder: string;
beforeEach(() => {
  place = workplace({}, { largeFileBytes: 4_096 });
  folder = join(place.base, "restored");
});
afterEach(() => place.remove());

/** Tables, indexes and triggers of a store, as they were made. */
function schemaOf(path: string): unknown[] {
  const shell = new Database(path, { readonly: true });
  try {
    const sql =
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name";
    return shell.prepare(sql).all();
  } finally {
    shell.close();
  }
}

test("stores of earlier schemas are kept, none of this one or a later", () => {
  expect(schemas).toEqual(expect.arrayContaining(["101", "102", "103", "106"]));
  expect(schemas.filter((schema) => Number(schema) >= newestSchema)).toEqual([]);
});

test.each(schemas)("a store of schema %s is upgraded, whole, and goes on", async (schema) => {
  const path = join(kept, `schema-${schema}.tar.zst`);
  const by = { actor: "ops", reason: "upgrade" };
  const { storePath, blobs } = await restoreBackup({ path, folder }, by);
  const config = {
    ...place.config,
    store: storePath,
    blobs: blobs ?? "",
    retention: { ...keepAll, packAfterMs: 1 },
  };
  const installation = await openInstallation(config);
  try {
    const { store } = installation;
    expect((await store.reports.counts()).files).toMatchObject({ recorded: 3, rejected: 1 });
    const recording = await installation.recording();
    const definitions = await installation.definitions();
    const faults = () => Array.fromAsync(verify({ recording, definitions }));
    expect(await faults()).toEqual([]);
    expect((await store.events.get(1))?.void).not.toBeNull();
    const { name, bytes } = goodFile(9);
    writeFileSync(join(place.base, name), bytes);
    const [taken] = await Array.fromAsync(ingest(installation, [join(place.base, name)]));
    expect(taken).toMatchObject({ kind: "recorded", file: { state: "recorded" } });
    const turns = await Array.fromAsync(
      retentionTurns(installation, { actor: "ops", isDry: false }),
    );
    expect(turns.some(({ kind }) => kind === "packed")).toBe(true);
    expect(await faults()).toEqual([]);
  } finally {
    await installation.close();
  }
  const fresh = join(place.base, "fresh.db");
  await (await openStore(fresh, { blobFolder: folder })).close();
  expect(schemaOf(storePath)).toEqual(schemaOf(fresh));
  // A Busbar that does not know this schema does not touch it.
  const shell = new Database(storePath);
  shell.pragma(`user_version = ${newestSchema + 1}`);
  shell.close();
  await expect(openInstallation(config)).rejects.toMatchObject({
    code: "newer",
    message: expect.stringMatching(
      /was made by a newer Busbar.*Install that version or a later one/,
    ),
  });
});
