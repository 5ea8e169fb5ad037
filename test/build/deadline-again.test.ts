import { describe, expect, it } from "vitest";
import { deadline } from "../../src/core/define/deadline.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { deadlineEvent } from "../../src/core/define/event-type.ts";
import { buildProcess } from "../../src/core/process/build.ts";
import { fc } from "../property.ts";
import { Library } from "./library.ts";
import { loan, type Slip } from "./loan.ts";

const due = 5_000_000;
const moments = [1_000, 2_000_000, 6_000_000, 7_000_000, 8_000_000] as const;
const slips: readonly Slip["what"][] = ["lent", "returned", "prolonged", "returned", "prolonged"];
const told = slips.map((what, at) => ({ what, sentAt: moments[at] ?? 0 }));

/** Asks for one and the same moment while the book is out, and stays overdue once it was. */
const oneDay = defineProcess({
  type: "loan",
  version: 1,
  events: { LOAN_OVERDUE: deadlineEvent("Loan overdue") },
  takes: { D0010: { take: (message) => loan.route(message), looksInto: true } },
  begin: () => ({ isOut: false, overdue: 0 }),
  status: ({ overdue }) => (overdue === 0 ? "in time" : `overdue ${overdue}`),
  deadlines: ({ isOut }) => (isOut ? [deadline("LOAN_OVERDUE", due)] : []),
})
  .onAny((state, { type }) => ({ ...state, isOut: type !== "BOOK_RETURNED" }))
  .on("LOAN_OVERDUE", (state) => ({ ...state, overdue: state.overdue + 1 }));

async function library(): Promise<Library> {
  const opened = await Library.open();
  opened.use(oneDay);
  return opened;
}

describe("a deadline that fired and turned out not to have passed", () => {
  it("fires when it is asked for again", async () => {
    const late = await library();
    await late.tell("Emma", 1_000, { what: "lent" });
    await late.build();
    await late.until(7_000_000);
    expect(late.builds()[0]?.status).toBe("overdue 1");
    await late.tell("Emma", 2_000_000, { what: "returned" });
    await late.build();
    expect(late.builds()[0]?.status).toBe("in time");
    expect(late.deadlines()).toEqual([{ dueAt: due, state: "dropped" }]);
    await late.tell("Emma", 6_000_000, { what: "prolonged" });
    await late.build();
    expect(await late.store.deadlines.next()).toBe(due);
    await late.until(7_000_001);
    expect(late.builds()[0]?.status).toBe("overdue 1");
    expect(late.deadlines()).toEqual([{ dueAt: due, state: "fired" }]);
    expect(await late.store.events.ofProcess({ processType: "loan", key: "Emma" })).toMatchObject([
      {},
      {},
      { type: "LOAN_OVERDUE", occurredAt: due },
      {},
      { type: "LOAN_OVERDUE", occurredAt: 6_000_001 },
    ]);
  });

  it("counts once when a later fact shows that it had passed after all", async () => {
    const late = await library();
    await late.tell("Emma", 1_000, { what: "lent" });
    await late.build();
    await late.until(7_000_000);
    for (const [sentAt, what] of [
      [2_000_000, "returned"],
      [6_000_000, "prolonged"],
    ] as const) {
      await late.tell("Emma", sentAt, { what });
      await late.build();
    }
    await late.until(7_000_001);
    await late.tell("Emma", 4_000_000, { what: "prolonged" });
    await late.build();
    await late.until(9_000_000);
    expect(late.builds()[0]?.status).toBe("overdue 1");
    expect(late.deadlines()).toEqual([{ dueAt: due, state: "fired" }]);
  });

  it("leaves the same state in whatever order and how late its facts come", async () => {
    const orders = fc.shuffledSubarray(told, { minLength: told.length });
    const clock = fc.array(fc.nat(9_000_000), { minLength: told.length, maxLength: told.length });
    const late = await library();
    let books = 0;
    await fc.assert(
      fc.asyncProperty(orders, clock, async (order, times) => {
        books += 1;
        const book = `Book ${books}`;
        const built = () => late.builds().find(({ key }) => key === book);
        let now = 1_000_000;
        for (const [at, { what, sentAt }] of order.entries()) {
          await late.tell(book, sentAt, { what });
          await late.build();
          now = Math.max(now, times[at] ?? 0);
          await late.until(now);
        }
        await late.until(9_000_001);
        await late.until(9_000_002);
        expect(built()).toMatchObject({ status: "overdue 1" });
        const stored = built()?.state;
        const events = await late.store.events.ofProcess({ processType: "loan", key: book });
        expect(buildProcess(oneDay, book, events).state).toEqual(stored);
        await late.store.builds.rebuild([books]);
        await late.build();
        await late.until(9_000_003);
        expect(await late.store.events.ofProcess({ processType: "loan", key: book })).toEqual(
          events,
        );
        expect(built()?.state).toEqual(stored);
      }),
      { numRuns: 25 },
    );
  });
});
