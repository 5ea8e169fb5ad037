import Database from "better-sqlite3";
import { expect, test } from "vitest";
import type { RoutableMessage } from "../../src/core/event/route.ts";
import type { StuckItem } from "../../src/core/stuck/stuck.ts";
import { Library } from "../build/library.ts";
import { loan, type Slip } from "../build/loan.ts";
import { fc } from "../property.ts";
import { envelope, madeFile, problem } from "../store/made-file.ts";

const numRuns = process.env["BUSBAR_NIGHTLY"] ? 200 : 12;

/** The loans of a library in which one book's cannot be built. */
const haunted = new Proxy(loan, {
  get(target, name) {
    if (name === "fold")
      return (state: never, event: { readonly key: string }) => {
        if (event.key === "cursed") throw new Error("it is cursed");
        return target.fold(state, event as never);
      };
    const own: unknown = Reflect.get(target, name);
    return typeof own === "function" ? own.bind(target) : own;
  },
});

type Step =
  | { readonly do: "tell"; readonly book: string; readonly what: Slip["what"] }
  | { readonly do: "refused" | "invalid" | "conflict" | "awaiting-release" | "twice" | "build" }
  | { readonly do: "run"; readonly well: boolean };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant("tell" as const),
      book: fc.constantFrom("Emma", "Dune", "cursed", "burnt"),
      what: fc.constantFrom("lent", "prolonged", "returned", "seen"),
    }),
  },
  fc.record({
    do: fc.constantFrom("refused", "invalid", "conflict", "awaiting-release", "twice", "build"),
  }),
  fc.record({ do: fc.constant("run" as const), well: fc.boolean() }),
);

test("every file, message, event and action is done, under way, or stuck with a reason", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const library = await Library.open();
      library.use(haunted);
      for (const [at, one] of steps.entries()) {
        await take(library, one, at);
        await account(library);
      }
      await library.build();
      await account(library);
    }),
    { numRuns },
  );
}, 300_000);

async function take(library: Library, one: Step, at: number): Promise<void> {
  const { store } = library;
  const json = () => JSON.stringify({ what: "lent", dueBack: "9000000", reminders: "yes" });
  const file = { messages: [{ line: 2, key: "Emma", json }], occurredAt: 1_000 + at };
  switch (one.do) {
    case "tell":
      await library.tell(one.book, 1_000 + at, {
        what: one.what,
        dueBack: "9000000",
        reminders: "yes",
      });
      return;
    case "build":
      await library.build();
      return;
    case "run":
      return run(library, one.well);
    case "refused":
      await store.files.record([madeFile({ ...file, problems: [problem(1)] })]);
      return;
    case "invalid":
      await store.files.record([
        madeFile({ ...file, messages: [{ line: 2, key: "Emma", problems: [problem(2)] }] }),
      ]);
      return;
    case "conflict":
      await store.files.record([madeFile({ ...file, envelope: envelope("clash") })]);
      await store.files.record([madeFile({ ...file, envelope: envelope("clash") })]);
      return;
    case "awaiting-release":
      await store.files.record([madeFile({ ...file, awaitsRelease: problem(1) })]);
      return;
    case "twice": {
      const text = `the same ${at % 2}`;
      await store.files.record([madeFile({ ...file, text, identifier: text })]);
    }
  }
}

/** Takes the actions that are due and ends them, well or not. */
async function run({ store }: Library, well: boolean): Promise<void> {
  const { token } = await store.leases.take({ forMs: 60_000, alone: true });
  const room = { inAll: 9, others: 9, queues: [] };
  const { claimed } = await store.actions.claim({ token, ended: [], room });
  const ended = claimed.map(({ id, attempt, process, event }) => {
    const end = { id, attempt, process, event };
    return well
      ? ({ ...end, outcome: "done", effects: [] } as const)
      : ({ ...end, outcome: "failed", reason: "no post", error: null, retryInMs: null } as const);
  });
  await store.actions.claim({ token, ended, room: { ...room, inAll: 0 } });
  await store.leases.end(token);
}

