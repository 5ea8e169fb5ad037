import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCatalogue, shippedSettings } from "../../src/definitions/open.ts";
import { marketChannel, numbersIn, reading } from "../outbound/readings.ts";
import { startChild } from "./child-daemon.ts";
import { until, type Workplace, whileRunning, withStore, workplace } from "./workplace.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";
const catalogue = await openCatalogue(shippedSettings);

let place: Workplace;
let out: string;

beforeEach(() => {
  const made = workplace();
  out = join(made.base, "out");
  mkdirSync(out);
  const channel = marketChannel({
    path: `${out}/{toParticipant}`,
    base: out,
    batch: { messages: 2, waitMs: 0 },
  });
  place = { ...made, config: { ...made.config, outbound: [channel] } };
  mkdirSync(join(made.base, "var"));
});

afterEach(() => place.remove());

/** Has readings sent to two recipients in turn, numbered from `first`. */
async function send(first: number, count: number): Promise<void> {
  await withStore(place, async (store) => {
    for (let number = first; number < first + count; number += 1)
      await store.outboundMessages.send({
        identity: `reading:${number}`,
        outgoing: reading(number, number % 2 === 0 ? "EVEN" : "ODDS"),
      });
  });
}

/** Lets a daemon that does not die finish what others left. */
async function finish(): Promise<void> {
  await whileRunning(place, () =>
    until("all delivered", () =>
      withStore(place, async (store) => {
        const open = (await store.outbound.counts()).filter(({ state }) => state !== "delivered");
        return open.length === 0 && (await store.queues.waiting()).length === 0;
      }),
    ),
  );
}

/** Every reading is in exactly one file there, whole, under its own name; numbers have no gap. */
async function expectAllThere(count: number): Promise<void> {
  const found: number[] = [];
  for (const recipient of readdirSync(out)) {
    const names = readdirSync(join(out, recipient)).toSorted();
    const expected = names.map(
      (_, at) => `D0010002_X${recipient}_${`${at + 1}`.padStart(10, "0")}.usr`,
    );
    expect(names).toEqual(expected);
    for (const name of names)
      found.push(...numbersIn(readFileSync(join(out, recipient, name)), catalogue));
  }
  expect(found.toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at));
}

describe("delivers-once: the daemon is killed where it hurts most", () => {
  const daily = [
    ["composed", 2],
    ["outbound-written", 4],
    ["outbound-named", 3],
  ] as const;
  const others = [
    ["outbound-written", 1],
    ["outbound-uploaded", 1],
    ["outbound-named", 1],
    ["outbound-synced", 1],
    ["outbound-delivered", 1],
  ] as const;
  test.for([...daily, ...(nightly ? others : [])])(
    "after %s, time %i, and each file is there once, whole",
    async ([step, time]) => {
      await send(0, 20);
      const { signal } = await startChild(place, [step, time]).ended;
      expect(signal).toBe("SIGKILL");
      await finish();
      await expectAllThere(20);
    },
  );
});

describe("delivers-once: the daemon is killed at random moments", () => {
  const moments = nightly ? 200 : 1;
  test(`${moments} times while there is always more to send`, {
    timeout: 300_000 + moments * 10_000,
  }, async () => {
    for (let round = 0; round < moments; round += 1) {
      await send(round * 60, 60);
      const child = startChild(place);
      await child.ready;
      await setTimeout(Math.random() * 150);
      child.kill("SIGKILL");
      await child.ended;
    }
    await finish();
    await expectAllThere(moments * 60);
  });
});
