import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EndedAttempt } from "../../src/store/port/actions/action-store.ts";
import type { Store } from "../../src/store/port/store.ts";

import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { composed } from "../store/conformance/outbound-files.ts";
import { failed, planActions, roomFor } from "../store/planned-actions.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

/** What the daemon does meanwhile, done here. */
async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const folder = join(place.folder, "var");
  const store = await openSqliteStore(join(folder, "busbar.db"), {
    blobFolder: join(folder, "blobs"),
  });
  await work(store).finally(() => store.close());
}

const tomorrow = 86_400_000;

/** Two actions that failed and are tried again, one that failed for good, one that was only stopped; two files of a channel likewise. */
beforeAll(async () => {
  await place.busbar("init");
  await withStore(async (store) => {
    const keys = ["A", "B", "C", "D"];
    await planActions(
      store,
      keys.map((key) => ({ key, actions: ["print"] })),
    );
    const { token } = await store.leases.take({ forMs: 60_000, alone: true });
    const { claimed } = await store.actions.claim({ token, ended: [], room: roomFor(9) });
    const ended = claimed.map((action): EndedAttempt => {
      if (action.key !== "D") return failed(action, action.key === "C" ? null : tomorrow);
      const said = { outcome: "stopped", reason: "it was stopped", error: null, retryInMs: 0 };
      return { ...failed(action), ...said } as EndedAttempt;
    });
    await store.actions.claim({ token, ended, room: roomFor(0) });
    await store.outboundMessages.send({
      identity: "reading",
      outgoing: {
        kind: "file",
        flow: "D0010",
        to: { role: "X", participant: "UPCO" },
        data: {},
      },
    });
    await store.outbound.record([composed(1), composed(2), composed(3)]);
    const later = { dueAt: Date.now() + tomorrow, problem: "no answer", from: "ready" } as const;
    await store.deliveries.end([
      { id: 1, end: "later", ...later },
      { id: 2, end: "failed", problem: "no answer" },
    ]);
  });
});

describe("what failed and is tried again automatically", () => {
  it("is counted and listed before its last attempt, apart from what is stuck", async () => {
    const [status] = await place.json("status");
    expect(status).toMatchObject({ stuck: 2, failing: 3 });
    expect((await place.busbar("status")).stdout).toMatch(
      /^Failing +3 {2}retried automatically; /m,
    );
    expect(await place.json("action", "list", "--state", "failing")).toMatchObject([
      { key: "A", state: "planned", failing: true, attempts: 1, reason: "no ink" },
      { key: "B", failing: true },
    ]);
    expect(await place.json("action", "list", "--state", "failing", "--key", "B")).toHaveLength(1);
    const { stdout } = await place.busbar("action", "list");
    expect(stdout).toMatch(/ failing +metering-point +A /);
    expect(stdout).toMatch(/ planned +metering-point +D /);
    expect(await place.json("outbound", "list", "--state", "failing")).toMatchObject([{ id: 1 }]);
  });

  it("is shown by stuck in a section of its own, with the next attempt and the cause that it would be stuck for", async () => {
    const { stdout } = await place.busbar("stuck");
    const [stuck = "", failing = ""] = stdout.split("Failing, and tried again\n");
    expect(stuck).toMatch(/^\w{6} {2}1 failed since/m);
    expect(failing).toMatch(
      /^(\w{6}) {2}2 failing since .*, next attempt at .*\n.*\n {4}e\.g\. action 1, A: print: no ink \(failed once so far\)\n {4}retried automatically; to retry now, once fixed: busbar reprocess --cause \1$/m,
    );
    const causes = await place.json("stuck");
    const ids = (kind: string) => causes.find((cause) => cause["kind"] === kind)?.["id"];
    expect(causes).toHaveLength(4);
    expect(ids("action-failing")).toBe(ids("action-failed"));
    expect(ids("outbound-failing")).toBe(ids("outbound-failed"));
    expect(causes.find(({ kind }) => kind === "action-failing")).toMatchObject({
      count: 2,
      retryAt: expect.stringMatching(/Z$/),
    });
    const shown = (await place.busbar("action", "show", "1")).stdout;
    expect(shown).toContain("state     planned, failed and to be tried again: no ink");
    expect(shown).toContain("once fixed, at once: busbar action retry 1");
    const why = (await place.busbar("why", "action", "1")).stdout;
    expect(why).toContain("action 1: print, failing (no ink)");
    expect(why).toContain("busbar stuck --cause");
  });

  it("is tried at once with all of its cause", async () => {
    for (const kind of ["action", "outbound"]) {
      const causes = await place.json("stuck");
      const id = String(causes.find((cause) => cause["kind"] === `${kind}-failing`)?.["id"]);
      const dry = await place.busbar("reprocess", "--cause", id, "--dry-run");
      expect(dry.stdout).toContain("0 stay stuck");
      const { code, stdout } = await place.busbar("reprocess", "--cause", id);
      expect(code).toBe(0);
      expect(stdout).toContain(kind === "action" ? "3 are released" : "2 are released");
    }
    expect((await place.busbar("stuck")).stdout).toBe("Nothing is stuck.\n");
    await withStore(async (store) => {
      const { token } = await store.leases.take({ forMs: 60_000, alone: true });
      const { claimed } = await store.actions.claim({ token, ended: [], room: roomFor(9) });
      expect(claimed.map(({ key }) => key).toSorted()).toEqual(["A", "B", "C", "D"]);
      const filter = { now: Date.now() + 1, inOrder: false, flowsOnHold: [], limit: 9 };
      expect(await store.deliveries.due({ channel: "market", filter })).toHaveLength(3);
    });
  });
});
