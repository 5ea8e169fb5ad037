import { describe, expect, it } from "vitest";
import { answerOf } from "../../answer-of.ts";
import type { Bench } from "../conformance.ts";
import { madeFile, route, routeAll } from "../made-file.ts";

const ann = { actor: "Ann", reason: "sent by mistake" };

/** Mending events by revisions appended to them. */
export function revisesEvents(bench: Bench): void {
  /** One file with two messages about one meter point. */
  async function record() {
    await bench.store.files.record([
      madeFile({ identifier: "7", messages: [{ line: 2 }, { line: 4 }] }),
    ]);
    await routeAll(bench.store);
  }

  /** Routes all that waits to processes that are there; the rest goes on waiting. */
  async function joinAll() {
    const batches = (await bench.store.routes.waiting({ limit: 100 })).map((batch) => route(batch));
    await bench.store.routes.record(
      batches.map((routed) => ({
        ...routed,
        events: routed.events.map((event) => ({ ...event, otherwise: "wait" as const })),
      })),
    );
  }

  const count = async () =>
    (await bench.store.events.ofProcess({ processType: "metering-point", key: "1200000000011" }))
      .length;

  describe("revises events", () => {
    it("leaves a void event out of its process, and takes it back", async () => {
      await record();
      bench.now = 20_000;
      expect(await bench.store.revisions.void({ seq: 1, changedBy: ann })).toMatchObject({
        event: { seq: 1, void: true },
      });
      expect(await count()).toBe(1);
      expect(await bench.store.files.get(1)).toMatchObject({ events: 1 });
      bench.now = 30_000;
      const back = await bench.store.revisions.unvoid({
        seq: 1,
        changedBy: { actor: "Bob", reason: "it was right" },
      });
      expect(back.event.void).toBeUndefined();
      expect(await count()).toBe(2);
      expect(await bench.store.revisions.list(1)).toMatchObject([
        { kind: "void", actor: "Ann", reason: "sent by mistake", at: 20_000, data: null },
        { kind: "unvoid", actor: "Bob", reason: "it was right", at: 30_000 },
      ]);
    });

    it("has the process built from the start each time", async () => {
      await record();
      const { next, cursor } = await bench.store.builds.pending(10);
      expect([cursor, next]).toEqual([0, 2]);
      const before = await bench.store.builds.backlog();
      await bench.store.revisions.void({ seq: 2, changedBy: ann });
      expect(await bench.store.builds.backlog()).toBe(before + 1);
      const [task] = (await bench.store.builds.pending(10)).tasks;
      expect(task).toMatchObject({ key: "1200000000011", ticket: 1 });
    });

    it("gives an event other data, and keeps what it was", async () => {
      await record();
      const corrected = { schemaVersion: 1, data: '{"line":"right"}' };
      expect(
        await bench.store.revisions.correct({ seq: 2, data: corrected, changedBy: ann }),
      ).toMatchObject({
        event: { data: '{"line":"right"}', amended: true },
      });
      const events = await bench.store.events.ofProcess({
        processType: "metering-point",
        key: "1200000000011",
      });
      expect(events.map(({ data, amended }) => [data, amended])).toEqual([
        ['{"line":"2"}', undefined],
        ['{"line":"right"}', true],
      ]);
      const [message] = (await Array.fromAsync(bench.store.messages.list(1))).slice(1);
      expect(message?.data).toBe('{"line":"4"}');
      await bench.store.revisions.correct({
        seq: 2,
        data: { schemaVersion: 1, data: '{"line":"4"}' },
        changedBy: ann,
      });
      expect((await bench.store.events.get(2))?.data).toBe('{"line":"4"}');
      expect(await bench.store.revisions.list(2)).toHaveLength(2);
    });

    it("refuses what makes no sense, and changes nothing", async () => {
      await record();
      const { store } = bench;
      expect(await answerOf(store.revisions.void({ seq: 9, changedBy: ann }))).toMatchObject({
        code: "NO_EVENT",
      });
      expect(await answerOf(store.revisions.unvoid({ seq: 1, changedBy: ann }))).toMatchObject({
        code: "NOT_VOID",
      });
      const same = { schemaVersion: 1, data: '{"line":"2"}' };
      expect(
        await answerOf(store.revisions.correct({ seq: 1, data: same, changedBy: ann })),
      ).toMatchObject({
        code: "SAME_DATA",
      });
      await store.revisions.void({ seq: 1, changedBy: ann });
      expect(await answerOf(store.revisions.void({ seq: 1, changedBy: ann }))).toMatchObject({
        code: "ALREADY_VOID",
      });
      expect(await store.revisions.list(1)).toHaveLength(1);
      expect(await store.events.get(9)).toBeNull();
      expect(await store.messages.get(9)).toBeNull();
    });

    it("lets an event of a file that made way for another not count again", async () => {
      await record();
      await bench.store.files.record([madeFile({ identifier: "7" })]);
      await bench.store.files.decide({
        file: 2,
        decision: "replace",
        actor: "Ann",
        reason: "corrected by its sender",
      });
      expect(
        await answerOf(bench.store.revisions.unvoid({ seq: 1, changedBy: ann })),
      ).toMatchObject({
        code: "FILE_WITHDRAWN",
      });
      expect(await bench.store.revisions.list(1)).toMatchObject([
        { kind: "void", reason: "corrected by its sender" },
      ]);
    });

    it("lets messages wait for a process none of whose events counts, until one does again", async () => {
      await bench.store.files.record([madeFile({ identifier: "1" })]);
      await routeAll(bench.store);
      await bench.store.revisions.void({ seq: 1, changedBy: ann });
      await bench.store.files.record([
        madeFile({ identifier: "2" }),
        madeFile({ identifier: "3" }),
      ]);
      await joinAll();
      expect(await bench.store.files.get(2)).toMatchObject({ events: 0 });
      await bench.store.revisions.unvoid({ seq: 1, changedBy: ann });
      const events = await bench.store.events.ofProcess({
        processType: "metering-point",
        key: "1200000000011",
      });
      expect(events.map(({ file }) => file).sort()).toEqual([1, 2, 3]);
    });

    it("takes up messages that wait when a new event opens their process again", async () => {
      await bench.store.files.record([madeFile({ identifier: "1" })]);
      await routeAll(bench.store);
      await bench.store.revisions.void({ seq: 1, changedBy: ann });
      await bench.store.files.record([madeFile({ identifier: "2" })]);
      await joinAll();
      await bench.store.files.record([madeFile({ identifier: "3" })]);
      expect(await routeAll(bench.store)).toBe(2);
      expect(await count()).toBe(2);
    });

    it("counts the events of a file of many messages as they are declared void", async () => {
      const messages = Array.from({ length: 10_001 }, (_, at) => ({ line: at + 2 }));
      await bench.store.files.record([madeFile({ messages })]);
      await routeAll(bench.store, 6_000);
      await bench.store.revisions.void({ seq: 5, changedBy: ann });
      await bench.store.revisions.void({ seq: 6, changedBy: ann });
      await bench.store.revisions.unvoid({ seq: 5, changedBy: ann });
      expect(await bench.store.files.get(1)).toMatchObject({ events: 10_000 });
    });
  });
}
