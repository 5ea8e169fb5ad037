import { expect, test } from "vitest";
import { buildPending } from "../../src/build/build-pending.ts";
import { action } from "../../src/core/define/action.ts";
import { condition } from "../../src/core/define/condition.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { flowEvent } from "../../src/core/define/event-type.ts";
import { handle, opens } from "../../src/core/define/take.ts";
import type { EventRecord } from "../../src/core/event/event.ts";
import { foldOn } from "../../src/core/process/build.ts";
import { Planner } from "../../src/core/process/plan.ts";
import { routePending } from "../../src/intake/file/route.ts";
import type { Store } from "../../src/store/port/store.ts";
import { received } from "../processes/event-received.ts";
import { madeFile } from "../store/made-file.ts";
import { Library } from "./library.ts";

interface Diary {
  readonly entries: string[];
}

const isLong = condition(
  "the diary is long",
  ({ entries }: Diary) => ({ entries: entries.length }),
  ({ entries }) => entries > 10,
);

/** A process whose state grows with each event. */
const diary = defineProcess({
  type: "diary",
  version: 1,
  events: { WRITTEN: flowEvent<object>("Written") },
  takes: { "*": handle(({ subjectKey }) => opens(subjectKey ?? "", "WRITTEN")) },
  begin: (): Diary => ({ entries: [] }),
  status: ({ entries }) => `${entries.length} entries`,
})
  .on("WRITTEN", (state, { seq }) => {
    state.entries.push(`entry ${seq} of a diary, as long as a line of it usually is`);
    return state;
  })
  .act(
    "WRITTEN",
    action("bind", () => []),
    isLong,
  );

const definitions = new Map([[diary.type, diary]]);

/** Puts so many messages about one process into the store, in one file. */
async function write(store: Store, entries: number, occurredAt: number): Promise<void> {
  const messages = Array.from({ length: entries }, (_, at) => ({ line: at + 2, key: "Emma" }));
  await store.files.record([madeFile({ messages, occurredAt })]);
  await routePending(store, [diary]);
}

/** Builds all that waits; gives how much text of states was stored for it, in characters. */
async function build(store: Store): Promise<{ readonly stored: number; readonly last: number }> {
  let stored = 0;
  let last = 0;
  const counting: Store = {
    ...store,
    builds: {
      ...store.builds,
      save({ batch, builds, failures }) {
        for (const { state } of builds) stored += last = state.length;
        return store.builds.save({ batch, builds, failures });
      },
    },
  };
  await buildPending(counting, definitions);
  return { stored, last };
}

test("a state that grows is stored a few times, however many events it comes of", async () => {
  const { store } = await Library.open();
  await write(store, 1, 100);
  await build(store);
  await write(store, 6_000, 200);
  const { stored, last } = await build(store);
  expect(JSON.parse((await stateOf(store)) ?? "").entries).toHaveLength(6_001);
  expect(stored).toBeLessThan(2.5 * last);
});

test("one built from the start is stored once, though its events are of many commits", async () => {
  const { store } = await Library.open();
  await write(store, 3_000, 100);
  const { stored, last } = await build(store);
  expect(stored).toBe(last);
  expect(await store.builds.backlog()).toBe(0);
});

test("judging an event looks at few others", () => {
  const events = Array.from(
    { length: 2_000 },
    (_, at): EventRecord => received("D0010", {}, { type: "WRITTEN", seq: at + 1, line: at + 2 }),
  );
  let looks = 0;
  const counted = new Proxy(events, {
    get(list, name, receiver): unknown {
      if (typeof name === "string" && /^\d+$/.test(name)) looks += 1;
      return Reflect.get(list, name, receiver);
    },
  });
  const planner = new Planner(diary, "Emma", counted, () => true);
  foldOn(diary, diary.begin("Emma"), events, planner);
  expect(planner.plans.filter(({ state }) => state === "planned")).toHaveLength(1_990);
  expect(looks).toBeLessThanOrEqual(2 * events.length);
});

test("a verdict keeps what it saw, though the state is changed in place afterwards", () => {
  const hasEntries = condition(
    "the diary has entries",
    ({ entries }: Diary) => ({ entries }),
    ({ entries }) => entries.length > 0,
  );
  const bound = defineProcess({
    type: "diary",
    version: 1,
    events: { WRITTEN: flowEvent<object>("Written") },
    takes: {},
    begin: (): Diary => ({ entries: [] }),
    status: () => "kept",
  })
    .on("WRITTEN", (state, { seq }) => {
      state.entries.push(`entry ${seq}`);
      return state;
    })
    .act(
      "WRITTEN",
      action("bind", () => []),
      hasEntries,
    );
  const events = [1, 2].map((seq) => received("D0010", {}, { type: "WRITTEN", seq, line: seq }));
  const planner = new Planner(bound, "Emma", events, () => true);
  foldOn(bound, bound.begin("Emma"), events, planner);
  expect(planner.plans.map(({ verdicts }) => verdicts[0]?.saw)).toEqual([
    { entries: ["entry 1"] },
    { entries: ["entry 1", "entry 2"] },
  ]);
});

async function stateOf(store: Store): Promise<string | null | undefined> {
  const [found] = await store.processes.after({ after: 0, limit: 1 });
  const builds = await store.builds.stored([found?.process ?? 0]);
  return builds.get(found?.process ?? 0)?.state;
}
