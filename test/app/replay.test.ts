import { describe, expect, it } from "vitest";
import { compareAll, replayAll } from "../../src/app/replay/replay.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import type { ProcessDefinition } from "../../src/core/process/process.ts";
import { Library } from "../build/library.ts";
import { loan, type Slip } from "../build/loan.ts";

const lent: Slip = { what: "lent", dueBack: "5000000", reminders: "yes" };
const prolonged: Slip = { what: "prolonged", dueBack: "6000000" };

/** The same process as another developer would have it: what is not said is as it was. */
function changed(change: Partial<Pick<ProcessDefinition, "fold" | "status" | "subscriptions">>) {
  return new Proxy(loan as ProcessDefinition, {
    get: (target, name) => {
      const own = Reflect.get(change, name) ?? Reflect.get(target, name);
      return typeof own === "function" ? own.bind(target) : own;
    },
  });
}

const using = (definition: ProcessDefinition) => new Map([["loan", definition]]);

async function lending(): Promise<Library> {
  const library = await Library.open();
  for (const book of ["Emma", "Ulysses", "Dune"]) {
    await library.tell(book, 100, lent);
    await library.tell(book, 300, prolonged);
  }
  await library.tell("Dune", 400, { what: "returned" });
  await library.build();
  return library;
}

describe("replaying", () => {
  it("finds nothing otherwise with the same code, late events and voids included", async () => {
    const library = await lending();
    await library.tell("Emma", 200, prolonged);
    await library.build();
    const report = await compareAll(library.store, using(loan), { examples: 3 });
    expect(report).toMatchObject({ processes: 3, events: 8, changed: 0, failing: 0, waiting: 0 });
  });

  it("tells what changed code does: statuses, fields, actions, with examples", async () => {
    const library = await lending();
    const other = changed({
      status: (state) => ((state as { returned: boolean }).returned ? "home" : "out"),
      fold: (state, event) => {
        const folded = loan.fold(state as never, event as never);
        return event.type === "LOAN_PROLONGED" ? { ...folded, dueBack: 7_000_000 } : folded;
      },
      subscriptions: (type) => (type === "BOOK_LENT" ? loan.subscriptions("LOAN_PROLONGED") : []),
    });
    const report = await compareAll(library.store, using(other), { examples: 2 });
    expect(report).toMatchObject({
      changed: 3,
      statuses: [{ type: "loan", from: "back", to: "home", count: 1, examples: ["Dune"] }],
      fields: [
        {
          path: "dueBack",
          from: 6_000_000,
          to: 7_000_000,
          count: 3,
          examples: ["Emma", "Ulysses"],
        },
      ],
      actions: [
        { action: "remind", from: "none", to: "planned", count: 3 },
        { action: "remind", from: "planned", to: "none", count: 3 },
      ],
    });
    expect(library.builds()).toMatchObject([
      { status: "back" },
      { status: "out" },
      { status: "out" },
    ]);
  });

  it("tells what changed code cannot build, by cause", async () => {
    const library = await lending();
    const broken = changed({
      fold: (state, event) => {
        if (event.type === "BOOK_RETURNED") throw new RangeError(`no ${event.seq}`);
        return loan.fold(state as never, event as never);
      },
    });
    const report = await compareAll(library.store, using(broken), { examples: 2 });
    expect(report).toMatchObject({
      changed: 0,
      failing: 1,
      failures: [{ type: "loan", count: 1, examples: ["Dune"] }],
    });
    expect(report.failures[0]?.cause).toMatch(/^RangeError: no …, at .*fold \(replay\.test\.ts\)$/);
  });

  it("stores what changed code makes, and plans nothing for events that were judged before", async () => {
    const library = await lending();
    const ledger = library.ledger();
    const other = changed({
      status: () => "somewhere",
      subscriptions: (type) => (type === "BOOK_LENT" ? loan.subscriptions("LOAN_PROLONGED") : []),
    });
    await replayAll(library.store, using(other), { examples: 2 });
    expect(library.builds().map(({ status }) => status)).toEqual(Array(3).fill("somewhere"));
    expect(library.ledger()).toEqual(ledger);
    const again = await compareAll(library.store, using(other), { examples: 2 });
    expect(again).toMatchObject({ statuses: [], fields: [], changed: 3 });
  });

  it("builds what failed before, once the code is fixed", async () => {
    const library = await lending();
    const fails = defineProcess({
      type: "loan",
      version: 2,
      events: {},
      takes: {},
      begin: () => ({}),
      status: () => "",
    }).onAny(() => {
      throw new Error("not yet");
    });
    library.use(fails);
    await library.store.builds.rebuild([1, 2]);
    await library.build();
    expect(await library.store.reports.counts()).toMatchObject({ stuck: 2 });
    const report = await replayAll(library.store, using(loan), { examples: 1 });
    expect(report).toMatchObject({ changed: 2 });
    expect(await library.store.reports.counts()).toMatchObject({ stuck: 0 });
  });

  it("keeps verdicts that late events made outdated apart from what changed code does", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, { ...lent, reminders: "no" });
    await library.tell("Emma", 300, prolonged);
    await library.build();
    await library.tell("Emma", 200, lent);
    await library.build();
    const report = await compareAll(library.store, using(loan), { examples: 3 });
    expect(report).toMatchObject({
      changed: 0,
      actions: [],
      outdated: [
        { action: "remind", from: "skipped", to: "planned", count: 1, examples: ["Emma"] },
      ],
    });
  });

  it("leaves out what the builder has not come to", async () => {
    const library = await lending();
    await library.tell("Persuasion", 100, lent);
    const report = await compareAll(library.store, using(loan), { examples: 1 });
    expect(report).toMatchObject({ processes: 4, waiting: 1, changed: 0 });
  });
});
