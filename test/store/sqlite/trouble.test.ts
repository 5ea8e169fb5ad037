import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { StoreError } from "../../../src/store/port/store-error.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open.ts";
import { madeFile, routeAll } from "../made-file.ts";
import { expectStoreError } from "./expect-store-error.ts";
import { mayMount, SmallDisk } from "./small-disk.ts";
import { StoreFolder } from "./store-folder.ts";

const mounting = mayMount();
const whenMounting = mounting ? "" : " (skipped: this user may not mount a small disk)";

describe("a SQLite store in trouble", () => {
  it.skipIf(!mounting)(`loses nothing on a full disk and goes on${whenMounting}`, async () => {
    using disk = new SmallDisk(2_048);
    const path = join(disk.path, "store.db");
    const store = await openSqliteStore(path, { blobFolder: disk.path });
    const batch = () =>
      Array.from({ length: 20 }, () => madeFile({ text: randomBytes(4_000).toString("latin1") }));
    let recorded = 0;
    let full: StoreError | null = null;
    while (full === null) {
      await store.files.record(batch()).then(
        (results) => {
          recorded += results.length;
        },
        (error: StoreError) => {
          full = error;
        },
      );
    }
    expect(full).toMatchObject({ code: "full", message: expect.stringContaining("Make room") });
    await expectStoreError(store.files.record(batch()), "full", path);
    expect((await store.reports.counts()).files).toEqual({ recorded });
    disk.grow(8_192);
    await store.files.record(batch());
    expect(await routeAll(store)).toBe(recorded + 20);
    await store.close();
  });

  it.skipIf(!mounting)(`says that a read-only disk cannot be written${whenMounting}`, async () => {
    using disk = new SmallDisk(2_048);
    const path = join(disk.path, "store.db");
    const store = await openSqliteStore(path, { blobFolder: disk.path });
    await store.close();
    disk.makeReadOnly();
    await expectStoreError(openSqliteStore(path, { blobFolder: disk.path }), "readonly", path);
    const fresh = join(disk.path, "new.db");
    await expectStoreError(openSqliteStore(fresh, { blobFolder: disk.path }), "readonly", fresh);
  });

  it("waits for another process that holds the store, then says so", async () => {
    using folder = new StoreFolder();
    const store = await folder.open({ busyMs: 100 });
    const holder = spawn(process.execPath, [
      "--input-type=module",
      "--eval",
      `import Database from "better-sqlite3";
       const db = new Database(${JSON.stringify(folder.file)});
       db.exec("BEGIN IMMEDIATE");
       process.stdout.write("held");
       process.stdin.on("data", () => { db.exec("COMMIT"); process.stdout.write("free"); });`,
    ]);
    try {
      await once(holder.stdout, "data");
      await expectStoreError(store.files.record([madeFile()]), "busy", "Try again");
      expect(await store.files.get(1)).toBeNull();
      const patient = await folder.open({ busyMs: 30_000 });
      const recording = patient.files.record([madeFile()]);
      holder.stdin.write("let go");
      expect(await recording).toMatchObject([{ id: 1, state: "recorded" }]);
      await patient.close();
    } finally {
      holder.kill();
      await once(holder, "exit");
      await store.close();
    }
  });
});
