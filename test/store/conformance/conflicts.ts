import { describe, expect, it } from "vitest";
import type { Bench } from "../conformance.ts";
import { madeFile, routeAll } from "../made-file.ts";

/** A person decides between two files that claim to be the same. */
export function settlesConflicts(bench: Bench): void {
  const clash = async () => {
    const messages = [{ line: 2, key: "A" }];
    await bench.store.recordFiles([
      madeFile({ identifier: "7", text: "first", messages }),
      madeFile({ identifier: "7", text: "second", messages: [{ line: 2, key: "B" }] }),
    ]);
    await routeAll(bench.store);
  };

  const keys = async () =>
    (await Array.fromAsync(bench.store.events())).map((event) =>
      event.void === true ? `(${event.key})` : event.key,
    );

  describe("settles conflicts", () => {
    it("shows what clashes with what", async () => {
      await clash();
      expect(await Array.fromAsync(bench.store.stuck())).toMatchObject([
        { kind: "conflict", file: 2, message: null, reason: expect.stringContaining("File 1 ") },
      ]);
    });

    it("keeps the first and withdraws the second", async () => {
      await clash();
      expect(await bench.store.decideConflict(2, "keep-first", "Ann", "resent")).toMatchObject({
        state: "withdrawn",
        otherFile: 1,
      });
      expect(await routeAll(bench.store)).toBe(0);
      expect(await keys()).toEqual(["A"]);
      expect((await bench.store.counts()).stuck).toBe(0);
    });

    it("keeps both", async () => {
      await clash();
      expect(await bench.store.decideConflict(2, "keep-both", "Ann", "two meters")).toMatchObject({
        state: "recorded",
        otherFile: null,
      });
      expect(await routeAll(bench.store)).toBe(1);
      expect(await keys()).toEqual(["A", "B"]);
    });

    it("puts the second in the place of the first, whose events become void", async () => {
      await clash();
      expect(await bench.store.decideConflict(2, "replace", "Ann", "corrected")).toMatchObject({
        state: "recorded",
      });
      expect(await bench.store.file(1)).toMatchObject({
        state: "withdrawn",
        otherFile: 2,
        events: 0,
      });
      expect(await routeAll(bench.store)).toBe(1);
      expect(await keys()).toEqual(["(A)", "B"]);
      expect(await bench.store.eventsOf("metering-point", "A")).toEqual([]);
      expect(await bench.store.processesByKey("A")).toEqual([]);
      expect(await bench.store.processesByKey("B")).toHaveLength(1);
    });

    it("never routes what waited in a file that was replaced", async () => {
      const messages = [
        { line: 2, key: "A" },
        { line: 4, key: "A" },
      ];
      await bench.store.recordFiles([
        madeFile({ identifier: "7", messages }),
        madeFile({ identifier: "7" }),
      ]);
      await bench.store.decideConflict(2, "replace", "Ann", "corrected");
      expect(await routeAll(bench.store)).toBe(1);
    });

    it("takes the bytes of a replaced file, should they come again, as a conflict", async () => {
      await clash();
      await bench.store.decideConflict(2, "replace", "Ann", "corrected");
      const again = madeFile({ identifier: "7", text: "first" });
      expect(await bench.store.recordFiles([again])).toMatchObject([
        { state: "conflict", otherFile: 2 },
      ]);
    });

    it("makes a sighting of a second copy of bytes that were let through meanwhile", async () => {
      await clash();
      await bench.store.recordFiles([madeFile({ identifier: "7", text: "second" })]);
      await bench.store.decideConflict(2, "keep-both", "Ann", "two meters");
      expect(await bench.store.decideConflict(3, "keep-both", "Ann", "again")).toMatchObject({
        state: "duplicate",
        otherFile: 2,
      });
    });

    it("refuses to decide what is no conflict", async () => {
      await clash();
      await expect(bench.store.decideConflict(1, "keep-both", "Ann", "")).rejects.toThrow(
        "File 1 is recorded, not in conflict: there is nothing to decide.",
      );
      await expect(bench.store.decideConflict(9, "keep-both", "Ann", "")).rejects.toThrow(
        "There is no file 9 in the store.",
      );
    });
  });
}
