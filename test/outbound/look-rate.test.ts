import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ActionRunner } from "../../src/actions/action-runner.ts";
import { actionDefaults } from "../../src/config/action-settings.ts";
import { action } from "../../src/core/define/action.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { flowEvent } from "../../src/core/define/event-type.ts";
import { DeliveryLoop, type Transport } from "../../src/outbound/deliver/delivery-loop.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import type { Log } from "../../src/runtime/log.ts";
import { signals } from "../../src/runtime/signals.ts";
import type { Store } from "../../src/store/port/store.ts";
import { fc } from "../property.ts";
import { composed } from "../store/conformance/outbound-files.ts";
import { planActions } from "../store/planned-actions.ts";
import { StoreFolder } from "../store/sqlite/store-folder.ts";

const minuteMs = 60_000;
const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** So much time goes by at once, before what waits for its turn has it. */
const tickMs = 100;

/** Lets a minute go by; at each tenth of it something may happen. */
async function minute(happens: readonly (() => unknown)[]): Promise<void> {
  for (let at = 0; at < minuteMs; at += tickMs) {
    if (at % (minuteMs / 10) === 0) await happens[(at * 10) / minuteMs]?.();
    await tick();
  }
}

async function tick(): Promise<void> {
  await vi.advanceTimersByTimeAsync(tickMs);
  await setImmediate();
  await setImmediate();
}

/** The clock of the machine is set, and the one that measures goes on. */
function setClock(byMs: number): void {
  vi.setSystemTime(Date.now() + byMs);
}

async function withStore(work: (store: Store) => Promise<void>): Promise<void> {
  using folder = new StoreFolder();
  const store = await folder.open({ now: Date.now });
  await work(store).finally(() => store.close());
}

const jumps = fc.array(fc.constantFrom(0, 0, 0, 3_600_000, -3_600_000, 700), {
  minLength: 10,
  maxLength: 10,
});

/** One value for each tenth of a minute. */
const tenTimes = <const T>(value: T): T[] => Array.from({ length: 10 }, () => value);

test("a channel is looked at no more often than its polls and the tries of what is there, whatever happens", async () => {
  const days = fc.record({
    files: fc.integer({ min: 0, max: 4 }),
    waitsMs: fc.array(fc.integer({ min: 500, max: minuteMs }), { minLength: 1, maxLength: 5 }),
    firstMs: fc.integer({ min: 1_000, max: 20_000 }),
    /** In which of the ten parts of the minute the partner cannot be reached. */
    broken: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
    isOneError: fc.boolean(),
    isOnHold: fc.boolean(),
    jumps,
  });
  // Something is tried on it, whatever days chance brings.
  const usual = {
    files: 2,
    waitsMs: [500],
    firstMs: 1_000,
    broken: tenTimes(false),
    isOneError: false,
    isOnHold: false,
    jumps: tenTimes(0),
  };
  await withStore(async (store) => {
    await store.outboundMessages.send({
      identity: "reading",
      outgoing: {
        kind: "file",
        flow: "D0010",
        to: { role: "X", participant: "UPCO" },
        data: {},
      },
    });
    let channels = 0;
    let made = 0;
    let triedInAll = 0;
    await fc.assert(
      fc.asyncProperty(days, async ({ files, waitsMs, firstMs, broken, ...day }) => {
        channels += 1;
        const channel = `market ${channels}`;
        for (let file = 0; file < files; file += 1) {
          made += 1;
          expect(await store.outbound.record([composed(made, { channel })])).toHaveLength(1);
        }
        const told = new Error("nobody answers");
        let isBroken = false;
        let rounds = 0;
        let failures = 0;
        let tries = 0;
        const round: Transport["round"] = async ({ flowsOnHold }) => {
          rounds += 1;
          if (isBroken) {
            failures += 1;
            throw day.isOneError ? told : new Error(`failure ${failures}`);
          }
          const filter = { now: Date.now(), inOrder: false, flowsOnHold, limit: 9 };
          const due = await store.deliveries.due({ channel, filter });
          const waitMs = waitsMs[rounds % waitsMs.length] ?? minuteMs;
          const later = { dueAt: Date.now() + waitMs, problem: "full", from: "ready" } as const;
          await store.deliveries.end(due.map(({ id }) => ({ id, end: "later", ...later })));
          tries += due.length;
          return { files: due.length, delivered: 0, events: 0 };
        };
        const loop = new DeliveryLoop(
          {
            name: channel,
            kind: "sftp",
            target: "nowhere",
            retry: { firstMs, longestMs: minuteMs, attempts: null },
            round,
            reach: async () => {},
            reachEveryMs: null,
          },
          { store, clock: machineClock, log: quiet, signals: signals() },
        );
        const scope = { stage: "outbound", channel: null, type: "D0010", name: null } as const;
        if (day.isOnHold) await store.holds.place({ scope, actor: "ann", reason: "a trial" });
        const stop = new AbortController();
        const ended = loop.run(stop.signal);
        await minute(
          broken.map((fails, step) => () => {
            isBroken = fails;
            setClock(day.jumps[step] ?? 0);
          }),
        );
        stop.abort();
        await tick();
        await ended;
        if (day.isOnHold) await store.holds.release({ scope, actor: "ann", reason: "enough" });
        const polls = minuteMs / 2_000;
        // A try is a round of its own, one that finds it due, and one that finds nothing more.
        expect(rounds).toBeLessThanOrEqual(polls + 2 * tries + minuteMs / (0.75 * firstMs) + 4);
        expect(rounds).toBeGreaterThan(1);
        triedInAll += tries;
        expect(failures).toBeLessThanOrEqual(minuteMs / (0.75 * firstMs) + 2);
        if (day.isOnHold) expect(tries).toBe(0);
      }),
      { numRuns: 12, examples: [[usual]] },
    );
    expect(triedInAll).toBeGreaterThan(0);
  });
});

