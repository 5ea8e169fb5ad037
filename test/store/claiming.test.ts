import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ClaimedAction, EndedAttempt } from "../../src/store/port/actions/action-store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { fc } from "../property.ts";
import { done, failed, planActions } from "./planned-actions.ts";

const names = ["print", "post", "file"] as const;

/** Events that come, each with its process and how many actions. */
const arrivals = fc.array(
  fc.record({
    key: fc.constantFrom("A", "B", "C", "D"),
    actions: fc.subarray([...names], { minLength: 1 }),
  }),
  { minLength: 1, maxLength: 12 },
);

/** A turn: what room there is, and what becomes of each that runs. */
const turns = fc.array(
  fc.record({
    inAll: fc.integer({ min: 0, max: 5 }),
    ofPrint: fc.integer({ min: 0, max: 2 }),
    fates: fc.array(fc.constantFrom("runs", "done", "failed", "again", "cancelled-after"), {
      minLength: 1,
      maxLength: 6,
    }),
    passesMs: fc.integer({ min: 0, max: 20 }),
    dies: fc.boolean(),
  }),
  { maxLength: 10 },
);

test("whatever comes and fails, one of a process runs at a time, limits hold, and all is done at last", async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, turns, async (events, steps) => {
      const folder = mkdtempSync(join(tmpdir(), "busbar-claiming-"));
      let now = 1_000;
      const store = await openSqliteStore(join(folder, "store.db"), {
        blobFolder: join(folder, "blobs"),
        now: () => now,
      });
      try {
        await planActions(store, events);
        let { token } = await store.leases.take({ forMs: 1_000, alone: true });
        let running: ClaimedAction[] = [];
        for (const { inAll, ofPrint, fates, passesMs, dies } of steps) {
          if (dies) {
            ({ token } = await store.leases.take({ forMs: 1_000, alone: true }));
            running = [];
          }
          const ended: EndedAttempt[] = [];
          const cancelled: number[] = [];
          running = running.filter((action, at) => {
            const fate = fates[at % fates.length];
            if (fate === "runs") return true;
            ended.push(
              fate === "done" ? done(action) : failed(action, fate === "failed" ? null : 5),
            );
            if (fate === "cancelled-after") cancelled.push(action.id);
            return false;
          });
          const queues = [{ processType: "metering-point", name: "print", room: ofPrint }];
          const none = { inAll: 0, others: 0, queues: [] };
          if (cancelled.length > 0) {
            await store.actions.claim({ token, ended: ended.splice(0), room: none });
            for (const id of cancelled)
              await store.actions.decide({
                id,
                decision: { kind: "cancel" },
                actor: "ann",
                reason: "enough",
              });
          }
          const taken = await store.actions.claim({
            token,
            ended,
            room: { inAll, others: inAll, queues },
          });
          expect(taken.lost).toEqual([]);
          expect(taken.claimed.length).toBeLessThanOrEqual(inAll);
          const prints = taken.claimed.filter(({ name }) => name === "print");
          expect(prints.length).toBeLessThanOrEqual(ofPrint);
          running.push(...taken.claimed);
          const busy = running.map(({ key }) => key);
          expect(new Set(busy).size).toBe(busy.length);
          now += passesMs;
        }
        // Nothing waits for ever, whatever happened before.
        let ended = running.map(done);
        for (let rounds = 0; rounds < 60; rounds += 1) {
          const room = { inAll: 3, others: 3, queues: [] };
          const { claimed } = await store.actions.claim({ token, ended, room });
          ended = claimed.map(done);
          now += 5;
        }
        const rows = await Array.fromAsync(store.actions.list());
        expect(rows).toHaveLength(events.flatMap(({ actions }) => actions).length);
        const open = rows.filter(({ state }) => !["done", "failed", "cancelled"].includes(state));
        expect(open).toEqual([]);
      } finally {
        await store.close();
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: process.env["BUSBAR_NIGHTLY"] === "1" ? 500 : 20 },
  );
});
