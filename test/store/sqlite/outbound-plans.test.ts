import { afterAll, describe, expect, it } from "vitest";
import { openDatabase } from "../../../src/store/sqlite/database/database.ts";
import { selectOutboundBytes } from "../../../src/store/sqlite/files/read-bytes.ts";
import { selectFilesAfter } from "../../../src/store/sqlite/outbound/answering.ts";
import * as composing from "../../../src/store/sqlite/outbound/composing.ts";
import * as counting from "../../../src/store/sqlite/outbound/count-outbound.ts";
import * as delivered from "../../../src/store/sqlite/outbound/delivered.ts";
import * as delivering from "../../../src/store/sqlite/outbound/delivering.ts";
import * as reading from "../../../src/store/sqlite/outbound/read-outbound.ts";
import * as statuses from "../../../src/store/sqlite/outbound/statuses.ts";
import { selectSubscription } from "../../../src/store/sqlite/outbound/subscriptions.ts";
import { StoreFolder } from "./store-folder.ts";

const folder = new StoreFolder();
const db = openDatabase(folder.file, false);
afterAll(() => {
  db.close();
  folder[Symbol.dispose]();
});

/** The steps of the plan, as SQLite words them. */
function plan(sql: string): string[] {
  const names = [...sql.matchAll(/@(\w+)/g)].map((match) => [match[1], 1]);
  const places = sql.match(/\?/g) ?? [];
  return db
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...places.map(() => 1), ...(names.length > 0 ? [Object.fromEntries(names)] : []))
    .map(({ detail }) => detail);
}

const found = {
  countWaiting: composing.countWaiting,
  selectWaitingMessages: composing.selectWaitingMessages,
  selectQueueOf: composing.selectQueueOf,
  selectFiled: composing.selectFiled,
  selectDue: delivering.selectDueFiles,
  selectDueInOrder: delivering.selectDueInOrder,
  selectSuspects: delivering.selectSuspects,
  selectSuspectsInOrder: delivering.selectSuspectsInOrder,
  selectNextRetry: delivering.selectNextRetry,
  selectToCleanUp: delivering.selectToCleanUp,
  selectFilesAfter,
  selectFilesForStatus: statuses.selectFilesForStatus,
  selectReadingsAfter: statuses.selectReadingsAfter,
  selectDecisionsAfter: statuses.selectDecisionsAfter,
  selectLastStatus: statuses.selectLastStatus,
  selectSent: delivered.selectDelivered,
  selectConcerned: delivered.selectConcerned,
  selectOutboundBytes,
  selectOutbound: reading.selectOutbound,
  selectSteps: reading.selectSteps,
  selectOutboundIds: reading.selectOutboundIds("all", ""),
  selectNewestOutbound: reading.selectOutboundIds("all", "DESC"),
  selectOfChannelAndState: reading.selectOutboundIds("ofState", "DESC"),
  selectStuckMessages: reading.selectStuckMessages,
  selectMessagesInQueues: reading.selectMessagesInQueues,
  selectMessagesOf: reading.selectMessagesOf,
  selectSubscription,
};

describe("statements over what leaves", () => {
  it.each(Object.entries(found))("find their rows by an index, unsorted: %s", (_name, sql) => {
    const steps = plan(sql);
    expect(steps.length).toBeGreaterThan(0);
    expect(
      // There are few envelope keys.
      steps.filter((step) =>
        /^SCAN (?!json_each|envelope_keys$|h VIRTUAL|\(subquery)|TEMP B-TREE/.test(step),
      ),
    ).toEqual([]);
  });

  it("jump from queue to queue, however much waits in each", () => {
    const steps = plan(composing.selectWaitingQueues);
    expect(steps.filter((step) => /(SCAN|SEARCH) outbound_messages/.test(step))).toEqual([
      "SEARCH outbound_messages USING COVERING INDEX outbound_messages_waiting",
      "SEARCH outbound_messages USING COVERING INDEX outbound_messages_waiting (queue>?)",
      "SEARCH outbound_messages USING INDEX outbound_messages_waiting (queue=?)",
    ]);
  });

  it("take the first of a channel from the index of what is open, in its order", () => {
    for (const sql of [delivering.selectDueFiles, delivering.selectDueInOrder])
      expect(plan(sql)[0]).toBe("SEARCH o USING INDEX outbound_open (channel=?)");
  });

  it("count by narrow indexes", () => {
    expect(plan(counting.countOutbound)).toContain(
      "SEARCH n USING COVERING INDEX outbound_by_state (channel=? AND state=?)",
    );
    expect(plan(counting.countStopped)).toContain(
      "SEARCH o USING INDEX outbound_stopped (channel=?)",
    );
    expect(plan(counting.countBehind)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^(SCAN|SEARCH) s USING (COVERING )?INDEX outbound_stopped/),
        expect.stringMatching(/^SEARCH o USING INDEX outbound_open/),
      ]),
    );
  });

  it("follow a file to the one it was sent again for by its number", () => {
    const steps = plan(reading.selectFirst);
    expect(steps.filter((step) => step.startsWith("SEARCH"))).toEqual([
      "SEARCH outbound USING INTEGER PRIMARY KEY (rowid=?)",
      "SEARCH o USING INTEGER PRIMARY KEY (rowid=?)",
    ]);
  });
});
