import { describe, expect, it } from "vitest";
import type { BrakeScope } from "../../../src/core/hold/brake.ts";
import type { Bench } from "../conformance.ts";

const intake: BrakeScope = { stage: "intake", channel: null, type: null, name: null };
const inbox: BrakeScope = { ...intake, channel: "inbox" };

/** What people hold, and who let it go again. */
export function keepsBrakes(bench: Bench): void {
  describe("keeps brakes", () => {
    it("keeps a brake on, with who and why, until it is taken off", async () => {
      const brake = await bench.store.hold(inbox, "ann", "it repeats a day");
      expect(brake).toMatchObject({ ...inbox, actor: "ann", reason: "it repeats a day" });
      expect(brake.since).toBe(10_000);
      await bench.reopen();
      expect(await bench.store.brakes()).toEqual([brake]);
      expect(await bench.store.release(inbox, "bob", "mended")).toEqual(brake);
      expect(await bench.store.brakes()).toEqual([]);
      expect(await bench.store.release(inbox, "bob", "mended")).toBeNull();
    });

    it("has one for a scope: the first stands, and another scope has its own", async () => {
      const first = await bench.store.hold(inbox, "ann", "one");
      expect(await bench.store.hold(inbox, "bob", "two")).toEqual(first);
      const all = await bench.store.hold(intake, "bob", "two");
      expect(await bench.store.brakes()).toEqual([first, all]);
      await bench.store.release(intake, "bob", "done");
      expect(await bench.store.brakes()).toEqual([first]);
      expect((await bench.store.hold(intake, "ann", "again")).id).not.toBe(all.id);
    });
  });
}