/** Where each thing is, and that it is in one place. */
async function account(library: Library): Promise<void> {
  const items = await Array.fromAsync(library.store.stuck.list({ dismissed: true }));
  const stuck = new Set(items.map(({ kind, number }) => `${kind} ${number}`));
  expect(items.every(({ reason, cause }) => reason !== "" && /^[0-9a-f]{6}$/.test(cause.id))).toBe(
    true,
  );
  expect((await library.store.reports.counts()).stuck).toBe(items.length);
  const isStuck = (number: number, ...kinds: StuckItem["kind"][]) =>
    kinds.filter((kind) => stuck.delete(`${kind} ${number}`)).length;
  for (const { id, name, places } of found(library.path, isStuck))
    expect(places, `${name} ${id} is in one place`).toBe(1);
  expect([...stuck], "nothing else is stuck").toEqual([]);
  expect(await Array.fromAsync(library.store.verify.tables())).toEqual([]);
}

interface Placed {
  readonly name: string;
  readonly id: number;
  readonly places: number;
}

type IsStuck = (number: number, ...kinds: StuckItem["kind"][]) => number;

/** Every thing in the tables, with the number of places it is in. */
function* found(path: string, isStuck: IsStuck): Generator<Placed> {
  const db = new Database(path, { readonly: true });
  const all = <Row>(sql: string) => db.prepare<[], Row>(sql).all();
  try {
    const files = all<{ id: number; state: string; awaitingRelease: 0 | 1 }>(
      "SELECT id, state, awaiting_release AS awaitingRelease FROM files",
    );
    for (const { id, state, awaitingRelease } of files) {
      const done = ["recorded", "duplicate", "withdrawn"].includes(state) && awaitingRelease === 0;
      yield {
        name: "file",
        id,
        places: Number(done) + isStuck(id, "rejected", "conflict", "awaiting-release"),
      };
    }
    const messages = all<RoutableMessage & { events: number; queued: number }>(
      `SELECT m.id, m.subject_key AS subjectKey, 'D0010' AS flow, m.data,
              (SELECT count(*) FROM events e WHERE e.message = m.id) AS events,
              EXISTS (SELECT 1 FROM unrouted u WHERE u.file = m.file AND u.next_line <= m.line) AS queued
       FROM messages m JOIN files f ON f.id = m.file WHERE f.state = 'recorded' AND f.awaiting_release = 0`,
    );
    for (const message of messages) {
      const { id, events, queued } = message;
      const places = events + queued + isStuck(id, "invalid", "unmatched", "failed");
      yield { name: "message", id, places: places === 0 ? ignored(message) : places };
    }
    const events = all<{ id: number; process: number; built: number; failed: number }>(
      `SELECT e.seq AS id, e.process, e.seq <= ifnull(b.seq, 0) AS built, b.error IS NOT NULL AS failed
       FROM events e LEFT JOIN builds b ON b.process = e.process`,
    );
    const cursor = all<{ seq: number }>("SELECT seq FROM build_cursor")[0]?.seq ?? 0;
    const failing = new Set(
      events.filter(({ failed }) => failed === 1).map(({ process }) => process),
    );
    for (const process of failing)
      yield { name: "process", id: process, places: isStuck(process, "build-failed") };
    for (const { id, process, built } of events) {
      const waits = id > cursor ? 1 : 0;
      const failed = built === 0 && waits === 0 && failing.has(process) ? 1 : 0;
      yield { name: "event", id, places: built + (built === 1 ? 0 : waits) + failed };
    }
    for (const { id, state } of all<{ id: number; state: string }>(
      "SELECT id, state FROM actions",
    )) {
      const known = ["planned", "running", "done", "skipped", "cancelled"].includes(state);
      yield {
        name: "action",
        id,
        places: Number(known) + isStuck(id, "action-failed", "action-needs-review"),
      };
    }
  } finally {
    db.close();
  }
}

/** Whether nobody wants the message, or only if its process is there. */
function ignored(message: RoutableMessage): number {
  const route = haunted.route(message);
  return route.kind === "ignore" || (route.kind === "join" && route.otherwise === "ignore") ? 1 : 0;
}
