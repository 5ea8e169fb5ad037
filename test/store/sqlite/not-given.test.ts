import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { ignored, opens } from "../../../src/core/define/take.ts";
import type { RoutableMessage } from "../../../src/core/event/route.ts";
import { routePending } from "../../../src/intake/file/route.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open.ts";
import { madeFile } from "../made-file.ts";

/** Opens a process for the subject `P1`, and takes no other message. */
const switches = {
  type: "switch",
  route: ({ subjectKey }: RoutableMessage) =>
    subjectKey === "P1" ? opens("P1", "OPENED", ["own:1"]) : ignored,
};

test("what verify advises for a message that no process was given gives it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "busbar-"));
  const path = join(folder, "busbar.db");
  const store = await openSqliteStore(path, { blobFolder: folder });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const files = ["P1", "late"].map((key) => madeFile({ messages: [{ line: 2, key }] }));
  await store.files.record(files);
  await routePending(store, [switches]);
  // As a store has it that lost a row: the second message is about what the process goes by.
  const db = new Database(path);
  db.exec(
    `INSERT INTO sought (process_type, reference, message, event_type, history)
     SELECT process_type, 'own:1', 2, type, 0 FROM events`,
  );
  db.close();
  const faults = () => Array.fromAsync(store.verify.tables());
  const found = await faults();
  expect(found.map(({ code, about }) => [code, about])).toEqual([
    ["NOT_GIVEN", "message 2 for switch/P1"],
  ]);
  expect(JSON.stringify(found)).toContain("Void the event that began the process");
  const changedBy = { actor: "ops", reason: "verify says so" };
  await store.revisions.void({ seq: 1, changedBy });
  await store.revisions.unvoid({ seq: 1, changedBy });
  expect(await faults()).toEqual([]);
  const events = await Array.fromAsync(store.events.list());
  expect(events.map(({ key, message }) => [key, message])).toEqual([
    ["P1", 1],
    ["P1", 2],
  ]);
});
