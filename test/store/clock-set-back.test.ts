import { expect, onTestFinished, test } from "vitest";
import type { FileEffect } from "../../src/core/define/effect.ts";
import type { DeliveryEnd } from "../../src/core/outbound/outbound.ts";
import type { Store } from "../../src/store/port/store.ts";
import { fc } from "../property.ts";
import { composed } from "./conformance/outbound-files.ts";
import { madeFile, routeAll } from "./made-file.ts";
import { done, failed, planActions, planAll, roomFor } from "./planned-actions.ts";
import { StoreFolder } from "./sqlite/store-folder.ts";

const right = Date.UTC(2026, 10, 30);
const day = 86_400_000;

const reading: FileEffect = {
  kind: "file",
  flow: "D0010",
  to: { role: "X", participant: "UPCO" },
  data: {},
};

async function scene() {
  const folder = new StoreFolder();
  const clock = { now: right };
  const open = () => folder.open({ now: () => clock.now });
  const place = { clock, store: await open(), again: async () => {} };
  place.again = async () => {
    await place.store.close();
    place.store = await open();
  };
  onTestFinished(async () => {
    await place.store.close();
    folder[Symbol.dispose]();
  });
  return place;
}

async function turn(store: Store) {
  const { token } = await store.leases.take({ forMs: 60_000, alone: true });
  return { token, ...(await store.actions.claim({ token, ended: [], room: roomFor(9) })) };
}

test("a new action is due at once, whatever was recorded by a clock that was ahead", async () => {
  const place = await scene();
  place.clock.now = right + 365 * day;
  await planActions(place.store, [{ key: "A", actions: ["print"] }]);
  place.clock.now = right;
  await planActions(place.store, [{ key: "B", actions: ["print"] }]);
  const { claimed } = await turn(place.store);
  expect(claimed.map(({ key }) => key).toSorted()).toEqual(["A", "B"]);
});

test("one that waits for its next attempt is tried now when a person says so", async () => {
  const { store } = await scene();
  await planActions(store, [{ key: "A", actions: ["print"] }]);
  const { token, claimed } = await turn(store);
  const ended = claimed.map((action) => failed(action, 300_000));
  expect(await store.actions.claim({ token, ended, room: roomFor(9) })).toMatchObject({
    claimed: [],
  });
  await store.actions.decide({
    id: 1,
    decision: { kind: "retry" },
    actor: "ann",
    reason: "the printer is back",
  });
  expect((await turn(store)).claimed).toMatchObject([{ id: 1, tries: 1 }]);
});

test("a file is due at once, and a message closes its batch after its own wait", async () => {
  const place = await scene();
  place.clock.now = right + 365 * day;
  await place.store.outboundMessages.send({ identity: "reading", outgoing: reading });
  await place.store.outbound.record([composed(1)]);
  await place.store.outbound.decide({ id: 1, decision: "hold", actor: "ann", reason: "not yet" });
  await place.store.outbound.record([composed(2)]);
  place.clock.now = right;
  const filter = { now: right, inOrder: false, flowsOnHold: [], limit: 9 };
  expect(await place.store.deliveries.due({ channel: "market", filter })).toMatchObject([
    { id: 2 },
  ]);
  await place.store.outbound.decide({ id: 1, decision: "release", actor: "ann", reason: "now" });
  expect(await place.store.deliveries.due({ channel: "market", filter })).toMatchObject([
    { id: 1 },
    { id: 2 },
  ]);
  expect(await place.store.queues.waiting()).toMatchObject([{ since: right }]);
  expect(await place.store.queues.messages({ queue: 1, most: 1 })).toMatchObject([{ at: right }]);
});

