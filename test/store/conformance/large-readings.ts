import { describe, expect, it } from "vitest";
import type { ReadFile, Recorded } from "../../../src/store/port/files/file-store.ts";
import type { Bench } from "../conformance.ts";
import { madeFile, madeMessage, problem, routeAll, type Wish } from "../made-file.ts";

/** Reading large files again, in several commits. */
export function readsLargeFilesAgain(bench: Bench): void {
  async function begin(id: number, wish: Wish): Promise<ReadFile> {
    const file = madeFile({ identifier: "7", ...wish });
    await bench.store.readings.begin(id);
    for (const message of file.messages)
      await bench.store.readings.add({ file: id, messages: [message] });
    return file;
  }

  async function reread(id: number, wish: Wish): Promise<Recorded> {
    const { outcome } = await begin(id, wish);
    return bench.store.readings.finish({ file: id, outcome, occurredAt: 600 });
  }

  async function record(...files: ReadFile[]) {
    for (const file of files) await bench.store.files.record([file]);
  }

  const linesOf = async (id: number) =>
    (await Array.fromAsync(bench.store.messages.list(id))).map(({ line }) => line);

  const bad = (line: number) => ({ line, problems: [problem(line)] });
  const twoMessages = { messages: [{ line: 2 }, { line: 4 }] };

  describe("reads large files again", () => {
    it("makes a refused file stand, all at once", async () => {
      await record(madeFile({ problems: [problem(1)], identifier: "7" }));
      const before = await bench.store.files.get(1);
      const { outcome } = await begin(1, { messages: [{ line: 2 }, bad(4), { line: 6 }] });
      expect(await bench.store.files.get(1)).toEqual(before);
      expect(await linesOf(1)).toEqual([]);
      expect(await bench.store.reports.counts()).toMatchObject({ stuck: 1, unrouted: 0 });
      expect(
        await bench.store.readings.finish({ file: 1, outcome, occurredAt: 600 }),
      ).toMatchObject({
        state: "recorded",
        otherFile: null,
      });
      const after = { state: "recorded", messages: 3, invalid: 1, occurredAt: 600 };
      expect(await bench.store.files.get(1)).toMatchObject(after);
      expect(await routeAll(bench.store)).toBe(2);
      expect(await bench.store.files.dropUnfinished()).toBe(0);
    });

    it("finds that a refused file repeats or clashes with one that stands by now", async () => {
      const refused = (identifier: string, text: string) =>
        madeFile({ problems: [problem(1)], identifier, text });
      await record(refused("7", "a"), madeFile({ identifier: "7", text: "b" }));
      expect(await reread(1, twoMessages)).toMatchObject({ state: "conflict", otherFile: 2 });
      expect(await linesOf(1)).toEqual([2, 4]);
      await record(refused("8", "c"), madeFile({ identifier: "8", text: "c" }));
      const repeated = await reread(3, { identifier: "8", ...twoMessages });
      expect(repeated).toMatchObject({ state: "duplicate", otherFile: 4 });
      expect(await linesOf(3)).toEqual([]);
      expect(await routeAll(bench.store)).toBe(2);
    });

    it("reads a conflict again", async () => {
      await record(madeFile({ identifier: "7" }), madeFile({ identifier: "7" }));
      const { outcome } = await begin(2, { identifier: "8", ...twoMessages });
      expect(await linesOf(2)).toEqual([2]);
      expect(
        await bench.store.readings.finish({ file: 2, outcome, occurredAt: 600 }),
      ).toMatchObject({ state: "recorded" });
      expect(await linesOf(2)).toEqual([2, 4]);
      expect(await routeAll(bench.store)).toBe(3);
    });

    it("keeps messages that have events, and replaces the others", async () => {
      await record(
        madeFile({ identifier: "7", messages: [{ line: 2, key: "A" }, bad(4), bad(6)] }),
      );
      await routeAll(bench.store);
      const messages = [2, 4, 8].map((line) => ({ line, key: `new ${line}` }));
      const { outcome } = await begin(1, { messages });
      expect(await linesOf(1)).toEqual([2, 4, 6]);
      expect(await routeAll(bench.store)).toBe(0);
      await bench.store.readings.finish({ file: 1, outcome, occurredAt: 600 });
      expect(await linesOf(1)).toEqual([2, 4, 8]);
      expect(await routeAll(bench.store)).toBe(2);
      const events = await Array.fromAsync(bench.store.events.list());
      expect(events.map(({ key }) => key)).toEqual(["A", "new 4", "new 8"]);
      expect(await bench.store.files.get(1)).toMatchObject({ invalid: 0, messages: 3, events: 3 });
    });

    it("keeps the number of what stands at the same line, whatever it reads now", async () => {
      await record(
        madeFile({ identifier: "7", messages: [{ line: 2, key: "A" }, bad(4), bad(6), bad(8)] }),
      );
      await routeAll(bench.store);
      const messages = [{ line: 2, key: "a" }, { line: 4, key: "b" }, { line: 5 }, bad(8)];
      const { outcome } = await begin(1, { messages });
      await bench.store.readings.finish({ file: 1, outcome, occurredAt: 600 });
      const found = await Array.fromAsync(bench.store.messages.list(1));
      expect(found.map(({ line, subjectKey }) => [line, subjectKey])).toMatchObject([
        [2, "A"],
        [4, "b"],
        [5, expect.anything()],
        [8, expect.anything()],
      ]);
      const [first, second, added, last] = found.map(({ id }) => id);
      expect([first, second, last]).toEqual([1, 2, 4]);
      expect(added).toBeGreaterThan(4);
      expect(await bench.store.files.get(1)).toMatchObject({ invalid: 1, messages: 4 });
    });

    it("leaves the file as it was when the program ends in the middle", async () => {
      await record(
        madeFile({ problems: [problem(1)], identifier: "7" }),
        madeFile({ messages: [{ line: 2 }, bad(4)] }),
      );
      await routeAll(bench.store);
      for (const id of [1, 2]) {
        const before = await bench.store.files.get(id);
        const lines = await linesOf(id);
        await begin(id, twoMessages);
        await bench.reopen();
        expect(await bench.store.files.get(id)).toEqual(before);
        expect(await linesOf(id)).toEqual(lines);
        expect(await bench.store.files.dropUnfinished()).toBe(1);
        await expect(
          bench.store.readings.add({ file: id, messages: [madeMessage({ line: 5 })] }),
        ).rejects.toThrow();
        expect(await bench.store.files.get(id)).toEqual(before);
        expect(await linesOf(id)).toEqual(lines);
        expect((await reread(id, twoMessages)).state).toBe("recorded");
        expect(await linesOf(id)).toEqual([2, 4]);
      }
      expect(await routeAll(bench.store)).toBe(3);
    });

    it("begins anew where an earlier try ended, without a clean-up", async () => {
      await record(madeFile({ problems: [problem(1)], identifier: "7" }));
      await begin(1, { messages: [{ line: 2 }, { line: 3 }] });
      await bench.reopen();
      await reread(1, { messages: [{ line: 3 }] });
      expect(await linesOf(1)).toEqual([3]);
    });

    it("lets nobody else read the file meanwhile", async () => {
      await record(madeFile({ problems: [problem(1)], identifier: "7" }));
      const { outcome } = await begin(1, twoMessages);
      const other = await bench.open(bench.setting);
      expect(await other.files.dropUnfinished()).toBe(0);
      await expect(other.readings.begin(1)).rejects.toThrow(/Another program/);
      await expect(
        other.readings.record({ file: 1, outcome, messages: [], occurredAt: 600 }),
      ).rejects.toThrow(/Another program/);
      await other.close();
      expect(
        await bench.store.readings.finish({ file: 1, outcome, occurredAt: 600 }),
      ).toMatchObject({ state: "recorded" });
    });

    it("leaves a sighting as it is, and says when there is no such file", async () => {
      const file = madeFile();
      await record(file, { ...file, arrival: "later/again.uff" });
      expect(await reread(2, twoMessages)).toMatchObject({ state: "duplicate", otherFile: 1 });
      expect(await linesOf(2)).toEqual([]);
      await expect(bench.store.readings.begin(9)).rejects.toThrow("There is no file 9");
    });
  });
}
