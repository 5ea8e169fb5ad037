import { describe, expect, it, vi } from "vitest";
import { fireDueDeadlines } from "../../src/build/deadline-clock.ts";
import { action } from "../../src/core/define/action.ts";
import { condition } from "../../src/core/define/condition.ts";
import { deadline } from "../../src/core/define/deadline.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { flowEvent } from "../../src/core/define/event-type.ts";
import { handle, opens } from "../../src/core/define/take.ts";
import { buildProcess } from "../../src/core/process/build.ts";
import { Library } from "./library.ts";
import { loan, type Slip } from "./loan.ts";

const lent: Slip = { what: "lent", dueBack: "5000000", reminders: "yes" };

describe("building", () => {
  it("stores what a process is after its events", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.build();
    expect(library.builds()).toEqual([
      {
        key: "Emma",
        status: "out",
        state: expect.objectContaining({ dueBack: 5_000_000, told: ["lent"] }),
        error: null,
      },
    ]);
    expect(await library.store.builds.backlog()).toBe(0);
  });

  it("goes on from what was built when events come in order, and from the start when one comes late", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.build();
    await library.tell("Emma", 300, { what: "prolonged", dueBack: "7000000" });
    await library.build();
    await library.tell("Emma", 200, { what: "prolonged", dueBack: "6000000" });
    await library.build();
    const [stored] = library.builds();
    const events = await library.store.events.ofProcess({ processType: "loan", key: "Emma" });
    expect(events.map(({ seq }) => seq)).toEqual([1, 3, 2]);
    expect(stored?.state).toEqual(buildProcess(loan, "Emma", events).state);
    expect(stored?.state).toMatchObject({ dueBack: 7_000_000 });
  });

  it("goes on with a batch that came in another order than it folds, and judges each event as if alone", async () => {
    const [together, alone] = [await Library.open(), await Library.open()];
    for (const library of [together, alone]) {
      await library.tell("Emma", 100, lent);
      await library.build();
    }
    const read = vi.spyOn(together.store.processes, "histories");
    await together.tell("Emma", 300, { what: "returned" });
    await together.tell("Emma", 200, { what: "prolonged", dueBack: "6000000" });
    await together.build();
    expect(read).not.toHaveBeenCalled();
    await alone.tell("Emma", 300, { what: "returned" });
    await alone.build();
    await alone.tell("Emma", 200, { what: "prolonged", dueBack: "6000000" });
    await alone.build();
    expect(together.ledger()).toMatchObject([{ event: 3, state: "needs-review" }]);
    expect(together.ledger()).toEqual(alone.ledger());
    expect(together.builds()).toEqual(alone.builds());
  });

  it("builds from the start when the definition's version is another", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.build();
    const counts = defineProcess({
      type: "loan",
      version: 2,
      events: {},
      takes: { D0010: { take: (message) => loan.route(message), looksInto: true } },
      begin: () => ({ events: 0 }),
      status: ({ events }) => `${events} told`,
    }).onAny(({ events }) => ({ events: events + 1 }));
    library.use(counts);
    await library.tell("Emma", 200, { what: "returned" });
    await library.build();
    expect(library.builds()).toMatchObject([{ status: "2 told", state: { events: 2 } }]);
  });

  it("keeps what went wrong with one process, builds the others, and tries again with the next event", async () => {
    const library = await Library.open();
    const fragile = defineProcess({
      type: "loan",
      version: 1,
      events: {},
      takes: { D0010: { take: (message) => loan.route(message), looksInto: true } },
      begin: (key) => ({ key, events: 0 }),
      status: () => "fine",
    }).onAny((state) => {
      if (state.key === "Ulysses" && state.events === 0) throw new Error("too long");
      return { ...state, events: state.events + 1 };
    });
    library.use(fragile);
    await library.tell("Emma", 100, lent);
    await library.tell("Ulysses", 100, lent);
    await library.build();
    expect(library.builds()).toMatchObject([
      { key: "Emma", status: "fine", error: null },
      { key: "Ulysses", status: null, state: null, error: expect.stringContaining("too long") },
    ]);
    library.use(loan);
    await library.tell("Ulysses", 200, { what: "prolonged" });
    await library.build();
    expect(library.builds()[1]).toMatchObject({ status: "out", error: null });
    expect(library.ledger()).toMatchObject([{ name: "remind", state: "planned" }]);
  });

  it.each([
    ["a status that is no text", { status: () => undefined as unknown as string }],
    ["a deadline that is no moment", { deadlines: () => [deadline("LOAN_OVERDUE", Number.NaN)] }],
    ["a deadline between two", { deadlines: () => [deadline("LOAN_OVERDUE", 1.5)] }],
  ])("fails a process with %s and no other", async (_, odd) => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    const make = (isOdd: (key: string) => boolean) =>
      defineProcess({
        type: "loan",
        version: 1,
        events: {},
        takes: { D0010: { take: (message) => loan.route(message), looksInto: true } },
        begin: (key) => key,
        status: (key) => (isOdd(key) && "status" in odd ? odd.status() : "fine"),
        deadlines: (key) => (isOdd(key) && "deadlines" in odd ? odd.deadlines() : []),
      });
    library.use(make((key) => key === "Emma"));
    await library.tell("Dune", 100, lent);
    await library.build();
    expect(library.builds()).toMatchObject([
      { key: "Dune", status: "fine", error: null },
      { key: "Emma", status: null, error: expect.stringMatching(/status is|due at/) },
    ]);
  });

  it("fails a process whose state is no plain JSON, with the place, until it is fixed", async () => {
    const library = await Library.open();
    const seen = (remember: (told: readonly string[]) => unknown) =>
      defineProcess({
        type: "loan",
        version: 1,
        events: {},
        takes: { D0010: { take: (message) => loan.route(message), looksInto: true } },
        begin: (key) => ({ key, stock: { told: [] as readonly string[] } }),
        status: ({ stock }) => `told ${Array.from(stock.told).length} times`,
      }).onAny(({ key, stock }, { type }) => {
        const told = [...stock.told, type];
        return { key, stock: { told: (key === "Emma" ? remember(told) : told) as typeof told } };
      });
    library.use(seen((told) => new Set(told)));
    await library.tell("Emma", 100, lent);
    await library.tell("Dune", 100, lent);
    await library.build();
    await library.tell("Emma", 200, lent);
    await library.build();
    const said = "TypeError: state.stock.told is a Set (keep it as a list)";
    expect(library.builds()).toMatchObject([
      { key: "Dune", status: "told 1 times", error: null },
      { key: "Emma", status: null, state: null, error: expect.stringContaining(said) },
    ]);
    const [item, ...others] = await Array.fromAsync(library.store.stuck.list());
    expect(others).toEqual([]);
    expect(item).toMatchObject({ kind: "build-failed", reason: expect.stringContaining(said) });
    library.use(seen((told) => told));
    await library.store.builds.rebuild([1]);
    await library.build();
    expect(library.builds()[1]).toMatchObject({ key: "Emma", status: "told 2 times", error: null });
    expect(await Array.fromAsync(library.store.stuck.list())).toEqual([]);
  });

  it("fails a process whose condition saw what JSON cannot hold and no other", async () => {
    const library = await Library.open();
    const counts = condition(
      "lent often",
      (key: string) => (key === "Emma" ? { times: 3n } : { times: 3 }),
      ({ times }) => times > 2,
    );
    const odd = defineProcess({
      type: "loan",
      version: 1,
      events: { BOOK_LENT: flowEvent<Slip>("Book lent") },
      takes: { D0010: { take: (message) => loan.route(message), looksInto: true } },
      begin: (key) => key,
      status: () => "fine",
    })
      .on("BOOK_LENT", (key) => key)
      .act(
        "BOOK_LENT",
        action("praise", () => []),
        counts,
      );
    library.use(odd);
    await library.tell("Emma", 100, lent);
    await library.tell("Dune", 100, lent);
    await library.build();
    expect(library.builds()).toMatchObject([
      { key: "Dune", status: "fine", error: null },
      { key: "Emma", status: null, error: expect.stringContaining("BigInt") },
    ]);
  });

  it("fails a message whose key is no text and no other", async () => {
    const library = await Library.open();
    const careless = defineProcess({
      type: "loan",
      version: 1,
      events: {},
      takes: {
        D0010: handle(({ subjectKey }) =>
          opens(subjectKey === "Emma" ? (null as unknown as string) : (subjectKey ?? ""), "LENT"),
        ),
      },
      begin: () => 0,
      status: () => "fine",
    });
    library.use(careless);
    await library.tell("Emma", 100, lent);
    await library.tell("Dune", 100, lent);
    await library.build();
    expect(library.builds()).toMatchObject([{ key: "Dune", status: "fine" }]);
    expect(await Array.fromAsync(library.store.stuck.list())).toMatchObject([
      { reason: expect.stringContaining("a key is a text") },
    ]);
  });

  it("says of a type nobody defines that it is not known", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    library.use({ ...loan, type: "other" } as typeof loan);
    await library.build();
    expect(library.builds()[0]?.error).toContain('process type "loan"');
  });
});

