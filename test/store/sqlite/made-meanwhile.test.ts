import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { openDatabase } from "../../../src/store/sqlite/database/database.ts";
import { schemaVersion } from "../../../src/store/sqlite/database/migrate.ts";
import { StoreFolder } from "./store-folder.ts";

test("a store that another program makes while it is looked at is not taken for a damaged one", () => {
  using folder = new StoreFolder();
  const looking = new Database(folder.file);
  looking.pragma("journal_mode = WAL");
  const look = looking.pragma.bind(looking);
  // Between the two marks of the file, which are read one after the other.
  looking.pragma = (source, options) => {
    const answer = look(source, options);
    if (source === "application_id") openDatabase(folder.file, false).close();
    return answer;
  };
  expect(schemaVersion(looking, folder.file)).toBe(0);
  looking.pragma = look;
  expect(schemaVersion(looking, folder.file)).toBeGreaterThan(0);
  looking.close();
});
