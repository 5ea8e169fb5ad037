import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import type { Store } from "../../src/core/store.ts";
import { done, failed, planActions, roomFor } from "./planned-actions.ts";
import { StoreFolder } from "./sqlite/store-folder.ts";

const right = Date.UTC(2026, 10, 30);
const day = 86_400_000;

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
  const { token } = await store.takeLease(60_000, true);
  return { token, ...(await store.takeTurn({ token, ended: [], room: roomFor(9) })) };
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
  expect(await store.takeTurn({ token, ended, room: roomFor(9) })).toMatchObject({ claimed: [] });
  await store.decideAction(1, { kind: "retry" }, "ann", "the printer is back");
  expect((await turn(store)).claimed).toMatchObject([{ id: 1, tries: 1 }]);
});

const steps = fc.array(
  fc.record({
    jumpMs: fc.constantFrom(0, 0, -day, day, 365 * day, -400 * day, 90_000),
    restart: fc.boolean(),
    waitMs: fc.constantFrom(0, 5_000, 60_000),
  }),
  { minLength: 1, maxLength: 5 },
);

test("no action waits longer than its own wait once the clock is right, however it jumped", async () => {
  const place = await scene();
  const { clock } = place;
  let books = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (given) => {
      books += 1;
      const key = `Book ${books}`;
      clock.now = right;
      await planActions(place.store, [{ key, actions: ["print"] }]);
      let longest = 0;
      for (const { jumpMs, restart, waitMs } of given) {
        clock.now += jumpMs;
        if (restart) await place.again();
        const { token, claimed } = await turn(place.store);
        const ended = claimed.map((action) => failed(action, waitMs));
        await place.store.takeTurn({ token, ended, room: roomFor(0) });
        if (claimed.length > 0) longest = waitMs;
      }
      clock.now = right;
      await turn(place.store).then(async ({ token, claimed }) => {
        const ended = claimed.map((action) => done(action));
        await place.store.takeTurn({ token, ended, room: roomFor(0) });
      });
      clock.now = right + longest;
      const { token, claimed } = await turn(place.store);
      await place.store.takeTurn({ token, ended: claimed.map(done), room: roomFor(0) });
      const left = await Array.fromAsync({ length: 1 }, () => place.store.action(books));
      expect(left).toMatchObject([{ state: "done" }]);
    }),
    { numRuns: 20 },
  );
});