describe("planning", () => {
  it("plans an action whose conditions hold, and keeps a row of one whose do not", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.tell("Emma", 200, { what: "prolonged" });
    await library.tell("Dune", 100, { what: "lent", dueBack: "9" });
    await library.tell("Dune", 200, { what: "prolonged" });
    expect(await library.build()).toBe(1);
    expect(library.ledger()).toMatchObject([
      { event: 2, name: "remind", state: "planned", reason: null },
      { event: 4, name: "remind", state: "skipped", reason: "not: the reader wants reminders" },
    ]);
  });

  it("plans once, however often a process is built", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.tell("Emma", 200, { what: "prolonged" });
    await library.build();
    const before = library.ledger();
    await library.store.builds.rebuild([1]);
    expect(await library.store.builds.backlog()).toBe(1);
    expect(await library.build()).toBe(0);
    expect(library.ledger()).toEqual(before);
    expect(await library.store.builds.backlog()).toBe(0);
  });

  it("holds for a person what a late event would have done then and would not do now", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.tell("Emma", 300, { what: "returned" });
    await library.build();
    await library.tell("Emma", 200, { what: "prolonged" });
    expect(await library.build()).toBe(0);
    expect(library.ledger()).toMatchObject([
      {
        event: 3,
        state: "needs-review",
        reason: expect.stringContaining('"the book is out" was true then'),
      },
    ]);
  });

  it("judges events that are built together as if each had been built when it came", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.tell("Emma", 200, { what: "prolonged" });
    await library.tell("Emma", 300, { what: "returned" });
    expect(await library.build()).toBe(1);
    expect(library.ledger()).toMatchObject([{ event: 2, state: "planned" }]);
  });
});

