import { describe, expect, it } from "vitest";
import type { Bench } from "../conformance.ts";
import { madeFile, problem } from "../made-file.ts";

const refused = { problems: [problem(1)] };

/** Refused files in whose place a corrected one stands. */
export function supersedesRefused(bench: Bench): void {
  const stuck = async () =>
    (await Array.fromAsync(bench.store.stuck.list({ dismissed: true }))).map(({ item }) => item);
  const successorOf = async (id: number) => (await bench.store.files.get(id))?.successor ?? null;

  describe("takes a refused file as superseded", () => {
    it("once one with its sender, flow and identifier stands", async () => {
      await bench.store.files.record([
        madeFile({ identifier: "7", ...refused }),
        madeFile({ identifier: "7", ...refused }),
        madeFile({ identifier: "8", ...refused }),
      ]);
      expect(await stuck()).toEqual(["file 1", "file 2", "file 3"]);
      await bench.store.files.record([madeFile({ identifier: "7" })]);
      expect(await stuck()).toEqual(["file 3"]);
      expect((await bench.store.reports.counts()).stuck).toBe(1);
      expect([await successorOf(1), await successorOf(2), await successorOf(3)]).toEqual([
        4,
        4,
        null,
      ]);
      expect(await bench.store.stuck.at([{ kind: "rejected", number: 1 }])).toEqual([]);
    });

    it("not by one that stood before it, nor by one that does not stand", async () => {
      await bench.store.files.record([
        madeFile({ identifier: "7" }),
        madeFile({ identifier: "7", ...refused }),
        madeFile({ identifier: "9", ...refused }),
        madeFile({ identifier: "9", ...refused }),
        madeFile({ identifier: null, ...refused }),
        madeFile({ identifier: null }),
      ]);
      expect(await stuck()).toEqual(["file 2", "file 3", "file 4", "file 5"]);
      expect(await successorOf(1)).toBeNull();
    });

    it("of several files only once each of them stands", async () => {
      await bench.store.files.record([
        madeFile({ identifier: "7", furtherParts: ["8", "7", "9"], ...refused }),
        madeFile({ identifier: "7", furtherParts: ["8", null], ...refused }),
        madeFile({ identifier: "7" }),
        madeFile({ identifier: "8" }),
      ]);
      expect(await stuck()).toEqual(["file 1", "file 2"]);
      expect(
        await bench.store.search.find({ range: { from: "8", to: "8" }, limit: 9 }),
      ).toMatchObject({ filesIdentified: [4, 2, 1] });
      await bench.store.files.record([madeFile({ identifier: "9" })]);
      expect(await stuck()).toEqual(["file 2"]);
      expect([await successorOf(1), await successorOf(2)]).toEqual([3, null]);
    });

    it("by the one that is put in the place of its successor", async () => {
      await bench.store.files.record([
        madeFile({ identifier: "7", ...refused }),
        madeFile({ identifier: "7" }),
        madeFile({ identifier: "7" }),
      ]);
      expect(await stuck()).toEqual(["file 3"]);
      await bench.store.files.decide({
        file: 3,
        decision: "replace",
        actor: "ann",
        reason: "the newer one",
      });
      expect([await stuck(), await successorOf(1)]).toEqual([[], 3]);
    });

    it("not by one of a sender that counts anew, sent as far apart as it says", async () => {
      const sameness = { repeats: "by-bytes", identityWithinMs: 1_000 } as const;
      await bench.store.files.record([
        madeFile({ identifier: "7", occurredAt: 500, sameness, ...refused }),
        madeFile({ identifier: "7", occurredAt: 1_500, sameness }),
      ]);
      expect(await stuck()).toEqual(["file 1"]);
      await bench.store.files.record([
        madeFile({ identifier: "8", occurredAt: 500, sameness, ...refused }),
        madeFile({ identifier: "8", occurredAt: 1_499, sameness }),
      ]);
      expect(await stuck()).toEqual(["file 1"]);
      expect(await successorOf(3)).toBe(4);
    });
  });
}
