import { describe, expect, it } from "vitest";
import type { Bench } from "../conformance.ts";
import { madeFile, route } from "../made-file.ts";

const hour = 3_600_000;

/** Sums over everything. */
export function reportsSums(bench: Bench): void {
  /** An event of a type on a process, sent at an hour and recorded at a moment. */
  async function happens(key: string, eventType: string, sentHour: number, at: number) {
    bench.now = at;
    await bench.store.files.record([
      madeFile({ occurredAt: sentHour * hour, messages: [{ line: 2, key }] }),
    ]);
    const batches = (await bench.store.routes.waiting({ limit: 10 })).map(route);
    await bench.store.routes.record(
      batches.map((routed) => ({
        ...routed,
        events: routed.events.map((event) => ({ ...event, eventType })),
      })),
    );
  }

  describe("reports", () => {
    it("how many events of which type, hour and sender there are, and since when", async () => {
      await happens("A", "ASKED", 10, 20_000);
      await happens("B", "ASKED", 10, 30_000);
      await happens("A", "ANSWERED", 12, 40_000);
      const counted = { processType: "metering-point", hour: 10, type: "ASKED" };
      expect(await bench.store.reports.events({ filter: {}, bySender: false })).toEqual([
        { ...counted, sender: null, events: 2 },
        { ...counted, type: "ANSWERED", hour: 12, sender: null, events: 1 },
      ]);
      expect(
        await bench.store.reports.events({ filter: { since: 30_000 }, bySender: true }),
      ).toEqual([
        { ...counted, sender: "D:MADE", events: 1 },
        { ...counted, type: "ANSWERED", hour: 12, sender: "D:MADE", events: 1 },
      ]);
      expect(
        await bench.store.reports.events({ filter: { since: 40_001 }, bySender: false }),
      ).toEqual([]);
      expect(
        await bench.store.reports.events({ filter: { processType: "order" }, bySender: false }),
      ).toEqual([]);
    });

    it("how long processes took from one event to another", async () => {
      await happens("A", "ANSWERED", 9, 20_000);
      await happens("A", "ASKED", 10, 30_000);
      await happens("A", "ANSWERED", 15, 40_000);
      await happens("A", "ANSWERED", 13, 50_000);
      await happens("B", "ASKED", 10, 60_000);
      await happens("C", "ANSWERED", 10, 70_000);
      expect(
        await bench.store.reports.durations({ filter: {}, from: "ASKED", to: "ANSWERED" }),
      ).toEqual([3 * hour]);
      expect(
        await bench.store.reports.durations({ filter: {}, from: "ASKED", to: "ASKED" }),
      ).toEqual([]);
    });
  });
}
