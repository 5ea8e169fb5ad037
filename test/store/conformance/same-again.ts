import { describe, expect, it } from "vitest";
import type { RepeatRule } from "../../../src/core/file/identity.ts";
import type { Bench } from "../conformance.ts";
import { madeFile, problem, routeAll, type Wish } from "../made-file.ts";

const day = 86_400_000;

/** What comes again: whether it is the file that is here, or another that says the same. */
export function tellsRepeats(bench: Bench): void {
  const state = async (wish: Wish) => {
    const [recorded] = await bench.store.files.record([madeFile({ identifier: null, ...wish })]);
    if (recorded === undefined || !("state" in recorded)) throw new Error("not recorded");
    const { state: became, otherFile } = recorded;
    return otherFile === null ? became : `${became} of ${otherFile}`;
  };
  const sameness = (repeats: RepeatRule) => ({ repeats, identityWithinMs: null });

  describe("tells repeats", () => {
    const first = { text: "damaged", name: "a.csv", modifiedAt: 1_000 };
    it.each([
      ["by-bytes", "duplicate of 1", "duplicate of 1", "duplicate of 1", "duplicate of 1"],
      ["by-name", "duplicate of 1", "duplicate of 1", "duplicate of 1", "recorded"],
      ["by-name-and-time", "duplicate of 1", "duplicate of 1", "recorded", "recorded"],
      ["never", "recorded", "recorded", "recorded", "recorded"],
    ] as const)("%s", async (repeats, ...expected) => {
      const rule = sameness(repeats);
      await state({ ...first, sameness: rule });
      const again = [
        first,
        { ...first, modifiedAt: 900 },
        { ...first, modifiedAt: 1_001 },
        { ...first, name: "b.csv" },
      ];
      const became: string[] = [];
      for (const wish of again) became.push(await state({ ...wish, sameness: rule }));
      expect(became).toEqual(expected);
      const recorded = 1 + expected.filter((one) => one === "recorded").length;
      expect(await routeAll(bench.store)).toBe(recorded);
      expect((await bench.store.reports.counts()).events).toBe(recorded);
    });

    it("takes an arrival that is here already as that one, whatever the rule", async () => {
      const file = madeFile({ ...first, identifier: null, sameness: sameness("never") });
      await bench.store.files.record([file]);
      expect(await bench.store.files.record([file])).toMatchObject([{ id: 1, known: true }]);
    });

    it("tells a large file by the rule it was begun with", async () => {
      const { bytes, messages, outcome, ...arrival } = madeFile({
        ...first,
        identifier: null,
        sameness: sameness("by-name-and-time"),
      });
      const take = async (claim: string, modifiedAt: number) => {
        const { id } = await bench.store.largeFiles.begin({
          file: { ...arrival, arrival: `${claim}/a.csv`, modifiedAt },
          outcome,
        });
        if ((await bench.store.files.get(id))?.state === "recording")
          await bench.store.largeFiles.add({ file: id, messages });
        return (await bench.store.largeFiles.finish(id)).state;
      };
      expect(bytes.length).toBeGreaterThan(0);
      expect([
        await take("one", 1_000),
        await take("two", 1_001),
        await take("three", 1_001),
      ]).toEqual(["recorded", "recorded", "duplicate"]);
    });

    it("opens a container again that comes under another name, when what lies in it may be meant again", async () => {
      const take = async (claim: string, name: string, repeats: RepeatRule, text: string) => {
        const container = madeFile({
          claim,
          name,
          text: `zip of ${text}`,
          envelope: null,
          messages: [],
        });
        const member = madeFile({
          claim: `${container.arrival}`,
          name: "1",
          text,
          identifier: null,
          sameness: sameness(repeats),
        });
        const recorded = await bench.store.containers.record([
          { file: container, place: null },
          { file: member, place: { container: container.arrival, path: "1" } },
        ]);
        return recorded.map((one) => one.state);
      };
      expect(await take("a", "a.zip", "by-name-and-time", "states")).toEqual([
        "recorded",
        "recorded",
      ]);
      expect(await take("b", "a.zip", "by-name-and-time", "states")).toEqual(["duplicate"]);
      expect(await take("c", "c.zip", "by-name-and-time", "states")).toEqual([
        "recorded",
        "duplicate",
      ]);
      expect(await take("d", "d.zip", "by-bytes", "flows")).toEqual(["recorded", "recorded"]);
      expect(await take("e", "e.zip", "by-bytes", "flows")).toEqual(["duplicate"]);
    });
  });

  describe("a replay", () => {
    const identifier = "S-IF-041-1";
    const replayed = { ...sameness("by-bytes"), replay: true };

    it("is a duplicate of the file with its identifier, whose bytes are others", async () => {
      expect(await state({ identifier, text: "first" })).toBe("recorded");
      expect(await state({ identifier, text: "again", sameness: replayed })).toBe("duplicate of 1");
      expect(await state({ identifier, text: "other" })).toBe("conflict of 1");
    });

    it("stands where what it repeats never came, and that is a duplicate of it", async () => {
      expect(await state({ identifier, text: "again", sameness: replayed })).toBe("recorded");
      expect(await state({ identifier, text: "late" })).toBe("duplicate of 1");
      expect(await state({ identifier: "another", text: "x", sameness: replayed })).toBe(
        "recorded",
      );
    });

    it("repeats nothing that was refused", async () => {
      const problems = [problem(1)];
      expect(await state({ identifier, text: "first", problems })).toBe("rejected");
      expect(await state({ identifier, text: "again", sameness: replayed })).toBe("recorded");
    });

    it.each([
      ["in part", { messages: [{ line: 2, problems: [problem(2)] }] }],
      ["whole", { awaitsRelease: problem(1) }],
    ])("of a file that waits %s is for a person to decide", async (_, waiting) => {
      expect(await state({ identifier, text: "first", ...waiting })).toBe("recorded");
      expect(await state({ identifier, text: "again", sameness: replayed })).toBe("conflict of 1");
      expect(await state({ identifier, text: "first", sameness: replayed })).toBe("duplicate of 1");
    });

    it("is none of a replay that says otherwise", async () => {
      expect(await state({ identifier, text: "again", sameness: replayed })).toBe("recorded");
      expect(await state({ identifier, text: "more", sameness: replayed })).toBe("conflict of 1");
      expect(await state({ identifier, text: "again", sameness: replayed })).toBe("duplicate of 1");
    });

    it("is told in a container that is recorded in pieces, too", async () => {
      await state({ identifier, text: "first" });
      const container = madeFile({ envelope: null, messages: [] });
      const again = madeFile({ identifier, text: "again", sameness: replayed });
      const { bytes, messages, outcome, ...arrival } = container;
      expect(messages).toEqual([]);
      const { id } = await bench.store.containers.begin({
        container: { ...arrival, bytes },
        outcome,
      });
      const place = { container: container.arrival, path: "1" };
      await bench.store.containers.add({
        container: id,
        files: [{ file: { ...again, arrival: `${container.arrival}/1` }, place }],
      });
      await bench.store.containers.finish({ container: id });
      expect(await bench.store.files.get(3)).toMatchObject({ state: "duplicate", otherFile: 1 });
    });

    it("can be taken in beside it by a person", async () => {
      await state({ identifier, text: "first" });
      const again = madeFile({ identifier, text: "again", sameness: replayed });
      await bench.store.files.record([again]);
      await bench.store.files.decide({
        file: 2,
        decision: "keep-both",
        actor: "ann",
        reason: "another fact",
      });
      const { outcome, messages, occurredAt } = again;
      await bench.store.readings.record({ file: 2, outcome, messages, occurredAt });
      expect(await bench.store.files.get(2)).toMatchObject({ state: "recorded" });
      await bench.store.readings.record({ file: 2, outcome, messages, occurredAt });
      expect(await bench.store.files.get(2)).toMatchObject({ state: "recorded" });
    });
  });

  describe("takes in a repeat that a person keeps", () => {
    const keep = async (id: number) => {
      const { occurredAt } = (await bench.store.files.get(id)) ?? { occurredAt: 0 };
      const again = madeFile({ text: "damaged", identifier: null });
      await bench.store.files.decide({
        file: id,
        decision: "keep-both",
        actor: "Ann",
        reason: "looked at again",
      });
      return bench.store.readings.record({
        file: id,
        outcome: again.outcome,
        messages: again.messages,
        occurredAt,
      });
    };

    it("beside the file that it repeats, with events of its own", async () => {
      await state({ text: "damaged" });
      await state({ text: "damaged" });
      await routeAll(bench.store);
      expect(await keep(2)).toMatchObject({ state: "recorded", otherFile: null });
      expect(await routeAll(bench.store)).toBe(1);
      expect((await bench.store.files.get(2))?.decisions).toMatchObject([
        { decision: "keep-both", other: 1, actor: "Ann" },
      ]);
      expect(await state({ text: "damaged" })).toBe("duplicate of 1");
    });

    it("and gives it up and takes it in again when that is decided", async () => {
      await state({ text: "damaged" });
      await state({ text: "damaged" });
      await keep(2);
      await routeAll(bench.store);
      for (const [decision, became] of [
        ["keep-first", "withdrawn"],
        ["keep-both", "recorded"],
      ] as const) {
        bench.now += 1_000;
        const decided = await bench.store.files.decide({
          file: 2,
          decision,
          actor: "Ann",
          reason: "otherwise",
        });
        expect(decided.state).toBe(became);
      }
      expect(
        await bench.store.events.ofProcess({ processType: "metering-point", key: "1200000000011" }),
      ).toHaveLength(2);
    });

    it("refuses any other decision, and leaves one that nobody kept as it is", async () => {
      await state({ text: "damaged" });
      await state({ text: "damaged" });
      for (const decision of ["keep-first", "replace"] as const)
        await expect(
          bench.store.files.decide({ file: 2, decision, actor: "Ann", reason: "x" }),
        ).rejects.toThrow(/repeats an active file/);
      const again = madeFile({ text: "damaged", identifier: null });
      expect(
        await bench.store.readings.record({
          file: 2,
          outcome: again.outcome,
          messages: again.messages,
          occurredAt: 500,
        }),
      ).toMatchObject({
        state: "duplicate",
      });
    });
  });

  describe("identifiers that begin anew", () => {
    const sent = (text: string, occurredAt: number) =>
      state({
        identifier: "0000000001",
        text,
        occurredAt,
        sameness: { repeats: "by-bytes", identityWithinMs: 365 * day },
      });

    it("are another file's after the span, and a conflict within it", async () => {
      expect(await sent("2025", 0)).toBe("recorded");
      expect(await sent("2026", 365 * day)).toBe("recorded");
      expect(await sent("2026 corrected", 366 * day)).toBe("conflict of 2");
      expect(await sent("2024, late", -365 * day)).toBe("recorded");
    });
  });
}
