import { afterAll, expect, it } from "vitest";
import { openDatabase } from "../../../src/store/sqlite/database/database.ts";
import {
  selectDigests,
  selectEnded,
  selectOpenMessages,
  selectOpenNotices,
  selectRecent,
  selectWaitingFor,
} from "../../../src/store/sqlite/notices/judge.ts";
import { selectNoticeMessages } from "../../../src/store/sqlite/notices/notices.ts";
import {
  selectDueMessages,
  selectFirstWaiting,
} from "../../../src/store/sqlite/notices/sending.ts";
import { selectSnoozes } from "../../../src/store/sqlite/notices/snoozes.ts";
import { StoreFolder } from "./store-folder.ts";

const folder = new StoreFolder();
const db = openDatabase(folder.file, false);
afterAll(() => {
  db.close();
  folder[Symbol.dispose]();
});

const statements = Object.entries({
  selectOpenNotices,
  selectOpenMessages,
  selectRecent,
  selectEnded,
  selectDigests,
  selectWaitingFor,
  selectFirstWaiting,
  selectDueMessages,
  selectNoticeMessages,
  selectSnoozes,
}).map(([name, sql]) => ({ name, sql }));

it.each(statements)(
  "$name reads what is wanted from an index, however long the history is",
  ({ sql }) => {
    const steps = db
      .prepare<unknown[], { detail: string }>(
        `EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+|\?/g, "1")}`,
      )
      .all()
      .map(({ detail }) => detail);
    expect(steps.filter((step) => /^SCAN \w+\b(?! USING (COVERING )?INDEX)/.test(step))).toEqual(
      [],
    );
  },
);
