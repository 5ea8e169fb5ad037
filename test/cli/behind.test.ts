import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Store } from "../../src/store/port/store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { composed } from "../store/conformance/outbound-files.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  const folder = join(place.folder, "var");
  const store = await openSqliteStore(join(folder, "busbar.db"), {
    blobFolder: join(folder, "blobs"),
  });
  await work(store).finally(() => store.close());
}

/** Of one queue: 1 failed, 2 failed once after it, 3 was never tried; 4 is of another queue. */
beforeAll(async () => {
  await place.busbar("init");
  await withStore(async (store) => {
    for (const participant of ["UPCO", "SUPP"]) {
      const to = { role: "X", participant };
      await store.outboundMessages.send({
        identity: participant,
        outgoing: { kind: "file", flow: "D0010", to, data: {} },
      });
    }
    const other = { queue: 2, given: { series: "other", number: 1 }, name: "other" };
    await store.outbound.record([composed(1), composed(2), composed(3), composed(1, other)]);
    await store.deliveries.keepOrder(["market"]);
    await store.deliveries.end([
      { id: 1, end: "failed", problem: "the folder is full" },
      { id: 2, end: "later", dueAt: 0, problem: "no answer", from: "ready" },
    ]);
  });
});

it("a file behind one of its queue says which it waits for, why that is stuck and what to do", async () => {
  const why =
    "It waits for outbound 1, file-1, which goes to the same recipient before it and failed";
  const [list, shown, [json], told] = await Promise.all([
    place.json("outbound", "list"),
    place.busbar("outbound", "show", "3"),
    place.json("outbound", "show", "2"),
    place.busbar("why", "outbound", "3"),
  ]);
  expect(list.map(({ behind }) => behind)).toEqual([null, 1, 1, null]);
  expect(shown.stdout).toContain(`behind      ${why}: the folder is full`);
  expect(shown.stdout).toContain(
    'It goes on when that is sent: busbar outbound retry 1 --reason "..."; to let the others go without it: busbar outbound cancel 1',
  );
  expect(json).toMatchObject({ waitsFor: { id: 1, name: "file-1", state: "failed" } });
  expect(told.stdout).toContain(`${why}: the folder is full`);
  expect(told.stdout).toContain("busbar outbound show 1");
});

it("it is not among what is tried again automatically, and counted for its channel", async () => {
  const causes = await place.json("stuck");
  const [failed, behind] = causes;
  expect(causes).toMatchObject([
    { kind: "outbound-failed", count: 1 },
    { kind: "outbound-behind", count: 1, id: failed?.["id"], example: { behind: { id: 1 } } },
  ]);
  expect(behind?.["ways"]).toMatchObject([
    {
      say: expect.stringMatching(/^goes on when that is sent: \{\}/),
      remedies: [{ remedy: "decide-outbound", outbound: 1 }, {}],
    },
  ]);
  expect(behind).not.toHaveProperty("retryAt");
  const { stdout } = await place.busbar("stuck");
  expect(stdout).toMatch(/1 waiting for another since/);
  expect(stdout).toContain("e.g. outbound 1, file-1: the folder is full. 2 files wait behind it.");
  expect(stdout).not.toContain("retried automatically");
  expect(await place.json("status")).toMatchObject([{ stuck: 1, failing: 0 }]);
  await withStore(async (store) => {
    expect(await store.outbound.counts()).toContainEqual({
      channel: "market",
      state: "behind",
      files: 2,
    });
    // The one behind that failed before is counted behind the first, and nowhere else.
    expect((await store.outbound.counts()).filter(({ state }) => state === "retrying")).toEqual([]);
    expect(await store.deliveries.nextRetry("market")).toBeNull();
  });
});

it("it waits no more once the one before it is settled, or where no order is kept", async () => {
  await withStore(async (store) => {
    await store.deliveries.keepOrder([]);
    expect((await store.outbound.get(2))?.behind).toBeNull();
    await store.deliveries.keepOrder(["market"]);
    expect((await store.outbound.get(2))?.behind).toBe(1);
  });
  await place.busbar("outbound", "cancel", "1", "--reason", "not wanted");
  expect((await place.json("outbound", "list")).map(({ behind }) => behind)).toEqual([
    null,
    null,
    2,
    null,
  ]);
  expect((await place.busbar("outbound", "show", "3")).stdout).toContain(
    "It goes on once that is delivered",
  );
});
