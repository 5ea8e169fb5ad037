import { describe, expect, it } from "vitest";
import type { SequenceClaim } from "../../../src/core/file/sequence.ts";
import type { Bench } from "../conformance.ts";
import { envelope, madeFile, problem, type Wish } from "../made-file.ts";

/** The running numbers of a sender's files. */
export function countsSequences(bench: Bench): void {
  describe("counts sequences", () => {
    function numbered(number: number, wish: Wish & Partial<SequenceClaim> = {}) {
      const { check = "warn", onGap = "pass", waitForMs = 60_000, ...rest } = wish;
      return madeFile({ ...rest, sequence: { number, check, onGap, waitForMs } });
    }

    /** Records the file alone; gives its state and what is said of its number. */
    async function record(number: number, wish: Wish & Partial<SequenceClaim> = {}) {
      const [recorded] = await bench.store.files.record([numbered(number, wish)]);
      return said(recorded !== undefined && "id" in recorded ? recorded.id : 0);
    }

    async function said(id: number): Promise<string> {
      const file = await bench.store.files.get(id);
      const codes = (file?.problems ?? []).map(({ code, severity }) => `${severity} ${code}`);
      return [file?.state, ...codes].join(", ");
    }

    it("says nothing of numbers that follow each other", async () => {
      expect(await record(7)).toBe("recorded");
      expect(await record(8)).toBe("recorded");
      expect(await record(9)).toBe("recorded");
    });

    it("names what is missing, and knows it when it comes", async () => {
      await record(7);
      expect(await record(10)).toBe("recorded, warning SEQUENCE_GAP");
      const problems = (await bench.store.files.get(2))?.problems ?? [];
      expect(problems[0]?.message).toContain("8, 9 are missing");
      expect(await record(8)).toBe("recorded, warning SEQUENCE_OVERTAKEN");
      expect(await record(11)).toBe("recorded");
    });

    it("tells a repeat with other bytes from the same bytes again", async () => {
      await record(7, { text: "one" });
      expect(await record(7, { text: "other" })).toBe("recorded, warning SEQUENCE_REPEAT");
      expect(await record(7, { text: "one" })).toBe("duplicate");
      expect(await record(8)).toBe("recorded");
    });

    it("leaves a corrected file with the same identifier and number to a person, where it is strict", async () => {
      const strict = { check: "strict" } as const;
      const wish = { identifier: "475656", ...strict };
      await record(7, { ...wish, text: "one" });
      expect(await record(7, { ...wish, text: "corrected" })).toBe(
        "conflict, warning SEQUENCE_REPEAT",
      );
      await bench.store.files.decide({
        file: 2,
        decision: "replace",
        actor: "Ann",
        reason: "corrected",
      });
      expect(await said(2)).toMatch(/^recorded/);
      expect(await record(8, strict)).toBe("recorded");
    });

    it("counts each sender and flow for itself", async () => {
      await record(7);
      const other = { ...envelope("A1"), flow: "D0019" };
      expect(await record(100, { envelope: other })).toBe("recorded");
      const another = { ...envelope("A2"), from: { role: "P", participant: "MADE" } };
      expect(await record(200, { envelope: another })).toBe("recorded");
    });

    it("counts test data apart from live data", async () => {
      const trial = { ...envelope("T1"), testFlag: "TR01" };
      await record(812);
      expect(await record(1, { envelope: trial })).toBe("recorded");
      expect(
        await record(2, { envelope: { ...trial, fileIdentifier: "T2", testFlag: "TR06" } }),
      ).toBe("recorded");
      expect(await record(813)).toBe("recorded");
      expect(await record(4, { envelope: { ...trial, fileIdentifier: "T4" } })).toBe(
        "recorded, warning SEQUENCE_GAP",
      );
    });

    describe("that begin anew", () => {
      const dayMs = 86_400_000;
      const newYear = Date.UTC(2027, 0, 1);
      const yearly = (occurredAt: number) =>
        ({
          occurredAt,
          check: "strict",
          sameness: { repeats: "by-bytes", identityWithinMs: 300 * dayMs },
        }) as const;

      it("finds no gap and no repeat in the numbers of the new year, and both within it", async () => {
        for (const [number, day] of [
          [1, 0],
          [2, 100],
          [3, 200],
          [4, 363],
        ] as const)
          expect(await record(number, yearly(newYear - 364 * dayMs + day * dayMs))).toBe(
            "recorded",
          );
        expect(await record(1, yearly(newYear + dayMs))).toBe("recorded");
        expect(await record(2, yearly(newYear + 2 * dayMs))).toBe("recorded");
        expect(await record(2, yearly(newYear + 3 * dayMs))).toBe(
          "rejected, error SEQUENCE_REPEAT",
        );
        expect(await record(4, yearly(newYear + 3 * dayMs))).toBe("rejected, error SEQUENCE_GAP");
        expect(await record(3, yearly(newYear + 3 * dayMs))).toBe("recorded");
      });

      it("knows them where only the end of the old year is here, and tells an overtaken file by when it was sent", async () => {
        expect(await record(8_000, yearly(newYear - 2 * dayMs))).toBe("recorded");
        expect(await record(8_002, { ...yearly(newYear - dayMs), check: "warn" })).toBe(
          "recorded, warning SEQUENCE_GAP",
        );
        expect(await record(1, yearly(newYear + dayMs))).toBe("recorded");
        expect(await record(2, yearly(newYear + 2 * dayMs))).toBe("recorded");
        const late = { ...yearly(newYear - 3 * dayMs), check: "warn" } as const;
        expect(await record(7_999, late)).toBe("recorded, warning SEQUENCE_OVERTAKEN");
        expect(await record(3, yearly(newYear + 3 * dayMs))).toBe("recorded");
      });

      it("still waits for what was missing at the end of the old year, and for nothing of it in the new", async () => {
        const waits = { check: "warn", onGap: "wait" } as const;
        await record(8_000, { ...yearly(newYear - 2 * dayMs), ...waits });
        await record(8_002, { ...yearly(newYear - dayMs), ...waits });
        await record(1, { ...yearly(newYear + dayMs), ...waits });
        await record(2, { ...yearly(newYear + 2 * dayMs), ...waits });
        expect(await bench.store.gaps.list()).toMatchObject([
          { sender: "D:MADE", from: 8_001, to: 8_001 },
        ]);
        await record(8_001, { ...yearly(newYear - 1.5 * dayMs), ...waits });
        expect(await bench.store.gaps.list()).toEqual([]);
      });

      it("finds a repeat where identifiers are for ever", async () => {
        await record(1, { check: "strict", occurredAt: newYear - 364 * dayMs });
        expect(await record(1, { check: "strict", occurredAt: newYear })).toBe(
          "rejected, error SEQUENCE_REPEAT",
        );
      });
    });

    it("takes files that came together in the order of their numbers", async () => {
      await bench.store.files.record([numbered(3), madeFile(), numbered(1), numbered(2)]);
      const files = await Array.fromAsync(bench.store.files.list());
      expect(files.flatMap(({ problems }) => problems)).toEqual([]);
    });

    it("lets a refused file fill its number, and the mended one take it", async () => {
      await record(7);
      expect(await record(8, { problems: [problem(1)] })).toBe("rejected, error BAD_DATE");
      expect(await record(9)).toBe("recorded");
      expect(await record(8)).toBe("recorded");
    });

    it("lets a file in conflict fill its number", async () => {
      await record(7, { identifier: "SAME" });
      expect(await record(8, { identifier: "SAME" })).toBe("conflict");
      expect(await record(9)).toBe("recorded");
    });

    it("refuses what is out of place where that is strict, and leaves its number free", async () => {
      const strict = { check: "strict" } as const;
      await record(7, strict);
      expect(await record(9, strict)).toBe("rejected, error SEQUENCE_GAP");
      expect(await record(7, strict)).toBe("rejected, error SEQUENCE_REPEAT");
      expect(await record(6, strict)).toBe("rejected, error SEQUENCE_OVERTAKEN");
      expect(await record(8, strict)).toBe("recorded");
      expect(await record(9, strict)).toBe("recorded");
    });

    it("takes a file refused for a gap once the gap is closed and it is read again", async () => {
      await record(7, { check: "strict" });
      const file = numbered(9, {
        check: "strict",
        messages: [{ line: 2, problems: [problem(2)] }],
      });
      await bench.store.files.record([file]);
      expect(await said(2)).toBe("rejected, error SEQUENCE_GAP, error BAD_DATE");
      await record(8, { check: "strict" });
      await bench.store.readings.record({
        file: 2,
        outcome: file.outcome,
        messages: file.messages,
        occurredAt: 500,
      });
      expect(await said(2)).toBe("recorded, error BAD_DATE");
      expect(await record(10, { check: "strict" })).toBe("recorded");
    });

    it("keeps what was said of a file's number when it is read again", async () => {
      await record(7);
      const gap = numbered(9);
      const refused = numbered(10, { problems: [problem(1)] });
      await bench.store.files.record([gap]);
      await bench.store.files.record([refused]);
      await record(11);
      await bench.store.readings.record({
        file: 2,
        outcome: gap.outcome,
        messages: gap.messages,
        occurredAt: 500,
      });
      expect(await said(2)).toBe("recorded, warning SEQUENCE_GAP");
      await bench.store.readings.record({
        file: 3,
        outcome: { ...refused.outcome, problems: [] },
        messages: [],
        occurredAt: 500,
      });
      expect(await said(3)).toBe("recorded");
    });

    it("counts large files, and forgets those never finished", async () => {
      await record(7);
      const large = numbered(8);
      await bench.store.largeFiles.begin({ file: large, outcome: large.outcome });
      await bench.reopen();
      expect(await bench.store.files.dropUnfinished()).toBe(1);
      expect(await record(9)).toBe("recorded, warning SEQUENCE_GAP");
      const again = numbered(10);
      const { id } = await bench.store.largeFiles.begin({ file: again, outcome: again.outcome });
      await bench.store.largeFiles.finish(id);
      expect(await record(11)).toBe("recorded");
      const strict = numbered(20, { check: "strict" });
      expect(
        (await bench.store.largeFiles.begin({ file: strict, outcome: strict.outcome })).state,
      ).toBe("rejected");
    });
  });
}
