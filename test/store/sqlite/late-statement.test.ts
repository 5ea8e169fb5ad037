import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { expectStoreError } from "./expect-store-error.ts";
import { StoreFolder } from "./store-folder.ts";

/** A store whose schema says it is this program's, and lacks a table. */
async function lacksWishes(folder: StoreFolder): Promise<void> {
  await (await folder.open()).close();
  const db = new Database(folder.file);
  db.exec("PRAGMA foreign_keys = OFF; DROP TABLE poll_requests");
  db.close();
}

it("refuses what needs a table that is not there, and serves the rest", async () => {
  using folder = new StoreFolder();
  await lacksWishes(folder);
  const store = await folder.open();
  expect((await store.reports.counts()).events).toBe(0);
  await expectStoreError(store.polls.requested(), "corrupt", folder.file);
  await store.close();
});

it("refuses such a store before anything begins, when asked to", async () => {
  using folder = new StoreFolder();
  await lacksWishes(folder);
  await expectStoreError(folder.open({ wholeSchema: true }), "corrupt", folder.file);
});
