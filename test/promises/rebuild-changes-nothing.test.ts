import { expect, test } from "vitest";
import { compareAll, replayAll } from "../../src/app/replay/replay.ts";
import { Library } from "../build/library.ts";
import { loan, type Slip } from "../build/loan.ts";
import { fc } from "../property.ts";

const isNightly = process.env["BUSBAR_NIGHTLY"] === "1";
/** What fails by day is made smaller by night: that takes longer than a day's test may. */
const runs = { numRuns: isNightly ? 150 : 8, endOnFailure: !isNightly };
const definitions = new Map([["loan", loan]]);

/** A slip about a book, written at a moment of its own. */
interface Written {
  readonly book: string;
  readonly sentAt: number;
  readonly slip: Slip;
}

const dueBack = fc.integer({ min: 1_000_001, max: 3_000_000 }).map(String);
const slip: fc.Arbitrary<Slip> = fc.oneof(
  fc.record({
    what: fc.constant("lent" as const),
    dueBack,
    reminders: fc.constantFrom("yes", "no"),
  }),
  fc.record({ what: fc.constant("prolonged" as const), dueBack }),
  fc.record({ what: fc.constant("returned" as const) }),
);
const slips = fc
  .uniqueArray(
    fc.record({ book: fc.constantFrom("Emma", "Dune"), sentAt: fc.nat({ max: 900_000 }), slip }),
    { minLength: 1, maxLength: 10, selector: ({ sentAt }) => sentAt },
  )
  .chain((all) =>
    fc.record({
      one: fc.constant(all),
      other: fc.shuffledSubarray(all, { minLength: all.length }),
      pause: fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
    }),
  );

/** A library that was told the slips in this order, and built where it paused and at the end. */
async function told(all: readonly Written[], pause: readonly boolean[]): Promise<Library> {
  const library = await Library.open();
  for (const [at, { book, sentAt, slip }] of all.entries()) {
    await library.tell(book, sentAt, slip);
    if (pause[at]) await library.build();
  }
  await library.build();
  return library;
}

test("any order of arrival, and building after every event or once, give the same", async () => {
  await fc.assert(
    fc.asyncProperty(slips, async ({ one, other, pause }) => {
      const first = await told(one, pause);
      const second = await told(other, []);
      expect(second.builds()).toEqual(first.builds());
      for (const library of [first, second]) await library.until(4_000_000);
      expect(second.builds()).toEqual(first.builds());
    }),
    runs,
  );
}, 300_000);

test("building again, once or twice, and replaying change nothing", async () => {
  await fc.assert(
    fc.asyncProperty(slips, async ({ other, pause }) => {
      const library = await told(other, pause);
      await library.until(2_000_000);
      const before = {
        builds: library.builds(),
        ledger: library.ledger(),
        due: library.deadlines(),
      };
      const same = () =>
        expect({
          builds: library.builds(),
          ledger: library.ledger(),
          due: library.deadlines(),
        }).toEqual(before);
      const processes = (await library.store.processes.after({ after: 0, limit: 100 })).map(
        ({ process }) => process,
      );
      for (let round = 0; round < 2; round += 1) {
        await library.store.builds.rebuild(processes);
        await library.build();
        same();
      }
      expect(await compareAll(library.store, definitions, { examples: 1 })).toMatchObject({
        changed: 0,
        failing: 0,
        waiting: 0,
        statuses: [],
        fields: [],
        actions: [],
      });
      await replayAll(library.store, definitions, { examples: 1 });
      same();
    }),
    runs,
  );
}, 300_000);
