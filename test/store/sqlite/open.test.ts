import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/store/sqlite/database/database.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open.ts";
import { madeFile } from "../made-file.ts";
import { expectStoreError } from "./expect-store-error.ts";
import { StoreFolder } from "./store-folder.ts";

describe("opening a SQLite store", () => {
  it("keeps every commit through a loss of power, at the first open and at every later one", () => {
    using folder = new StoreFolder();
    for (const _ of ["first", "second", "third"]) {
      const db = openDatabase(folder.file, false);
      expect(db.pragma("synchronous", { simple: true })).toBe(2);
      expect(db.pragma("journal_mode", { simple: true })).toBe("wal");
      expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
      db.close();
    }
  });

  it("refuses a folder that is not there", async () => {
    const path = "/no/such/folder/store.db";
    await expectStoreError(openSqliteStore(path, { blobFolder: "/no" }), "missing", path);
  });

  it("refuses to read a store that is not there", async () => {
    using folder = new StoreFolder();
    await expectStoreError(folder.open({ readOnly: true }), "missing", folder.file);
  });

  it("refuses a file that is no database", async () => {
    using folder = new StoreFolder();
    writeFileSync(folder.file, "This is a text of more than a hundred bytes. ".repeat(10));
    await expectStoreError(folder.open(), "corrupt", folder.file);
  });

  it("refuses another program's database and leaves it alone", async () => {
    using folder = new StoreFolder();
    const other = new Database(folder.file);
    other.exec("CREATE TABLE theirs (a)");
    other.close();
    await expectStoreError(folder.open(), "corrupt", folder.file);
    const after = new Database(folder.file, { readonly: true });
    expect(after.prepare("SELECT name FROM sqlite_schema").pluck().all()).toEqual(["theirs"]);
    expect(after.pragma("journal_mode", { simple: true })).toBe("delete");
    after.close();
  });

  it("refuses a store of a newer Busbar", async () => {
    using folder = new StoreFolder();
    await (await folder.open()).close();
    const db = new Database(folder.file);
    db.pragma("user_version = 999");
    db.close();
    await expectStoreError(folder.open(), "newer", "newer Busbar");
  });

  it("refuses a store of a build before the first release, and leaves it as it is", async () => {
    using folder = new StoreFolder();
    await (await folder.open()).close();
    const db = new Database(folder.file);
    db.pragma("user_version = 32");
    db.close();
    await expectStoreError(folder.open(), "older", "Move it away");
    await expectStoreError(folder.open({ readOnly: true }), "older", "Move it away");
    const after = new Database(folder.file, { readonly: true });
    expect(after.pragma("user_version", { simple: true })).toBe(32);
    after.close();
  });

  it("says so when a damaged part is read", async () => {
    using folder = new StoreFolder();
    const store = await folder.open();
    const files = Array.from({ length: 500 }, () => madeFile());
    await store.files.record(files);
    await store.close();
    const db = new Database(folder.file);
    const pages = Number(db.pragma("page_count", { simple: true }));
    const pageBytes = Number(db.pragma("page_size", { simple: true }));
    db.close();
    const damage = new Uint8Array((pages - 1) * pageBytes).fill(0x55);
    const file = openSync(folder.file, "r+");
    writeSync(file, damage, 0, damage.length, pageBytes);
    closeSync(file);
    await expectStoreError(
      (async () => {
        const damaged = await folder.open();
        await Array.fromAsync(damaged.files.list()).finally(() => damaged.close());
      })(),
      "corrupt",
      "Put a backup in its place",
    );
  });

  it("reads but does not write a store opened for reading", async () => {
    using folder = new StoreFolder();
    const writer = await folder.open();
    await writer.files.record([madeFile()]);
    const reader = await folder.open({ readOnly: true });
    expect(await reader.files.get(1)).toMatchObject({ state: "recorded" });
    expect(reader.id).toBe(writer.id);
    await expectStoreError(reader.files.record([madeFile()]), "readonly", "cannot be written");
    await reader.close();
    await writer.close();
  });

  it("makes one store when several open a new one at the same time", async () => {
    using folder = new StoreFolder();
    const stores = await Promise.all([folder.open(), folder.open(), folder.open()]);
    expect(new Set(stores.map(({ id }) => id)).size).toBe(1);
    for (const store of stores) await store.close();
  });
});
