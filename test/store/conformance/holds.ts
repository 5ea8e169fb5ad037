import { describe, expect, it } from "vitest";
import type { HoldScope } from "../../../src/core/hold/hold.ts";
import type { Bench } from "../conformance.ts";

const intake: HoldScope = { stage: "intake", channel: null, type: null, name: null };
const inbox: HoldScope = { ...intake, channel: "inbox" };

/** What people hold, and who let it go again. */
export function keepsHolds(bench: Bench): void {
  describe("keeps holds", () => {
    it("keeps a hold on, with who and why, until it is taken off", async () => {
      const hold = await bench.store.holds.place({
        scope: inbox,
        actor: "ann",
        reason: "it repeats a day",
      });
      expect(hold).toMatchObject({ ...inbox, actor: "ann", reason: "it repeats a day" });
      expect(hold.since).toBe(10_000);
      await bench.reopen();
      expect(await bench.store.holds.list()).toEqual([hold]);
      expect(
        await bench.store.holds.release({ scope: inbox, actor: "bob", reason: "mended" }),
      ).toEqual(hold);
      expect(await bench.store.holds.list()).toEqual([]);
      expect(
        await bench.store.holds.release({ scope: inbox, actor: "bob", reason: "mended" }),
      ).toBeNull();
    });

    it("has one for a scope: the first stands, and another scope has its own", async () => {
      const first = await bench.store.holds.place({ scope: inbox, actor: "ann", reason: "one" });
      expect(await bench.store.holds.place({ scope: inbox, actor: "bob", reason: "two" })).toEqual(
        first,
      );
      const all = await bench.store.holds.place({ scope: intake, actor: "bob", reason: "two" });
      expect(await bench.store.holds.list()).toEqual([first, all]);
      await bench.store.holds.release({ scope: intake, actor: "bob", reason: "done" });
      expect(await bench.store.holds.list()).toEqual([first]);
      expect(
        (await bench.store.holds.place({ scope: intake, actor: "ann", reason: "again" })).id,
      ).not.toBe(all.id);
    });
  });
}
