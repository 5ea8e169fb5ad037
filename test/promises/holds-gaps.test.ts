import { describe, expect, it } from "vitest";
import { Library } from "../build/library.ts";

const lent = { what: "lent", dueBack: "900000000", reminders: "yes" } as const;
const prolonged = { what: "prolonged" } as const;

/** A loan, and the first numbered file of its sender. */
async function began(): Promise<Library> {
  const library = await Library.open();
  await library.tell("Emma", 1, lent, 10);
  await library.build();
  return library;
}

describe("holds-gaps: a missing file delays what is done because of later ones, never their recording", () => {
  it("records and builds what came after the gap, and puts its actions off until the gap is given up", async () => {
    const library = await began();
    await library.tell("Emma", 3, prolonged, 12);
    expect(await library.build()).toBe(0);
    expect(library.builds()[0]).toMatchObject({ state: { told: ["lent", "prolonged"] } });
    expect(library.ledger()).toMatchObject([
      { state: "planned", dueAt: 1_060_000, reason: expect.stringContaining("file number 11") },
    ]);
    expect(await library.store.gaps.list()).toEqual([
      {
        id: 1,
        sender: "D:MADE",
        flow: "D0010",
        from: 11,
        to: 11,
        since: 1_000_000,
        givesUpAt: 1_060_000,
        channel: "inbox",
      },
    ]);
  });

  it("lets them go as soon as the missing file comes", async () => {
    const library = await began();
    await library.tell("Emma", 3, prolonged, 12);
    await library.build();
    library.now = 1_020_000;
    await library.tell("Emma", 2, prolonged, 11);
    await library.build();
    expect(library.ledger()).toMatchObject([
      { event: 2, state: "planned", dueAt: 1_020_000, reason: null },
      { event: 3, state: "planned", dueAt: 1_020_000, reason: null },
    ]);
    expect(await library.store.gaps.list()).toEqual([]);
  });

  it("waits for the first of several gaps, then for the next", async () => {
    const library = await began();
    await library.tell("Emma", 3, prolonged, 12);
    await library.tell("Emma", 5, prolonged, 14);
    await library.build();
    library.now = 1_020_000;
    await library.tell("Emma", 2, prolonged, 11);
    await library.build();
    expect(library.ledger().map(({ dueAt, reason }) => [dueAt, reason === null])).toEqual([
      [1_020_000, true],
      [1_060_000, false],
      [1_020_000, true],
    ]);
    expect(await library.store.gaps.list()).toMatchObject([{ from: 13, to: 13, since: 1_000_000 }]);
  });

  it("no longer waits for a gap that was given up, but for a new one", async () => {
    const library = await began();
    await library.tell("Emma", 3, prolonged, 12);
    await library.build();
    library.now = 2_000_000;
    await library.tell("Emma", 4, prolonged, 13);
    await library.build();
    await library.tell("Emma", 6, prolonged, 15);
    await library.build();
    expect(library.ledger().map(({ dueAt }) => dueAt)).toEqual([1_060_000, 2_000_000, 2_060_000]);
    expect(await library.store.gaps.list()).toMatchObject([{ from: 11 }, { from: 14 }]);
    const stuck = await Array.fromAsync(library.store.stuck.list());
    expect(stuck.map(({ item, reason }) => `${item}: ${reason}`)).toEqual([
      "gap 1: File number 11 is missing, and later ones of D0010 from D:MADE are here.",
      "gap 2: File number 14 is missing, and later ones of D0010 from D:MADE are here.",
    ]);
  });

  it("keeps what is left of several missing files when one of them comes", async () => {
    const library = await began();
    await library.tell("Emma", 9, prolonged, 15);
    await library.tell("Emma", 5, prolonged, 13);
    await library.build();
    expect(await library.store.gaps.list()).toMatchObject([
      { from: 11, to: 12 },
      { from: 14, to: 14 },
    ]);
    await library.tell("Emma", 2, prolonged, 11);
    await library.tell("Emma", 3, prolonged, 12);
    library.now = 1_030_000;
    await library.tell("Emma", 6, prolonged, 14);
    await library.build();
    expect(await library.store.gaps.list()).toEqual([]);
    expect(library.ledger().every(({ reason }) => reason === null)).toBe(true);
  });

  it("does not wait for files before the first that ever came, nor for one that comes late", async () => {
    const library = await began();
    await library.tell("Emma", 2, prolonged, 7);
    expect(await library.build()).toBe(1);
  });
});
