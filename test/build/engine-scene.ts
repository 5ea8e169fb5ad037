import { writeFileSync } from "node:fs";
import Database from "better-sqlite3";
import { onTestFinished } from "vitest";
import { buildPending } from "../../src/build/build-pending.ts";
import type { ProcessDefinition } from "../../src/core/process/process.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";
import type { SentFile } from "../promises/flow-files.ts";
import { meterWatch } from "./meter-watch.ts";

const catalogue = loadCatalogue();

/** A store with the shipped definitions and one with actions, and what it takes to fill it. */
export async function engineScene(
  all: readonly ProcessDefinition[] = [...processDefinitions, meterWatch],
) {
  const base = temporaryFolder();
  const blobs = `${base}/blobs`;
  // Before all that the files tell of: no deadline has passed yet.
  const clock = { now: Date.UTC(2020, 0, 1) };
  const path = `${base}/busbar.db`;
  const store = await openSqliteStore(path, { blobFolder: blobs, now: () => clock.now });
  const shell = new Database(path);
  onTestFinished(async () => {
    shell.close();
    await store.close();
  });
  const context = recordingContext({ store, catalogue, blobs, largeFileBytes: 1 << 20 });
  const definitions = new Map(all.map((definition) => [definition.type, definition]));
  return {
    base,
    store,
    context,
    catalogue,
    definitions,
    clock,
    shell,
    build: () => buildPending(store, definitions),
    async ingest(...files: readonly SentFile[]) {
      for (const { name, bytes } of files) writeFileSync(`${base}/${name}`, bytes);
      const paths = files.map(({ name }) => `${base}/${name}`);
      return Array.fromAsync(ingestFiles(context, all, paths));
    },
    /** Everything that building and judging came to, without the times at which it did. */
    outcome() {
      const rows = (sql: string) => shell.prepare(sql).all();
      return {
        builds: rows(
          `SELECT p.key, t.text AS type, w.text AS status, b.state, b.error
           FROM builds b JOIN processes p ON p.id = b.process
           JOIN strings t ON t.id = p.type JOIN strings w ON w.id = b.status ORDER BY p.id`,
        ),
        actions: rows(
          `SELECT a.event, w.text AS name, a.nth, a.state, a.verdicts, a.reason
           FROM actions a JOIN strings w ON w.id = a.name ORDER BY a.event, w.text, a.nth`,
        ),
        deadlines: rows(
          `SELECT d.process, w.text AS type, d.due_at, d.anchor
           FROM deadlines d JOIN strings w ON w.id = d.event_type
           WHERE d.state = 'pending' ORDER BY d.process, d.due_at`,
        ),
      };
    },
  };
}
