import { describe, expect, it } from "vitest";
import type { ProcessFilter } from "../../../src/store/port/processes/process-store.ts";
import type { Bench } from "../conformance.ts";
import { madeFile, routeAll } from "../made-file.ts";

/** Many processes read whole, at once. */
export function readsHistories(bench: Bench): void {
  /** Ten processes of twelve events; some files clash, and the second takes the place of the first. */
  async function fill(): Promise<void> {
    for (let round = 0; round < 12; round += 1) {
      bench.now += 1_000;
      const messages = Array.from({ length: 10 }, (_, key) => ({ line: key + 2, key: `K${key}` }));
      await bench.store.files.record([
        madeFile({ messages, identifier: `F${round}`, occurredAt: 90_000 - round * (round % 5) }),
      ]);
      await routeAll(bench.store);
    }
    await bench.store.files.record([
      madeFile({ identifier: "F3", messages: [{ line: 2, key: "K0" }], text: "other" }),
    ]);
    await bench.store.files.decide({
      file: 13,
      decision: "replace",
      actor: "ann",
      reason: "the first was wrong",
    });
    await routeAll(bench.store);
  }

  describe("reads many processes whole", () => {
    it("each as it is read by itself", async () => {
      await fill();
      const names = await bench.store.processes.after({ after: 0, limit: 100 });
      expect(names.map(({ key }) => key)).toEqual(
        Array.from({ length: 10 }, (_, key) => `K${key}`),
      );
      const all = await bench.store.processes.histories(names.map(({ process }) => process));
      expect(all.size).toBe(10);
      for (const { process, type, key } of names) {
        expect(all.get(process)).toEqual(await bench.store.processes.history(process));
        expect(all.get(process)?.events).toEqual(
          await bench.store.events.ofProcess({ processType: type, key }),
        );
      }
      expect(all.get(1)?.events).toHaveLength(12);
      expect(all.get(2)?.events).toHaveLength(11);
    });

    it("in pages, by type and by when they were last heard of", async () => {
      await fill();
      const numbers = async (after: number, limit: number, filter?: ProcessFilter) =>
        (await bench.store.processes.after({ after, limit, filter })).map(({ process }) => process);
      expect(await numbers(0, 3)).toEqual([1, 2, 3]);
      expect(await numbers(8, 3)).toEqual([9, 10]);
      expect(await numbers(0, 3, { type: "order" })).toEqual([]);
      bench.now += 1_000;
      await bench.store.files.record([madeFile({ messages: [{ line: 2, key: "K4" }] })]);
      await routeAll(bench.store);
      expect(await numbers(0, 9, { since: bench.now })).toEqual([5]);
    });
  });
}
