import Database from "better-sqlite3";
import { expect, it } from "vitest";
import { prepareFile } from "../../../src/store/rules/files/prepared-file.ts";
import { Connection } from "../../../src/store/sqlite/database/connection.ts";
import { interned } from "../../../src/store/sqlite/database/interned.ts";
import { settledLines } from "../../../src/store/sqlite/events/settled-lines.ts";
import { fileRows } from "../../../src/store/sqlite/files/add-file.ts";
import { contents } from "../../../src/store/sqlite/files/content.ts";
import { mentions } from "../../../src/store/sqlite/files/mentions.ts";
import { messageRows } from "../../../src/store/sqlite/files/message-rows.ts";
import { packNew, recordFiles, recordOne } from "../../../src/store/sqlite/files/record-files.ts";
import { gaps } from "../../../src/store/sqlite/sequences/gaps.ts";
import { sequences } from "../../../src/store/sqlite/sequences/sequences.ts";
import { madeFile } from "../made-file.ts";
import { StoreFolder } from "./store-folder.ts";

/** What one program writes files with. */
function program(file: string) {
  const connection = new Connection(new Database(file), {
    path: file,
    busyMs: 1_000,
    now: Date.now,
  });
  const word = interned(connection, "strings");
  return {
    connection,
    tables: {
      contents: contents(connection),
      files: fileRows(connection, word),
      messages: messageRows(connection, word),
      sequences: sequences(connection, word, gaps(connection)),
      settled: settledLines(connection),
      mentions: mentions(connection),
    },
  };
}

it("knows the bytes that another program records while it looks for them", async () => {
  using folder = new StoreFolder();
  const store = await folder.open();
  const [one, other] = [program(folder.file), program(folder.file)];
  const made = (claim: string) => madeFile({ claim, name: "same", text: "same bytes" });
  const prepared = prepareFile(made("other"));
  let looked = false;
  const find = (hash: Buffer) => {
    const found = one.tables.contents.find(hash);
    if (!looked) {
      looked = true;
      const { packed } = packNew(other.tables.contents, [prepared]);
      // The body of a write is run at once.
      void other.connection.write(() =>
        recordOne(other.tables, prepared, { packed, absent: new Set() }, Date.now()),
      );
    }
    return found;
  };
  const tables = { ...one.tables, contents: { ...one.tables.contents, find } };
  const recorded = await recordFiles(one.connection, tables)([made("one")]);
  expect(recorded).toMatchObject([{ state: "duplicate", otherFile: 1 }]);
  for (const { connection } of [one, other]) connection.db.close();
  await store.close();
});
