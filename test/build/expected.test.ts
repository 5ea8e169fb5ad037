import { describe, expect, it } from "vitest";
import { type Expectations, nextDue, watchExpected } from "../../src/build/watch-expected.ts";
import { englandAndWales } from "../../src/calendar/england-and-wales.ts";
import type { ExpectedFile } from "../../src/core/process/expected.ts";
import type { Store } from "../../src/store/port/store.ts";
import { composed } from "../store/conformance/outbound-files.ts";
import { madeFile } from "../store/made-file.ts";
import { Library } from "./library.ts";

/** A Friday, and days around the bank holiday after it, at noon in London. */
const friday = Date.parse("2026-08-28T11:00:00Z");
const day = 24 * 60 * 60 * 1000;
const london = (text: string) => Date.parse(`${text}+01:00`);

const byEvening: ExpectedFile = {
  name: "D0010 from D:MADE by 18:00",
  flow: "D0010",
  from: "D:MADE",
  by: "18:00",
  on: "working-days",
  calendar: "england-and-wales",
};

function expecting(files: readonly ExpectedFile[]): Expectations {
  return { answers: new Map(), files, calendars: () => englandAndWales };
}

async function stuckReasons(store: Store): Promise<string[]> {
  return (await Array.fromAsync(store.stuck.list())).map(({ kind, name }) => `${kind} ${name}`);
}

describe("a file that a calendar says is to come", () => {
  it("is due on each day that is worked, by the clocks of the calendar", () => {
    const calendars = () => englandAndWales;
    const due = nextDue(calendars, byEvening, friday);
    expect(due).toBe(london("2026-08-28T18:00:00"));
    expect(nextDue(calendars, byEvening, due)).toBe(london("2026-09-01T18:00:00"));
    expect(nextDue(calendars, { ...byEvening, on: "daily" }, due)).toBe(
      london("2026-08-29T18:00:00"),
    );
  });

  it("is stuck from the moment it was due, until it comes", async () => {
    const library = await Library.open();
    const { store } = library;
    const look = (now: number) => {
      library.now = now;
      return watchExpected(store, expecting([byEvening]), now);
    };
    expect(await look(friday)).toEqual({ overdue: [], nextAt: london("2026-08-28T18:00:00") });
    expect(await look(friday + day / 2)).toMatchObject({
      overdue: ["D0010 from D:MADE by 18:00 has not come"],
    });
    expect((await look(friday + day / 2 + 1)).overdue).toEqual([]);
    expect(await stuckReasons(store)).toEqual(["file-missing D0010 from D:MADE by 18:00"]);
    await store.files.record([madeFile()]);
    await look(friday + day);
    expect(await stuckReasons(store)).toEqual([]);
  });

  it("that came late for one day does not count for the next", async () => {
    const library = await Library.open();
    const { store } = library;
    const look = (now: number) => {
      library.now = now;
      return watchExpected(store, expecting([{ ...byEvening, on: "daily" }]), now);
    };
    await look(friday);
    await look(friday + day / 2);
    await store.files.record([madeFile()]);
    await look(friday + day / 2 + 1);
    await look(friday + day + day / 2);
    expect(await stuckReasons(store)).toEqual(["file-missing D0010 from D:MADE by 18:00"]);
  });

  it("that came early in the day is no news, nor is one from somebody else the one expected", async () => {
    const library = await Library.open();
    const { store } = library;
    const look = (now: number) => {
      library.now = now;
      const other = { ...byEvening, name: "other", from: "UDMS" };
      return watchExpected(store, expecting([byEvening, other]), now);
    };
    await look(friday);
    library.now = friday + 1000;
    await store.files.record([madeFile()]);
    await look(friday + day / 2);
    expect(await stuckReasons(store)).toEqual(["file-missing other"]);
  });
});

describe("an answer that what we sent asks for", () => {
  const asking: Expectations = {
    ...expecting([]),
    answers: new Map([
      ["D0010", { flows: ["D0010"], withinDays: 1, calendar: "england-and-wales" }],
    ]),
  };

  /** A loan about which a file was delivered to the sender of its slips, on the Friday. */
  async function asked(): Promise<Library> {
    const library = await Library.open();
    library.now = friday;
    await library.tell("Emma", friday - day, { what: "lent", reminders: "yes" });
    await library.tell("Emma", friday - day / 2, { what: "prolonged" });
    await library.build();
    const { store } = library;
    const { token } = await store.leases.take({ forMs: 60_000, alone: true });
    const room = { inAll: 1, others: 1, queues: [] };
    const { claimed } = await store.actions.claim({ token, ended: [], room });
    const [action] = claimed;
    if (action === undefined) throw new Error("nothing to do");
    const to = { role: "D", participant: "MADE" };
    const effects = [{ kind: "file", flow: "D0010", to, data: {} }] as const;
    await store.actions.claim({ token, ended: [{ ...action, outcome: "done", effects }], room });
    const envelope = composed(1).envelope;
    if (envelope === null) throw new Error("no envelope");
    await store.outbound.record([composed(1, { messages: [1], envelope: { ...envelope, to } })]);
    await store.deliveries.end([{ id: 1, end: "delivered" }]);
    await watchExpected(store, asking, friday);
    return library;
  }

  it("is awaited until the end of the last working day, then it is stuck", async () => {
    const { store } = await asked();
    const due = london("2026-09-02T00:00:00") - 1;
    expect(await store.awaited.list(9)).toMatchObject([
      { key: "Emma", flow: "D0010", to: "D:MADE", state: "pending", dueAt: due },
    ]);
    expect(await store.awaited.list(9, { dueAt: due, event: 0 })).toHaveLength(1);
    expect(await store.awaited.list(9, { dueAt: due, event: 99 })).toEqual([]);
    expect((await watchExpected(store, asking, due - 1)).overdue).toEqual([]);
    expect((await watchExpected(store, asking, due)).overdue).toEqual(["an answer is overdue"]);
    expect(await stuckReasons(store)).toEqual(["answer-overdue Emma"]);
  });

  it("is there when a message of such a flow came from the recipient about the same thing", async () => {
    const library = await asked();
    const { store } = library;
    library.now = friday + day;
    await library.tell("Emma", friday + day, { what: "returned" });
    expect((await watchExpected(store, asking, friday + 10 * day)).overdue).toEqual([]);
    expect(await store.awaited.list(9)).toEqual([]);
    expect(await stuckReasons(store)).toEqual([]);
  });

  it("that comes late is no longer stuck", async () => {
    const library = await asked();
    const { store } = library;
    await watchExpected(store, asking, friday + 10 * day);
    library.now = friday + 11 * day;
    await library.tell("Emma", friday + 11 * day, { what: "returned" });
    await watchExpected(store, asking, friday + 11 * day);
    expect(await stuckReasons(store)).toEqual([]);
  });
});
