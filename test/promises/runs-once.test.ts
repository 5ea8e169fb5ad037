import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { actionDefaults } from "../../src/config/action-settings.ts";
import { startChild } from "./child-daemon.ts";
import { errandFile, expectOnce, isSettled } from "./errand-account.ts";
import { errands } from "./errands.ts";
import { until, type Workplace, whileRunning, workplace } from "./workplace.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

/** Soon again, and as often as it takes: a kill costs an attempt. */
const retry = { firstMs: 5, longestMs: 50, attempts: null };
const actions = { ...actionDefaults, usual: { ...actionDefaults.usual, retry } };

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
  await whileRunning(place, () => until("all done", () => isSettled(place)), {
    definitions: errands,
  });
}

describe("runs-once: the daemon is killed at each step of an action", () => {
  const daily = [
    ["built", 1],
    ["action-ran", 9],
  ] as const;
  const others = [
    ["actions-claimed", 4],
    ["actions-ended", 1],
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
      await expectOnce(place, [1, 2]);
    },
  );
});

describe("runs-once: the daemon is killed at random moments", () => {
  const moments = nightly ? 200 : 1;
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
    await expectOnce(place, files);
  });
});