test("a missing number is waited for as long as is said, whenever it was noticed", async () => {
  const place = await scene();
  const file = (number: number) =>
    madeFile({
      messages: [{ line: 2, key: `after ${number}` }],
      sequence: { number, check: "warn", onGap: "wait", waitForMs: 60_000 },
    });
  place.clock.now = right + 365 * day;
  await place.store.files.record([file(1), file(3)]);
  place.clock.now = right;
  await routeAll(place.store);
  await planAll(place.store, "print");
  await turn(place.store);
  const waiting = await Array.fromAsync(place.store.actions.list({ key: "after 3" }));
  expect(waiting).toMatchObject([{ state: "planned", dueAt: right + 60_000 }]);
});

const steps = fc.array(
  fc.record({
    jumpMs: fc.constantFrom(0, 0, -day, day, 365 * day, -400 * day, 90_000),
    restart: fc.constantFrom(false, false, true),
    waitMs: fc.constantFrom(0, 5_000, 60_000),
  }),
  { minLength: 1, maxLength: 5 },
);

/** How an attempt to deliver ended that is tried again after a wait, at a moment of the clock as it is. */
function later(id: number, dueAt: number, dropped: boolean): DeliveryEnd {
  const said = { id, dueAt, problem: "no answer", from: "ready" } as const;
  return dropped ? { ...said, end: "dropped", isAlone: true } : { ...said, end: "later" };
}

// One story for both: each restart opens the store anew, which is what takes time here.
test("no action and no file waits longer than its own wait once the clock is right, however it jumped", async () => {
  const place = await scene();
  const { clock } = place;
  let stories = 0;
  await place.store.outboundMessages.send({ identity: "reading", outgoing: reading });

  /** Whether the file of this story is due now. */
  async function isDue(): Promise<boolean> {
    const filter = { now: clock.now, inOrder: false, flowsOnHold: [], limit: 99 };
    const some = await place.store.deliveries.due({ channel: "market", filter });
    const suspects = await place.store.deliveries.suspects({ channel: "market", filter });
    return [...some, ...suspects].some(({ id }) => id === stories);
  }

  /** Does what is due; it fails and is tried again after a wait, or is done. Gives what was due. */
  async function doDue(waitMs: number | null, dropped: boolean) {
    const { token, claimed } = await turn(place.store);
    const ended = claimed.map((one) => (waitMs === null ? done(one) : failed(one, waitMs)));
    await place.store.actions.claim({ token, ended, room: roomFor(0) });
    const file = await isDue();
    const end: DeliveryEnd =
      waitMs === null
        ? { id: stories, end: "delivered" }
        : later(stories, clock.now + waitMs, dropped);
    if (file) await place.store.deliveries.end([end]);
    return { action: claimed.length > 0, file };
  }

  await fc.assert(
    fc.asyncProperty(steps, fc.boolean(), async (given, dropped) => {
      stories += 1;
      clock.now = right;
      const longest = { action: 0, file: 0 };
      for (const [at, { jumpMs, restart, waitMs }] of given.entries()) {
        clock.now += jumpMs;
        if (at === 0) {
          await planActions(place.store, [{ key: `Book ${stories}`, actions: ["print"] }]);
          await place.store.outbound.record([composed(stories)]);
        }
        if (restart) await place.again();
        const was = await doDue(waitMs, dropped);
        if (was.action) longest.action = waitMs;
        if (was.file) longest.file = waitMs;
      }
      clock.now = right;
      await turn(place.store).then(({ token, claimed }) =>
        place.store.actions.claim({ token, ended: claimed.map(done), room: roomFor(0) }),
      );
      await isDue();
      const waits = [
        { what: "action", waitMs: longest.action },
        { what: "file", waitMs: longest.file },
      ];
      for (const { what, waitMs } of waits.toSorted((x, y) => x.waitMs - y.waitMs)) {
        clock.now = right + waitMs;
        await doDue(null, dropped);
        if (what === "file")
          expect(await place.store.outbound.get(stories)).toMatchObject({ state: "delivered" });
        if (what === "action")
          expect(await place.store.actions.get(stories)).toMatchObject({ state: "done" });
      }
    }),
    { numRuns: 20 },
  );
});
