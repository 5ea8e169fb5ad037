import { copyFileSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { madeFile } from "../made-file.ts";
import { expectStoreError } from "./expect-store-error.ts";
import { StoreFolder } from "./store-folder.ts";

const takenAway: readonly (readonly [what: string, named: string, act: (file: string) => void])[] =
  [
    ["the store is deleted", "store.db", (file) => rmSync(file)],
    ["its write-ahead log is deleted", "store.db-wal", (file) => rmSync(`${file}-wal`)],
    ["the log's index is deleted", "store.db-shm", (file) => rmSync(`${file}-shm`)],
    [
      "a copy is moved over it",
      "store.db",
      (file) => {
        copyFileSync(file, `${file}.copy`);
        renameSync(`${file}.copy`, file);
      },
    ],
    [
      "its folder is moved away",
      "store.db",
      (file) => {
        const folder = join(file, "..");
        renameSync(folder, `${folder}.old`);
        mkdirSync(folder);
      },
    ],
  ];

it.each(takenAway)("neither reads nor records when %s", async (_, named, act) => {
  using folder = new StoreFolder();
  const store = await folder.open();
  await store.files.record([madeFile()]);
  expect(store.health.replaced()).toBeNull();
  act(folder.file);
  expect(store.health.replaced()).toBe(join(folder.path, named));
  await expectStoreError(store.files.record([madeFile({ text: "b" })]), "replaced", named);
  await expectStoreError(store.reports.counts(), "replaced", "Stop the daemon");
  await store.close();
  rmSync(`${folder.path}.old`, { recursive: true, force: true });
});

it("goes on when the very files come back", async () => {
  using folder = new StoreFolder();
  const store = await folder.open();
  renameSync(folder.file, `${folder.file}.away`);
  await expectStoreError(store.files.record([madeFile()]), "replaced", folder.file);
  await expectStoreError(store.reports.counts(), "replaced", folder.file);
  renameSync(`${folder.file}.away`, folder.file);
  expect((await store.reports.counts()).files).toEqual({});
  await store.close();
});
