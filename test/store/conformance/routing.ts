import { describe, expect, it } from "vitest";
import type { Bench } from "../conformance.ts";
import { madeFile, problem, route, routeAll } from "../made-file.ts";

/** Commit 2: from messages to events, each once. */
export function routes(bench: Bench): void {
  describe("routes", () => {
    it("makes one event of each message, with its data by reference", async () => {
      await bench.store.files.record([
        madeFile({ identifier: "F1", messages: [{ line: 2, key: "A" }], occurredAt: 777 }),
      ]);
      bench.now = 11_000;
      expect(await routeAll(bench.store)).toBe(1);
      expect(await Array.fromAsync(bench.store.events.list())).toEqual([
        {
          seq: 1,
          type: "D0010_RECEIVED",
          processType: "metering-point",
          key: "A",
          occurredAt: 777,
          recordedAt: 11_000,
          schemaVersion: 1,
          data: '{"line":"2"}',
          file: 1,
          message: 1,
          sender: "D:MADE",
          recipient: "X:UPCO",
          flow: "D0010",
          fileIdentifier: "F1",
          line: 2,
        },
      ]);
      expect(await bench.store.reports.counts()).toMatchObject({
        events: 1,
        processes: 1,
        unrouted: 0,
      });
      expect((await bench.store.files.get(1))?.events).toBe(1);
    });

    it("tells routing the flow, the sender and the subject of each message", async () => {
      await bench.store.files.record([madeFile({ messages: [{ line: 4, key: null }] })]);
      expect(await bench.store.routes.waiting({ limit: 10 })).toEqual([
        {
          file: 1,
          fromLine: 4,
          nextLine: null,
          messages: [
            {
              id: 1,
              file: 1,
              line: 4,
              flow: "D0010",
              group: "026",
              fromRole: "D",
              fromParticipant: "MADE",
              subjectKind: null,
              subjectKey: null,
              data: null,
            },
          ],
        },
      ]);
    });

    it("leaves invalid messages out", async () => {
      const messages = [{ line: 2, problems: [problem(2)] }, { line: 5 }, { line: 8 }];
      await bench.store.files.record([
        madeFile({ messages }),
        madeFile({ messages: [{ line: 2, problems: [problem(2)] }] }),
        madeFile({ messages: [{ line: 2, problems: [problem(2, "warning")] }] }),
      ]);
      expect(await routeAll(bench.store)).toBe(3);
      expect(await bench.store.reports.counts()).toMatchObject({
        events: 3,
        unrouted: 0,
        stuck: 2,
      });
    });

    it("takes the oldest first, and a file in several batches", async () => {
      const messages = [2, 4, 6, 8, 10].map((line) => ({ line }));
      await bench.store.files.record([madeFile({ messages }), madeFile({ messages })]);
      const taken: unknown[] = [];
      for (;;) {
        const batches = await bench.store.routes.waiting({ limit: 3 });
        if (batches.length === 0) break;
        taken.push(
          batches.map(({ file, fromLine, nextLine, messages: { length } }) => ({
            file,
            fromLine,
            nextLine,
            length,
          })),
        );
        await bench.store.routes.record(batches.map(route));
      }
      expect(taken).toEqual([
        [{ file: 1, fromLine: 2, nextLine: 8, length: 3 }],
        [
          { file: 1, fromLine: 8, nextLine: null, length: 2 },
          { file: 2, fromLine: 2, nextLine: 4, length: 1 },
        ],
        [{ file: 2, fromLine: 4, nextLine: 10, length: 3 }],
        [{ file: 2, fromLine: 10, nextLine: null, length: 1 }],
      ]);
      expect((await bench.store.reports.counts()).events).toBe(10);
    });

    it("lets whoever comes second with a batch count for nothing", async () => {
      await bench.store.files.record([madeFile(), madeFile()]);
      const one = await bench.store.routes.waiting({ limit: 10 });
      const other = await bench.store.routes.waiting({ limit: 10 });
      expect(await bench.store.routes.record(one.slice(0, 1).map(route))).toBe(1);
      expect(await bench.store.routes.record(other.map(route))).toBe(1);
      expect(await bench.store.routes.record(other.map(route))).toBe(0);
      expect(await bench.store.reports.counts()).toMatchObject({ events: 2, unrouted: 0 });
    });

    it("gives a message one event for each type of process", async () => {
      await bench.store.files.record([madeFile({ messages: [{ line: 2, key: "A" }] })]);
      const [batch] = await bench.store.routes.waiting({ limit: 1 });
      if (batch === undefined) throw new Error("nothing waits");
      const message = batch.messages[0]?.id ?? 0;
      const event = { message, key: "A", eventType: "D0010_RECEIVED" };
      const events = [
        { ...event, processType: "metering-point" },
        { ...event, processType: "order" },
        { ...event, processType: "order", key: "B" },
      ];
      expect(await bench.store.routes.record([{ batch, events, failures: [] }])).toBe(2);
    });

    it("keeps a message whose routing failed, and puts it back in line when asked", async () => {
      const messages = [
        { line: 2, key: "A" },
        { line: 4, key: "B" },
      ];
      await bench.store.files.record([madeFile({ name: "a.uff", messages })]);
      const [batch] = await bench.store.routes.waiting({ limit: 10 });
      if (batch === undefined) throw new Error("nothing waits");
      const [first, second] = batch.messages.map(({ id }) => id);
      await bench.store.routes.record([
        {
          batch,
          events: route(batch).events.filter(({ message }) => message === second),
          failures: [{ message: first ?? 0, processType: "metering-point", error: "boom" }],
        },
      ]);
      expect(await Array.fromAsync(bench.store.stuck.list())).toMatchObject([
        {
          kind: "failed",
          file: 1,
          message: first,
          since: 10_000,
          name: "a.uff",
          reason: "metering-point: boom",
        },
      ]);
      expect(await bench.store.routes.retryFailed(1)).toBe(1);
      expect(await bench.store.routes.retryFailed(1)).toBe(0);
      expect(await routeAll(bench.store)).toBe(1);
      expect(await bench.store.reports.counts()).toMatchObject({ events: 2, stuck: 0 });
    });

    it("changes nothing when one batch of several cannot be applied", async () => {
      await bench.store.files.record([madeFile(), madeFile()]);
      const batches = (await bench.store.routes.waiting({ limit: 10 })).map(route);
      const bad = batches.map((routed) => ({
        ...routed,
        events: routed.events.map((event) => ({ ...event, message: 99 })),
      }));
      await expect(bench.store.routes.record([...batches.slice(0, 1), ...bad])).rejects.toThrow();
      expect(await bench.store.reports.counts()).toMatchObject({
        events: 0,
        unrouted: 2,
        processes: 0,
      });
      expect(await bench.store.routes.record(batches)).toBe(2);
    });
  });
}
