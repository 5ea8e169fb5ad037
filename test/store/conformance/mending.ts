import { describe, expect, it } from "vitest";
import type { ReadFile } from "../../../src/store/port/files/file-store.ts";
import type { Bench } from "../conformance.ts";
import { type MadeMessage, madeFile, problem, route, routeAll, type Wish } from "../made-file.ts";

/** Reading kept bytes again. */
export function mends(bench: Bench): void {
  /** Another reading of file `id`. */
  async function reread(id: number, wish: Wish) {
    const { outcome, messages } = madeFile({ identifier: "7", ...wish });
    return bench.store.readings.record({ file: id, outcome, messages, occurredAt: 600 });
  }

  async function record(...files: ReadFile[]) {
    for (const file of files) await bench.store.files.record([file]);
  }

  const bad = (line: number): MadeMessage => ({ line, problems: [problem(line)] });

  describe("mends", () => {
    it("makes a refused file stand, and routes it", async () => {
      await record(madeFile({ problems: [problem(1)], identifier: "7" }));
      const recorded = await reread(1, { messages: [{ line: 2 }, { line: 4 }] });
      expect(recorded).toMatchObject({ id: 1, state: "recorded", otherFile: null });
      expect(await bench.store.files.get(1)).toMatchObject({
        state: "recorded",
        messages: 2,
        occurredAt: 600,
        recordedAt: 10_000,
        problems: [],
      });
      expect(await routeAll(bench.store)).toBe(2);
      expect((await bench.store.reports.counts()).stuck).toBe(0);
    });

    it("keeps a refused file refused, with what is wrong now", async () => {
      await record(madeFile({ problems: [problem(1)] }));
      expect(await reread(1, { problems: [problem(8)] })).toMatchObject({ state: "rejected" });
      expect((await bench.store.files.get(1))?.problems).toEqual([problem(8)]);
    });

    it("finds that a refused file repeats or clashes with one that stands by now", async () => {
      const refused = madeFile({ problems: [problem(1)], identifier: "7", text: "a" });
      await record(refused, madeFile({ identifier: "7", text: "b" }));
      expect(await reread(1, {})).toMatchObject({ state: "conflict", otherFile: 2 });

      await record(
        madeFile({ problems: [problem(1)], identifier: "8", text: "c" }),
        madeFile({ identifier: "8", text: "c" }),
      );
      expect(await reread(3, { identifier: "8" })).toMatchObject({
        state: "duplicate",
        otherFile: 4,
      });
      expect(await routeAll(bench.store)).toBe(2);
    });

    it("routes a message that was invalid, and no other a second time", async () => {
      await record(madeFile({ messages: [{ line: 2, key: "A" }, bad(4), { line: 6, key: "C" }] }));
      expect(await routeAll(bench.store)).toBe(2);
      expect(await bench.store.reports.counts()).toMatchObject({ stuck: 1 });
      const messages = [2, 4, 6].map((line) => ({ line, key: `new ${line}` }));
      expect(await reread(1, { messages })).toMatchObject({ state: "recorded" });
      expect(await routeAll(bench.store)).toBe(1);
      const events = await Array.fromAsync(bench.store.events.list());
      expect(events.map(({ key, line }) => [key, line])).toEqual([
        ["A", 2],
        ["C", 6],
        ["new 4", 4],
      ]);
      expect(await bench.store.files.get(1)).toMatchObject({ invalid: 0, messages: 3, events: 3 });
    });

    it.each([2, 4, 6])(
      "offers all of a file to a type that came later, whichever line was mended: %i",
      async (mended) => {
        const lines = [2, 4, 6];
        const messages = lines.map((line) =>
          line === mended ? bad(line) : { line, key: `${line}` },
        );
        await record(madeFile({ messages }));
        expect(await routeAll(bench.store)).toBe(2);
        await reread(1, { messages: lines.map((line) => ({ line, key: `${line}` })) });
        const batches = await bench.store.routes.waiting({ limit: 100 });
        await bench.store.routes.record(
          batches.map((batch) => {
            const { events, failures } = route(batch);
            const later = events.map((event) => ({ ...event, processType: "later" }));
            return { batch, events: [...events, ...later], failures };
          }),
        );
        const all = await Array.fromAsync(bench.store.events.list());
        const ofLater = all.filter(({ processType }) => processType === "later");
        expect(ofLater.map(({ line, history = false }) => [line, history])).toEqual(
          lines.map((line) => [line, line !== mended]),
        );
        expect(all).toHaveLength(6);
      },
    );

    it("takes up messages that an earlier reading did not see, and drops those it saw wrongly", async () => {
      await record(madeFile({ messages: [{ line: 2 }, bad(4)] }));
      await routeAll(bench.store);
      await reread(1, { messages: [{ line: 2 }, { line: 5 }, { line: 7 }] });
      expect(await routeAll(bench.store)).toBe(2);
      const lines = (await Array.fromAsync(bench.store.messages.list(1))).map(({ line }) => line);
      expect(lines).toEqual([2, 5, 7]);
    });

    it("keeps the number of what stands at the same line, whatever it reads now", async () => {
      const keys = () =>
        Array.fromAsync(bench.store.messages.list(1)).then((all) =>
          all.map(({ id, line, subjectKey }) => [id, line, subjectKey]),
        );
      const at = (line: number, key: string): MadeMessage => ({ line, key });
      await record(
        madeFile({ messages: [at(2, "A"), { ...bad(4), key: "B" }, bad(6), at(8, "D")] }),
      );
      await reread(1, { messages: [at(2, "A"), at(4, "b"), at(5, "new"), at(8, "d")] });
      expect(await keys()).toEqual([
        [1, 2, "A"],
        [2, 4, "b"],
        [5, 5, "new"],
        [4, 8, "d"],
      ]);
      expect(await routeAll(bench.store)).toBe(4);
      await reread(1, { messages: [at(2, "other")] });
      expect((await keys()).map(([id]) => id)).toEqual([1, 2, 5, 4]);
    });

    it("lets a batch taken before the reading miss nothing that came between its lines", async () => {
      await record(madeFile({ messages: [{ line: 2 }, bad(4), { line: 6 }] }));
      const before = await bench.store.routes.waiting({ limit: 10 });
      await reread(1, { messages: [{ line: 2 }, { line: 4 }, { line: 6 }] });
      expect(await bench.store.routes.record(before.map(route))).toBe(0);
      expect(await routeAll(bench.store)).toBe(3);
    });

    it("forgets what waits for a process and reads otherwise by now", async () => {
      await record(madeFile({ messages: [{ line: 2, key: "A" }] }));
      const [batch] = await bench.store.routes.waiting({ limit: 10 });
      if (batch === undefined) throw new Error("nothing waits");
      const events = route(batch).events.map((event) => ({ ...event, otherwise: "wait" as const }));
      await bench.store.routes.record([{ batch, events, failures: [] }]);
      expect((await bench.store.reports.counts()).stuck).toBe(1);
      await reread(1, { messages: [{ line: 2, key: "B" }] });
      expect(await bench.store.reports.counts()).toMatchObject({ stuck: 0, unrouted: 1 });
    });

    it("lets a batch taken before the reading count for nothing", async () => {
      await record(madeFile({ messages: [{ line: 2, key: "old" }, bad(4)] }));
      const before = await bench.store.routes.waiting({ limit: 10 });
      await reread(1, { messages: [{ line: 2, key: "new" }, bad(4)] });
      expect(await bench.store.routes.record(before.map(route))).toBe(0);
      expect(await routeAll(bench.store)).toBe(1);
      const [event] = await Array.fromAsync(bench.store.events.list());
      expect(event?.key).toBe("new");
    });

    it("routes again what failed", async () => {
      await record(madeFile({ messages: [{ line: 2, key: "A" }] }));
      const [batch] = await bench.store.routes.waiting({ limit: 10 });
      if (batch === undefined) throw new Error("nothing waits");
      const failure = { message: batch.messages[0]?.id ?? 0, processType: "order", error: "boom" };
      const { events } = route(batch);
      await bench.store.routes.record([{ batch, events, failures: [failure] }]);
      expect((await bench.store.reports.counts()).stuck).toBe(1);
      await reread(1, { messages: [{ line: 2, key: "A" }] });
      expect(await bench.store.reports.counts()).toMatchObject({ stuck: 0, unrouted: 1 });
      expect(await routeAll(bench.store)).toBe(0);
    });

    it("leaves a file that stands as it is when today's reader refuses it", async () => {
      await record(madeFile({ messages: [{ line: 2 }, bad(4)] }));
      const before = await bench.store.files.get(1);
      expect(await reread(1, { problems: [problem(1)] })).toMatchObject({ state: "recorded" });
      expect(await bench.store.files.get(1)).toEqual(before);
      expect(await routeAll(bench.store)).toBe(1);
    });

    it("leaves a sighting as it is, and says when there is no such file", async () => {
      const file = madeFile();
      await record(file, { ...file, arrival: "later/again.uff" });
      expect(await reread(2, {})).toMatchObject({ state: "duplicate", otherFile: 1 });
      await expect(reread(9, {})).rejects.toThrow("There is no file 9");
    });
  });
}