test("actions are looked for no more often than its polls and the tries of what is there, whatever happens", async () => {
  const days = fc.record({
    keys: fc.integer({ min: 1, max: 4 }),
    firstMs: fc.integer({ min: 500, max: 20_000 }),
    perSecond: fc.constantFrom(null, 0.2, 3),
    fails: fc.constantFrom("always", "never", "sometimes"),
    isOnHold: fc.boolean(),
    jumps,
  });
  // Something is tried on it, whatever days chance brings.
  const usual = {
    keys: 2,
    firstMs: 500,
    perSecond: null,
    fails: "always",
    isOnHold: false,
    jumps: tenTimes(0),
  } as const;
  await withStore(async (store) => {
    let made = 0;
    let triedInAll = 0;
    await fc.assert(
      fc.asyncProperty(days, async ({ keys, firstMs, perSecond, fails, ...day }) => {
        made += 1;
        const name = `print ${made}`;
        let tries = 0;
        const run = () => {
          tries += 1;
          if (fails === "always" || (fails === "sometimes" && tries % 2 === 1))
            throw new Error("no ink");
          return [];
        };
        const type = defineProcess({
          type: "metering-point",
          version: 1,
          events: { D0010_RECEIVED: flowEvent<object>("Received") },
          takes: {},
          begin: (key) => ({ key }),
          status: () => "open",
        }).offer("D0010_RECEIVED", action(name, run));
        await planActions(
          store,
          Array.from({ length: keys }, (_, at) => ({
            key: `${made} ${at}`,
            actions: [name],
          })),
        );
        let turns = 0;
        const runner = new ActionRunner({
          store: {
            ...store,
            actions: {
              ...store.actions,
              claim: (turn) => {
                turns += 1;
                return store.actions.claim(turn);
              },
            },
          },
          definitions: new Map([[type.type, type]]),
          settings: {
            ...actionDefaults,
            usual: {
              ...actionDefaults.usual,
              perSecond,
              retry: { firstMs, longestMs: minuteMs, attempts: null },
            },
          },
          checkFile: () => null,
          clock: machineClock,
          log: quiet,
          onStep: () => {},
          signals: signals(),
          chance: () => 0.5,
        });
        const scope = { stage: "actions", channel: null, type: null, name } as const;
        if (day.isOnHold) await store.holds.place({ scope, actor: "ann", reason: "a trial" });
        const stop = new AbortController();
        const ended = runner.run(stop.signal);
        await minute(day.jumps.map((byMs) => () => setClock(byMs)));
        stop.abort();
        await tick();
        await ended;
        const polls = minuteMs / 1_000;
        // Begun, ended, looked for more; and once more when its moment or its queue's has come.
        expect(turns).toBeLessThanOrEqual(polls + 4 * tries + 2 * keys + 6);
        expect(turns).toBeGreaterThan(10);
        triedInAll += tries;
        if (day.isOnHold) {
          expect(tries).toBe(0);
          await store.holds.release({ scope, actor: "ann", reason: "enough" });
        }
        for await (const { id } of store.actions.list({ name }))
          await store.actions
            .decide({ id, decision: { kind: "cancel" }, actor: "ann", reason: "enough" })
            .catch(() => {});
      }),
      { numRuns: 12, examples: [[usual]] },
    );
    expect(triedInAll).toBeGreaterThan(0);
  });
});
