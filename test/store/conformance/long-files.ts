import { describe, expect, it } from "vitest";
import type { Bench } from "../conformance.ts";
import { madeFile, route, routeAll } from "../made-file.ts";

/** More than a store would count each time it is asked. */
const many = 10_500;

/** Files of so many messages that they take many batches. */
export function keepsLongFiles(bench: Bench): void {
  const long = () =>
    madeFile({
      identifier: "7",
      messages: Array.from({ length: many }, (_, at) => ({ line: at + 2, key: `K${at % 5}` })),
    });

  async function routeOnce(): Promise<number[]> {
    const batches = await bench.store.routes.waiting({ limit: 1_000 });
    await bench.store.routes.record(batches.map(route));
    return batches.map(({ file }) => file);
  }

  describe("keeps long files", () => {
    it("routes small files before what is left of one", async () => {
      await bench.store.files.record([long()]);
      expect(await routeOnce()).toEqual([1]);
      await bench.store.files.record([madeFile(), madeFile()]);
      expect(await routeOnce()).toEqual([2, 3, 1]);
      expect(await routeOnce()).toEqual([1]);
      await routeAll(bench.store, 1_000);
      const events = await Array.fromAsync(bench.store.events.list({ file: 1 }));
      expect(events.map(({ line }) => line)).toEqual(
        Array.from({ length: many }, (_, at) => at + 2),
      );
    });

    it("counts their events as they come and when they are void", async () => {
      await bench.store.files.record([long()]);
      await routeOnce();
      expect((await bench.store.files.get(1))?.events).toBe(1_000);
      await routeAll(bench.store, 1_000);
      expect((await bench.store.files.get(1))?.events).toBe(many);
      await bench.store.files.record([madeFile({ identifier: "7" })]);
      await bench.store.files.decide({
        file: 2,
        decision: "replace",
        actor: "Ann",
        reason: "resent",
      });
      expect((await bench.store.files.get(1))?.events).toBe(0);
    });
  });
}
