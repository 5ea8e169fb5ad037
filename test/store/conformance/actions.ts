import { beforeEach, describe, expect, it } from "vitest";
import type { ActionState } from "../../../src/core/action/ledger.ts";
import type {
  ActionRoom,
  EndedAttempt,
  ReadyEffect,
  TurnTaken,
} from "../../../src/store/port/actions/action-store.ts";
import type { Bench } from "../conformance.ts";
import { done, failed, type PlannedEvent, planActions, roomFor } from "../planned-actions.ts";

const leaseMs = 1_000;

/** The ledger of actions: claiming, ending, leases. */
export function runsActions(bench: Bench): void {
  describe("runs actions", () => {
    let token = 0;

    beforeEach(async () => {
      ({ token } = await bench.store.leases.take({ forMs: leaseMs, alone: true }));
    });

    const plan = (...wishes: PlannedEvent[]) => planActions(bench.store, wishes);
    const turn = (ended: EndedAttempt[] = [], room: ActionRoom = roomFor(10)): Promise<TurnTaken> =>
      bench.store.actions.claim({ token, ended, room });
    const names = ({ claimed }: TurnTaken) => claimed.map(({ key, name }) => `${key} ${name}`);
    const states = async (): Promise<ActionState[]> =>
      (await Array.fromAsync(bench.store.actions.list())).map(({ state }) => state);

    it("claims what is due with what it needs to be run", async () => {
      await plan({ key: "A", actions: ["print"] });
      const { claimed, nextInMs } = await turn();
      expect(claimed).toMatchObject([
        {
          id: 1,
          name: "print",
          processType: "metering-point",
          key: "A",
          attempt: 1,
          tries: 1,
          event: { seq: 1, type: "D0010_RECEIVED", key: "A" },
          build: { definitionVersion: 1, state: '{"key":"A"}' },
        },
      ]);
      expect(nextInMs).toBeNull();
      expect((await turn()).claimed).toEqual([]);
      expect(await bench.store.actions.get(1)).toMatchObject({
        state: "running",
        startedAt: 10_000,
      });
    });

    it("leaves alone what is skipped or needs review", async () => {
      await plan({
        key: "A",
        actions: ["print"],
        plan: { state: "skipped", reason: "not: wanted" },
      });
      await plan({ key: "B", actions: ["print"], plan: { state: "needs-review", reason: "late" } });
      expect((await turn()).claimed).toEqual([]);
      expect(await states()).toEqual(["skipped", "needs-review"]);
    });

    it("runs one action of a process at a time, and processes side by side", async () => {
      await plan(
        { key: "A", actions: ["print", "post"] },
        { key: "A", actions: ["print"] },
        { key: "B", actions: ["post"] },
      );
      const first = await turn();
      expect(names(first)).toEqual(["A print", "B post"]);
      const [ofA, ofB] = first.claimed;
      if (ofA === undefined || ofB === undefined) throw new Error("two were claimed");
      expect(names(await turn([done(ofB)]))).toEqual([]);
      const second = await turn([done(ofA)]);
      expect(names(second)).toEqual(["A post"]);
      const third = await turn(second.claimed.map(done));
      expect(names(third)).toEqual(["A print"]);
      await turn(third.claimed.map(done));
      expect(await states()).toEqual(["done", "done", "done", "done"]);
    });

    it("claims no more than there is room for, of all and of each queue", async () => {
      await plan(
        ...["A", "B", "C"].map((key) => ({ key, actions: ["print"] })),
        ...["D", "E", "F"].map((key) => ({ key, actions: ["post"] })),
      );
      const queues = [{ processType: "metering-point", name: "print", room: 1 }];
      const { claimed } = await turn([], { inAll: 3, others: 5, queues });
      expect(claimed.map(({ name }) => name)).toEqual(["print", "post", "post"]);
    });

    it("does not let actions of one name wait for those of another that need review", async () => {
      await plan({ key: "A", actions: ["print", "post"] }, { key: "A", actions: ["print"] });
      const first = await turn();
      expect(names(first)).toEqual(["A print"]);
      expect(names(await turn())).toEqual([]);
      const print = { stage: "actions", channel: null, type: null, name: "print" } as const;
      await bench.store.holds.place({ scope: print, actor: "ann", reason: "no paper" });
      const second = await turn(first.claimed.map(done));
      expect(names(second)).toEqual(["A post"]);
      await turn(second.claimed.map(done));
      expect(await states()).toEqual(["done", "done", "planned"]);
      await bench.store.holds.release({ scope: print, actor: "ann", reason: "paper came" });
      expect(names(await turn())).toEqual(["A print"]);
    });

    it("holds by type of process and altogether", async () => {
      await plan({ key: "A", actions: ["print"] });
      const all = { stage: "actions", channel: null, type: null, name: null } as const;
      await bench.store.holds.place({
        scope: { ...all, type: "metering-point" },
        actor: "ann",
        reason: "x",
      });
      expect((await turn()).claimed).toEqual([]);
      await bench.store.holds.release({
        scope: { ...all, type: "metering-point" },
        actor: "ann",
        reason: "x",
      });
      await bench.store.holds.place({ scope: all, actor: "ann", reason: "x" });
      expect((await turn()).claimed).toEqual([]);
      await bench.store.holds.release({ scope: all, actor: "ann", reason: "x" });
      await bench.store.holds.place({
        scope: { ...all, type: "order" },
        actor: "ann",
        reason: "x",
      });
      expect((await turn()).claimed).toHaveLength(1);
    });

    it("tries again when a failure says so, and tells when", async () => {
      await plan({ key: "A", actions: ["print"] });
      const { claimed } = await turn();
      expect(await turn(claimed.map((action) => failed(action, 500)))).toMatchObject({
        claimed: [],
        nextInMs: 500,
      });
      bench.now += 499;
      expect((await turn()).claimed).toEqual([]);
      bench.now += 1;
      expect((await turn()).claimed).toMatchObject([{ attempt: 2, tries: 2 }]);
      expect(await bench.store.actions.get(1)).toMatchObject({
        state: "running",
        attempts: 2,
        reason: "no ink",
        failures: [{ attempt: 1, outcome: "failed", startedAt: 10_000, endedAt: 10_000 }],
      });
    });

    it("does not count an attempt that was stopped with the daemon", async () => {
      await plan({ key: "A", actions: ["print"] });
      const { claimed } = await turn();
      const stopped = claimed.map((action) => ({
        ...failed(action, 0),
        outcome: "stopped" as const,
        reason: "stopped",
        error: null,
        retryInMs: 0,
      }));
      expect((await turn(stopped)).claimed).toMatchObject([{ attempt: 2, tries: 1 }]);
    });

    it("does not try again what failed because of an event that was declared void meanwhile", async () => {
      await plan({ key: "A", actions: ["print"] }, { key: "B", actions: ["print"] });
      const { claimed } = await turn();
      const changedBy = { actor: "ann", reason: "never was" };
      for (const seq of [1, 2]) await bench.store.revisions.void({ seq, changedBy });
      const [first, second] = claimed;
      if (first === undefined || second === undefined) throw new Error("two were claimed");
      expect((await turn([failed(first, 0), failed(second)])).claimed).toEqual([]);
      expect(await states()).toEqual(["cancelled", "cancelled"]);
      for (const seq of [1, 2]) await bench.store.revisions.unvoid({ seq, changedBy });
      expect(await states()).toEqual(["planned", "failed"]);
    });

    it("lets another action of the process go while one waits to be tried again", async () => {
      await plan({ key: "A", actions: ["print", "post"] });
      const first = await turn();
      await turn();
      expect(names(await turn(first.claimed.map((action) => failed(action, 500))))).toEqual([
        "A post",
      ]);
    });

    it("commits effects with done: an event once ever, on the process named, after its cause", async () => {
      await plan({ key: "A", actions: ["print"] });
      const { claimed } = await turn();
      const event = (key: string): ReadyEffect => ({
        kind: "event",
        processType: "order",
        key,
        type: "PRINTED",
        version: 2,
        data: '{"pages":3}',
      });
      const email: ReadyEffect = { kind: "email", to: "a@example.com", subject: "s", text: "t" };
      bench.now = 400;
      const effects = [event("X"), email, event("Y")];
      const ended = claimed.map(
        (action) => ({ ...done(action), outcome: "done", effects }) as const,
      );
      expect(await turn(ended)).toMatchObject({ lost: [], events: 2, outgoing: 1 });
      expect(await turn(ended)).toMatchObject({ lost: [1], events: 0, outgoing: 0 });
      const recorded = await Array.fromAsync(bench.store.events.list({ processType: "order" }));
      expect(recorded).toMatchObject([
        {
          seq: 2,
          key: "X",
          type: "PRINTED",
          schemaVersion: 2,
          data: '{"pages":3}',
          occurredAt: 501,
        },
        { seq: 3, key: "Y", occurredAt: 501 },
      ]);
      expect(await bench.store.actions.get(1)).toMatchObject({
        state: "done",
        effects: [
          { kind: "event", event: 2, type: "PRINTED" },
          { kind: "event", event: 3, type: "PRINTED" },
          { kind: "email", message: 1, state: "waiting" },
        ],
      });
    });

    it("takes an end only from the attempt that is current", async () => {
      await plan({ key: "A", actions: ["print"] });
      const first = await turn();
      const again = await bench.store.leases.take({ forMs: leaseMs, alone: true });
      expect(again.takenOver).toBe(1);
      expect(await turn(first.claimed.map(done))).toMatchObject({ lost: [1] });
      token = again.token;
      expect(await turn(first.claimed.map(done))).toMatchObject({
        lost: [1],
        claimed: [],
      });
    });

    it("takes over what a dead program had: at once when alone, else when its lease ran out", async () => {
      await plan({ key: "A", actions: ["print", "post"] }, { key: "B", actions: ["print"] });
      await turn();
      await turn();
      expect((await bench.store.leases.take({ forMs: leaseMs, alone: false })).takenOver).toBe(0);
      bench.now += leaseMs - 1;
      expect(await bench.store.leases.renew({ token, forMs: leaseMs })).toBe(true);
      bench.now += leaseMs - 1;
      expect((await bench.store.leases.take({ forMs: leaseMs, alone: false })).takenOver).toBe(0);
      bench.now += 1;
      const next = await bench.store.leases.take({ forMs: leaseMs, alone: false });
      expect(next.takenOver).toBe(2);
      expect(await bench.store.leases.renew({ token, forMs: leaseMs })).toBe(false);
      token = next.token;
      const { claimed } = await turn();
      expect(claimed).toHaveLength(2);
      expect(new Set(claimed.map(({ key }) => key))).toEqual(new Set(["A", "B"]));
      expect((await bench.store.actions.get(1))?.failures).toMatchObject([
        {
          attempt: 1,
          outcome: "lost",
          reason: expect.stringContaining("program that ran it ended"),
        },
      ]);
    });

    it("puts back in line what a lease that is given back had", async () => {
      await plan({ key: "A", actions: ["print"] });
      await turn();
      await bench.store.leases.end(token);
      expect(await states()).toEqual(["planned"]);
      ({ token } = await bench.store.leases.take({ forMs: leaseMs, alone: false }));
      expect((await turn()).claimed).toMatchObject([{ attempt: 2 }]);
    });

    it("counts what is under way", async () => {
      await plan(
        { key: "A", actions: ["print", "post", "file"] },
        { key: "B", actions: ["print"] },
      );
      const { claimed } = await turn();
      await turn(claimed.slice(1).map((action) => failed(action)));
      expect(await bench.store.actions.counts()).toEqual({ planned: 2, running: 1, failed: 1 });
    });
  });
}
