import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { madeFile, problem, routeAll } from "../made-file.ts";
import { failed, planActions, roomFor } from "../planned-actions.ts";
import { StoreFolder } from "./store-folder.ts";

/** What nobody may do, not even with a SQL shell. */
const refused = [
  ["events are append-only", "UPDATE events SET occurred_at = 0"],
  ["events are append-only", "DELETE FROM events"],
  ["events are append-only", "REPLACE INTO events SELECT * FROM events"],
  [
    "events are append-only",
    `REPLACE INTO events (process, process_type, type, occurred_at, recorded_at, schema_version, message)
     SELECT process, process_type, type, 0, 0, 1, message FROM events`,
  ],
  ["raw bytes are never changed", "UPDATE bundles SET bytes = x'00'"],
  ["raw bytes are never changed", "DELETE FROM bundles"],
  ["raw bytes are never changed", "UPDATE content SET hash_head = 0"],
  ["raw bytes are never changed", "DELETE FROM content"],
  ["raw bytes are never changed", "UPDATE bundles SET bytes = x''"],
  ["raw bytes are never changed", "UPDATE content SET bundle = NULL"],
  ["what was done with kept bytes", "UPDATE retentions SET actor = 'me'"],
  ["what was done with kept bytes", "DELETE FROM retentions"],
  ["messages are never changed", "UPDATE messages SET data = '{}'"],
  ["raw bytes are never changed", "REPLACE INTO bundles SELECT id, x'00' FROM bundles"],
  [
    "raw bytes are never changed",
    "REPLACE INTO content SELECT id, 0, x'00', 1, NULL, NULL FROM content",
  ],
  [
    "messages are never changed",
    `REPLACE INTO messages (file, line, last_line, group_code, data, invalid)
     SELECT file, line, last_line, group_code, '{}', 0 FROM messages`,
  ],
  ["messages are only removed while", "DELETE FROM messages WHERE invalid = 1"],
  ["files are never removed", "DELETE FROM files"],
  ["revisions are append-only", "UPDATE revisions SET actor = 'me'"],
  ["revisions are append-only", "DELETE FROM revisions"],
  ["decisions are append-only", "UPDATE decisions SET actor = 'me'"],
  ["decisions are append-only", "DELETE FROM decisions"],
  ["readings are append-only", "UPDATE readings SET at = 0"],
  ["readings are append-only", "DELETE FROM readings"],
  ["holds are never forgotten", "DELETE FROM holds"],
  ["what was asked is never changed", "UPDATE audit SET actor = 'me'"],
  ["what was asked is never deleted", "DELETE FROM audit"],
  ["the ledger of actions is never shortened", "DELETE FROM actions"],
  ["attempts are append-only", "UPDATE attempts SET reason = 'x'"],
  ["attempts are append-only", "DELETE FROM attempts"],
  ["interventions are append-only", "UPDATE interventions SET actor = 'me'"],
  ["interventions are append-only", "DELETE FROM interventions"],
  ["a hold that was taken off is never changed", "UPDATE holds SET reason = 'x'"],
] as const;

describe("a SQLite store", () => {
  it.each(refused)("%s: %s", async (reason, sql) => {
    using folder = new StoreFolder();
    const store = await folder.open();
    await store.files.record([
      madeFile({ identifier: "7", messages: [{ line: 2 }, { line: 4, problems: [problem(4)] }] }),
      madeFile({ identifier: "7" }),
      madeFile({ problems: [problem(1)] }),
    ]);
    await routeAll(store);
    const asked = { actor: "Ann", address: "::1", act: "POST /x", reason: null, code: null };
    await store.access.note({ ...asked, outcome: "done", request: "r" });
    await store.files.decide({ file: 2, decision: "replace", actor: "Ann", reason: "corrected" });
    const again = madeFile({ problems: [problem(1)] });
    await store.readings.record({
      file: 3,
      outcome: again.outcome,
      messages: again.messages,
      occurredAt: 500,
    });
    await planActions(store, [{ key: "A", actions: ["print"] }]);
    const { token } = await store.leases.take({ forMs: 1_000, alone: true });
    const { claimed } = await store.actions.claim({ token, ended: [], room: roomFor(1) });
    const ended = claimed.map((action) => failed(action));
    await store.actions.claim({ token, ended, room: roomFor(0) });
    await store.actions.decide({
      id: 1,
      decision: { kind: "skip" },
      actor: "Ann",
      reason: "by hand",
    });
    const scope = { stage: "intake", channel: null, type: null, name: null } as const;
    await store.holds.place({ scope, actor: "Ann", reason: "a trial" });
    await store.holds.release({ scope, actor: "Ann", reason: "done" });
    const by = { actor: "Ann", reason: "too old" };
    await store.retention.unarchived({ files: 1, bytes: 1, by });
    await store.close();

    const shell = new Database(folder.file);
    shell.pragma("foreign_keys = OFF");
    expect(() => shell.exec(sql)).toThrow(reason);
    shell.close();
  });

  it("lets personal values be replaced only while an erasure is on record", async () => {
    using folder = new StoreFolder();
    const store = await folder.open();
    await store.files.record([madeFile()]);
    await store.close();
    const shell = new Database(folder.file);
    shell.exec(`
      BEGIN;
      INSERT INTO erasing (actor, reason, at) VALUES ('Ann', 'request', 1);
      UPDATE messages SET data = '{}';
      DELETE FROM erasing;
      COMMIT;`);
    expect(() => shell.exec("UPDATE messages SET data = '[]'")).toThrow("never changed");
    shell.close();
  });
});
