import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { actionDefaults } from "../../src/config/action-settings.ts";
import type { Store } from "../../src/store/port/store.ts";
import { startChild } from "./child-daemon.ts";
import { errandActions, errands } from "./errands.ts";
import { goodFile, mpan, type SentFile } from "./flow-files.ts";
import { isTaken, until, type Workplace, whileRunning, withStore, workplace } from "./workplace.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

/** Soon again, and as often as it takes: a kill costs an attempt. */
const retry = { firstMs: 5, longestMs: 50, attempts: null };
const actions = { ...actionDefaults, usual: { ...actionDefaults.usual, retry } };

const perFile = 3;

let place: Workplace;

beforeEach(() => {
  place = workplace({}, { actions });
});

afterEach(() => place.remove());

function start(death: readonly [step: string, occurrence: number] | null = null) {
  return startChild(place, death, [], "errands-that-die.ts");
}

/** Lets a daemon that does not die finish what others left. */
async function finish(): Promise<void> {
  await whileRunning(place, () => until("all done", () => withStore(place, isSettled)), {
    definitions: errands,
  });
}

async function isSettled(store: Store): Promise<boolean> {
  if (!isTaken(place)) return false;
  const { unrouted } = await store.reports.counts();
  if (unrouted > 0 || (await store.builds.backlog()) > 0) return false;
  const { planned = 0, running = 0 } = await store.actions.counts();
  return planned + running === 0;
}

/** Expects each effect of each action of each message to be in the store once. */
async function expectOnce(files: readonly number[]): Promise<void> {
  const keys = files.flatMap((file) =>
    Array.from({ length: perFile }, (_, at) => mpan(file * 1_000 + at)),
  );
  await withStore(place, async (store) => {
    const done = new Map<string, string[]>(keys.map((key) => [key, []]));
    const emails = new Set<number>();
    for await (const { id, key, name, state, reason } of store.actions.list()) {
      expect({ key, name, state, reason }).toEqual({ key, name, state: "done", reason: null });
      done.get(key)?.push(name);
      const detail = await store.actions.get(id);
      for (const effect of detail?.effects ?? [])
        if (effect.kind === "email") emails.add(effect.message);
    }
    for (const key of keys) {
      expect(done.get(key)?.toSorted()).toEqual(errandActions);
      const told = (await store.events.ofProcess({ processType: "errand", key }))
        .map(({ type }) => type)
        .toSorted();
      expect(told).toEqual([
        "D0010_RECEIVED",
        "ERRAND_CHECKED",
        "ERRAND_CONFIRMED",
        "ERRAND_FETCHED",
        "ERRAND_NOTED",
      ]);
    }
    expect(emails.size).toBe(keys.length);
    const books = await Array.fromAsync(store.events.list({ type: "ERRAND_TOLD" }));
    const toldKeys = books.map(({ data }) => (JSON.parse(data) as { key: string }).key);
    expect(toldKeys.toSorted()).toEqual(keys.toSorted());
  });
}

const errandFile = (number: number): SentFile => goodFile(number, perFile);

describe("runs-once: the daemon is killed at each step of an action", () => {
  const daily = [
    ["built", 1],
    ["actions-claimed", 4],
    ["action-ran", 9],
    ["actions-ended", 1],
  ] as const;
  const others = [
    ["actions-claimed", 1],
    ["action-ran", 1],
    ["actions-ended", 5],
  ] as const;
  test.for([...daily, ...(nightly ? others : [])])(
    "at %s, time %i, and every effect is in the store once",
    async ([step, time]) => {
      for (const number of [1, 2]) place.drop(errandFile(number));
      const { signal } = await start([step, time]).ended;
      expect(signal).toBe("SIGKILL");
      await finish();
      await expectOnce([1, 2]);
    },
  );
});

describe("runs-once: the daemon is killed at random moments", () => {
  const moments = nightly ? 200 : 3;
  test(`${moments} times while actions are planned and run`, {
    timeout: 300_000 + moments * 10_000,
  }, async () => {
    const files = Array.from({ length: moments }, (_, at) => at + 1);
    for (const number of files) {
      const child = start();
      await child.ready;
      const wait = setTimeout(Math.random() * 450);
      place.drop(errandFile(number));
      await wait;
      child.kill("SIGKILL");
      await child.ended;
    }
    await finish();
    await expectOnce(files);
  });
});
