import { beforeEach, describe, expect, it } from "vitest";
import type { ActionDecision, ActionFilter } from "../../../src/store/port/actions/action-store.ts";
import type { Bench } from "../conformance.ts";
import { done, failed, type PlannedEvent, planActions, roomFor } from "../planned-actions.ts";

/** What people see of actions, and decide about them. */
export function decidesActions(bench: Bench): void {
  describe("decides about actions", () => {
    let token = 0;

    beforeEach(async () => {
      ({ token } = await bench.store.leases.take({ forMs: 1_000, alone: true }));
    });

    const plan = (...wishes: PlannedEvent[]) => planActions(bench.store, wishes);
    const claim = async () => {
      const { claimed } = await bench.store.actions.claim({ token, ended: [], room: roomFor(10) });
      return claimed;
    };
    const end = (ended: Parameters<typeof bench.store.actions.claim>[0]["ended"]) =>
      bench.store.actions.claim({ token, ended, room: roomFor(0) });
    const decide = (
      id: number,
      decision: ActionDecision | "cancel" | "skip" | "retry" | "force" | "release",
    ) =>
      bench.store.actions.decide({
        id,
        decision: typeof decision === "string" ? { kind: decision } : decision,
        actor: "ann",
        reason: "because",
      });
    const listed = async (filter: ActionFilter) =>
      (await Array.fromAsync(bench.store.actions.list(filter))).map(({ id }) => id);

    it("cancels and skips what is not done yet, and keeps who and why", async () => {
      await plan({ key: "A", actions: ["print", "post"] });
      expect(await decide(1, "cancel")).toMatchObject({ state: "cancelled", reason: "because" });
      expect(await decide(2, "skip")).toMatchObject({ state: "skipped" });
      expect(await claim()).toEqual([]);
      expect(await bench.store.actions.get(1)).toMatchObject({
        interventions: [
          { kind: "cancel", actor: "ann", reason: "because", at: 10_000, made: null },
        ],
      });
    });

    it("tries a failed one again with all its attempts before it", async () => {
      await plan({ key: "A", actions: ["print"] });
      await end((await claim()).map((action) => failed(action)));
      expect(await bench.store.actions.get(1)).toMatchObject({ state: "failed", reason: "no ink" });
      expect(await decide(1, "retry")).toMatchObject({ state: "planned", attempts: 1 });
      expect(await claim()).toMatchObject([{ attempt: 2, tries: 1 }]);
    });

    it("tries all failed ones of a name again", async () => {
      await plan(
        { key: "A", actions: ["print"] },
        { key: "B", actions: ["print"] },
        { key: "C", actions: ["post"] },
      );
      await end((await claim()).map((action) => failed(action)));
      const count = await bench.store.actions.retryFailed({
        queue: { name: "print" },
        actor: "ann",
        reason: "ink came",
      });
      expect(count).toBe(2);
      expect(await claim()).toHaveLength(2);
      expect(
        await bench.store.actions.retryFailed({
          queue: { name: "print" },
          actor: "ann",
          reason: "again",
        }),
      ).toBe(0);
      const other = { name: "post", processType: "order" };
      expect(
        await bench.store.actions.retryFailed({ queue: other, actor: "ann", reason: "x" }),
      ).toBe(0);
    });

    it("does one once more as a row of its own, which is planned once ever like the first", async () => {
      const verdicts = [{ condition: "wanted", holds: true, saw: { wanted: "yes" } }];
      await plan({ key: "A", actions: ["print"], plan: { verdicts } });
      await end((await claim()).map(done));
      expect(await decide(1, "force")).toMatchObject({ id: 2, nth: 1, state: "planned", event: 1 });
      expect(await claim()).toMatchObject([{ id: 2 }]);
      await expect(decide(2, "force")).rejects.toThrow("is running and cannot be done once more");
      expect(await bench.store.actions.get(2)).toMatchObject({ madeFor: 1, verdicts });
      expect(await bench.store.actions.get(1)).toMatchObject({
        state: "done",
        interventions: [{ kind: "force", made: 2 }],
      });
    });

    it("releases one that needs review", async () => {
      await plan({
        key: "A",
        actions: ["print"],
        plan: { state: "needs-review", reason: "came late" },
      });
      expect(await decide(1, "release")).toMatchObject({ state: "planned" });
      expect(await claim()).toMatchObject([{ id: 1 }]);
    });

    it("undoes a done one once, by its opposite", async () => {
      await plan({ key: "A", actions: ["print"] });
      const undo = { kind: "undo", opposite: "shred" } as const;
      await expect(decide(1, undo)).rejects.toThrow("only one that is done can");
      await end((await claim()).map(done));
      expect(await decide(1, undo)).toMatchObject({
        id: 2,
        name: "shred",
        reason: "undoes action 1",
      });
      await expect(decide(1, undo)).rejects.toThrow("undone already, by action 2");
      await decide(2, "cancel");
      expect(await decide(1, undo)).toMatchObject({ id: 3, nth: 2 });
    });

    it("refuses what the state of an action does not allow, and changes nothing", async () => {
      await plan({ key: "A", actions: ["print"] });
      await claim();
      await expect(decide(1, "cancel")).rejects.toThrow("Wait until it has ended");
      await expect(decide(1, "retry")).rejects.toThrow(
        "Action 1 is running and cannot be tried again: only one that is failed or planned can.",
      );
      await expect(decide(7, "skip")).rejects.toThrow("no action 7");
      expect((await bench.store.actions.get(1))?.interventions).toEqual([]);
    });

    it("lets go what waited behind one that a person takes away", async () => {
      await plan({ key: "A", actions: ["print"] }, { key: "A", actions: ["print"] });
      const [first] = await claim();
      await claim();
      if (first === undefined) throw new Error("one was claimed");
      await end([failed(first, 60_000)]);
      await decide(1, "cancel");
      expect(await claim()).toMatchObject([{ id: 2 }]);
    });

    it("lists by state, name, type and key, the newest when there are many", async () => {
      await plan({ key: "A", actions: ["print", "post"] }, { key: "B", actions: ["print"] });
      await decide(1, "cancel");
      expect(await listed({})).toEqual([1, 2, 3]);
      expect(await listed({ state: "planned" })).toEqual([2, 3]);
      expect(await listed({ name: "print" })).toEqual([1, 3]);
      expect(await listed({ key: "A", state: "cancelled" })).toEqual([1]);
      expect(await listed({ processType: "order" })).toEqual([]);
      expect(await listed({ limit: 2 })).toEqual([2, 3]);
      await end((await claim()).map((action) => failed(action)));
      expect(await listed({ state: "failed" })).toEqual([2, 3]);
      expect(await listed({ state: "failed", limit: 1 })).toEqual([2]);
      expect(await listed({ state: "running" })).toEqual([]);
    });
  });
}