describe("messages that join a process", () => {
  it("wait for it, and are taken up automatically when it is opened", async () => {
    const library = await Library.open();
    await library.tell("Emma", 200, { what: "prolonged", dueBack: "8" });
    await library.tell("Emma", 300, { what: "returned" });
    await library.build();
    expect(await library.store.reports.counts()).toMatchObject({ events: 0, unrouted: 0 });
    await library.tell("Emma", 100, lent);
    await library.build();
    expect(library.builds()).toMatchObject([
      { status: "back", state: { told: ["lent", "prolonged", "returned"] } },
    ]);
    const events = await library.store.events.ofProcess({ processType: "loan", key: "Emma" });
    expect(events.map(({ seq, occurredAt }) => [seq, occurredAt])).toEqual([
      [1, 100],
      [2, 200],
      [3, 300],
    ]);
  });

  it("are nobody's concern when they need not wait", async () => {
    const library = await Library.open();
    await library.tell("Emma", 200, { what: "seen" });
    await library.tell("Emma", 100, lent);
    expect(await library.store.events.ofProcess({ processType: "loan", key: "Emma" })).toHaveLength(
      1,
    );
  });
});

describe("deadlines", () => {
  it("become events when they pass, at the moment they were due", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.build();
    expect(await library.store.deadlines.next()).toBe(5_000_000);
    await library.until(4_999_999);
    expect(library.builds()[0]?.status).toBe("out");
    await library.until(6_000_000);
    expect(library.builds()[0]).toMatchObject({
      status: "overdue",
      state: { overdue: [5_000_000] },
    });
    expect(
      await library.store.events.ofProcess({ processType: "loan", key: "Emma" }),
    ).toMatchObject([{}, { type: "LOAN_OVERDUE", occurredAt: 5_000_000, message: null }]);
    expect(library.ledger()).toMatchObject([{ name: "fine", state: "planned" }]);
  });

  it("that had passed before anything asked for them occur right after what did", async () => {
    const library = await Library.open();
    await library.tell("Emma", 900_000, { ...lent, dueBack: "800000" });
    await library.build();
    await library.until(1_000_001);
    expect(library.builds()[0]).toMatchObject({ status: "overdue", state: { overdue: [800_000] } });
    expect(
      await library.store.events.ofProcess({ processType: "loan", key: "Emma" }),
    ).toMatchObject([{}, { type: "LOAN_OVERDUE", occurredAt: 900_001 }]);
  });

  it("move when an event moves them, and are dropped when the state asks no longer", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.build();
    await library.tell("Emma", 200, { what: "prolonged", dueBack: "7000000" });
    await library.build();
    expect(library.deadlines()).toEqual([
      { dueAt: 5_000_000, state: "dropped" },
      { dueAt: 7_000_000, state: "pending" },
    ]);
    await library.tell("Emma", 300, { what: "returned" });
    await library.build();
    expect(await library.store.deadlines.next()).toBeNull();
    await library.until(8_000_000);
    expect(await library.store.events.ofProcess({ processType: "loan", key: "Emma" })).toHaveLength(
      3,
    );
  });

  it("do not fire while something of their process is not built", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.build();
    await library.tell("Emma", 200, { what: "returned" });
    library.now = 6_000_000;
    const due = await library.store.deadlines.due({ now: 6_000_000, limit: 10 });
    expect(due).toHaveLength(1);
    expect(await library.store.deadlines.fire(due)).toBe(0);
    await library.build();
    expect(library.deadlines()).toEqual([{ dueAt: 5_000_000, state: "dropped" }]);
  });

  it("that passed count no longer when a late event shows that they were moved in time", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.build();
    await library.until(6_000_000);
    expect(library.builds()[0]?.status).toBe("overdue");
    await library.tell("Emma", 4_000_000, { what: "prolonged", dueBack: "9000000" });
    await library.build();
    expect(library.builds()[0]).toMatchObject({ status: "out", state: { overdue: [] } });
    expect(library.ledger()).toContainEqual(
      expect.objectContaining({ name: "fine", state: "cancelled" }),
    );
    expect(await library.store.deadlines.next()).toBe(9_000_000);
  });

  it.each([0, null])(
    "that turn out not to have passed while an action ran have it not tried again",
    async (retryInMs) => {
      const library = await Library.open();
      const { store } = library;
      await library.tell("Emma", 100, lent);
      await library.build();
      await library.until(6_000_000);
      const { token } = await store.leases.take({ forMs: 60_000, alone: true });
      const room = { inAll: 1, others: 1, queues: [] };
      const { claimed } = await store.actions.claim({ token, ended: [], room });
      const [fine] = claimed;
      if (fine === undefined) throw new Error("nothing to do");
      await library.tell("Emma", 4_000_000, { what: "prolonged", dueBack: "9000000" });
      await library.build();
      const { id, attempt, process, event } = fine;
      const how = { outcome: "failed", reason: "no answer", error: null, retryInMs } as const;
      const ended = [{ id, attempt, process, event, ...how }];
      await store.actions.claim({ token, ended, room: { ...room, inAll: 0 } });
      await library.build();
      expect(library.ledger()).toContainEqual(
        expect.objectContaining({ name: "fine", state: "cancelled" }),
      );
    },
  );

  it("pass however many before them wait for a build, and the next one is looked for in time", async () => {
    const library = await Library.open();
    const books = Array.from({ length: 501 }, (_, book) => `Book ${book}`);
    for (const book of [...books, "Emma"]) await library.tell(book, 100, lent);
    await library.build();
    await library.tell("Dune", 100, { ...lent, dueBack: "7000000" });
    await library.build();
    await library.store.builds.rebuild(books.map((_, at) => at + 1));
    const { events, nextAt } = await fireDueDeadlines(library.store, 6_000_000);
    expect({ events, nextAt }).toEqual({ events: 1, nextAt: 7_000_000 });
    expect(await library.store.events.ofProcess({ processType: "loan", key: "Emma" })).toHaveLength(
      2,
    );
  });

  it("that passed while their process could not be built pass once it can", async () => {
    const library = await Library.open();
    const broken = defineProcess({
      type: "loan",
      version: 1,
      events: {},
      takes: { D0010: { take: (message) => loan.route(message), looksInto: true } },
      begin: () => 0,
      status: () => "",
    }).onAny(() => {
      throw new Error("out of paper");
    });
    library.use(broken);
    await library.tell("Emma", 100, lent);
    await library.build();
    library.use(loan);
    library.now = 6_000_000;
    await library.store.builds.rebuild([1]);
    await library.build();
    await library.until(6_000_000);
    expect(library.builds()[0]).toMatchObject({
      status: "overdue",
      state: { overdue: [5_000_000] },
    });
  });

  it("that are moved back to an old moment pass after they were", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.build();
    await library.tell("Emma", 200, { what: "prolonged", dueBack: "9000000" });
    await library.build();
    library.now = 6_000_000;
    await library.tell("Emma", 5_500_000, { what: "prolonged", dueBack: "5000000" });
    await library.build();
    await library.until(6_000_000);
    expect(library.builds()[0]).toMatchObject({
      status: "overdue",
      state: { overdue: [5_000_000] },
    });
    expect(library.ledger()).toContainEqual(
      expect.objectContaining({ name: "fine", state: "planned" }),
    );
  });

  it("are reported as missed when a void brings them back after they have passed", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.build();
    await library.tell("Emma", 200, { what: "returned" });
    await library.build();
    library.now = 6_000_000;
    await library.store.revisions.void({
      seq: 2,
      changedBy: { actor: "Ann", reason: "another book" },
    });
    await library.build();
    expect(library.deadlines()).toEqual([{ dueAt: 5_000_000, state: "missed" }]);
  });

  it.each(["before", "after"])(
    "lead to the same when what moved them came %s they were built, and is void now",
    async (when) => {
      const library = await Library.open();
      await library.tell("Emma", 100, lent);
      await library.build();
      library.now = 6_000_000;
      const due = await library.store.deadlines.due({ now: 6_000_000, limit: 10 });
      expect(await library.store.deadlines.fire(due)).toBe(1);
      if (when === "after") await library.build();
      await library.tell("Emma", 4_000_000, { what: "prolonged", dueBack: "9000000" });
      await library.build();
      await library.tell("Emma", 6_000_000, { what: "seen" });
      await library.build();
      await library.store.revisions.void({
        seq: 3,
        changedBy: { actor: "Ann", reason: "another book" },
      });
      await library.build();
      expect(library.builds()[0]).toMatchObject({ status: "overdue" });
      expect(library.ledger()).toContainEqual(
        expect.objectContaining({ event: 2, name: "fine", state: "planned" }),
      );
    },
  );
});

describe("lists of processes", () => {
  it("tell the status as last built, and find processes by it", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.tell("Dune", 100, lent);
    await library.tell("Dune", 200, { what: "returned" });
    const listed = async (status?: string) =>
      (await Array.fromAsync(library.store.processes.list({ type: "loan", status }))).map(
        (process) => [process.key, process.status],
      );
    expect(await listed()).toEqual([
      ["Emma", null],
      ["Dune", null],
    ]);
    await library.build();
    expect(await listed()).toEqual([
      ["Emma", "out"],
      ["Dune", "back"],
    ]);
    expect(await listed("back")).toEqual([["Dune", "back"]]);
  });
});
