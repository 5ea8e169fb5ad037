import { join } from "node:path";
import { expect, test } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { conformsToStore } from "./conformance.ts";
import { notedChanges, noteStateChanges, possibleChanges } from "./state-changes.ts";

const seen = new Set<string>();

conformsToStore("the SQLite store", async ({ folder, blobFolder, now }) => {
  const file = join(folder, "store.db");
  const store = await openSqliteStore(file, { blobFolder, now });
  noteStateChanges(file);
  return {
    ...store,
    close: async () => {
      await store.close();
      for (const change of notedChanges(file)) seen.add(change);
    },
  };
});

test("changes states only as the tables of transitions have it, in most of their ways", () => {
  expect([...seen].filter((change) => !possibleChanges.has(change))).toEqual([]);
  expect(seen.size).toBeGreaterThan(possibleChanges.size / 2);
});
