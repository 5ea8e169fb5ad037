import { describe, expect, it } from "vitest";
import type { Bench } from "../conformance.ts";
import { madeFile, problem, routeAll } from "../made-file.ts";

/** What people and programs read. */
export function keepsLists(bench: Bench): void {
  /** 1,200 files, so that lists take several pages: every third refused. */
  const fill = async () => {
    const files = Array.from({ length: 1_200 }, (_, index) =>
      madeFile({
        problems: index % 3 === 0 ? [problem(1)] : [],
        messages: [{ line: 2, key: `K${index % 10}` }],
        occurredAt: 100_000 - index,
      }),
    );
    await bench.store.files.record(files);
    await routeAll(bench.store, 1_000);
  };

  describe("lists", () => {
    it("gives every file in order of number, and fewer when asked", async () => {
      await fill();
      const ids = async (filter?: Parameters<typeof bench.store.files.list>[0]) =>
        (await Array.fromAsync(bench.store.files.list(filter))).map(({ id }) => id);
      expect(await ids()).toEqual(Array.from({ length: 1_200 }, (_, index) => index + 1));
      expect((await ids({ state: "rejected" })).slice(0, 3)).toEqual([1, 4, 7]);
      expect(await ids({ state: "rejected" })).toHaveLength(400);
      expect(await ids({ state: "recorded" })).toHaveLength(800);
      expect(await ids({ limit: 2 })).toEqual([1_199, 1_200]);
      expect(await ids({ after: 7, limit: 2 })).toEqual([8, 9]);
      expect(await ids({ state: "rejected", limit: 2 })).toEqual([1_195, 1_198]);
      expect(await ids({ channel: "inbox", limit: 1 })).toEqual([1_200]);
      expect(await ids({ channel: "other" })).toEqual([]);
      const file = madeFile({ messages: [2, 5, 9].map((line) => ({ line, key: `L${line}` })) });
      await bench.store.files.record([file]);
      const [id = 0] = await ids({ limit: 1 });
      const lines = async (part: Parameters<typeof bench.store.messages.list>[1]) =>
        (await Array.fromAsync(bench.store.messages.list(id, part))).map(({ line }) => line);
      expect(await lines({ after: 2 })).toEqual([5, 9]);
      expect(await lines({ after: 2, limit: 1 })).toEqual([5]);
      expect(await lines({ limit: 2 })).toEqual([2, 5]);
    });

    it("gives pages by the numbers at their ends, whatever is recorded meanwhile", async () => {
      await fill();
      const { store } = bench;
      const ids = async (filter: Parameters<typeof store.files.list>[0]) =>
        (await Array.fromAsync(store.files.list(filter))).map(({ id }) => id);
      expect(await ids({ before: 1_199, limit: 2 })).toEqual([1_197, 1_198]);
      expect(await ids({ after: 3, limit: 2 })).toEqual([4, 5]);
      expect(await ids({ after: 3, before: 6, limit: 10 })).toEqual([4, 5]);
      expect(await ids({ after: 1_198 })).toEqual([1_199, 1_200]);
      expect(await ids({ state: "rejected", before: 1_195, limit: 2 })).toEqual([1_189, 1_192]);
      expect(await ids({ state: "rejected", after: 4, limit: 2 })).toEqual([7, 10]);
      expect(await ids({ problem: "any", before: 1_195, limit: 1 })).toEqual([1_192]);
      expect(await ids({ awaitingRelease: true })).toEqual([]);
      const before = await ids({ before: 1_201, limit: 3 });
      await store.files.record([madeFile()]);
      expect(await ids({ before: 1_201, limit: 3 })).toEqual(before);

      const seqs = async (filter: Parameters<typeof store.events.list>[0]) =>
        (await Array.fromAsync(store.events.list(filter))).map(({ seq }) => seq);
      expect(await seqs({ before: 799, limit: 2 })).toEqual([797, 798]);
      expect(await seqs({ before: 3 })).toEqual([1, 2]);
      const [, second, third] = await seqs({ key: "K1" });
      expect(await seqs({ key: "K1", after: second ?? 0, limit: 1 })).toEqual([third]);
      expect(await seqs({ key: "K1", before: third ?? 0, limit: 1 })).toEqual([second]);

      const listed = await Array.fromAsync(store.processes.list({ after: 3, limit: 2 }));
      expect(listed.map(({ process }) => process)).toEqual([4, 5]);
      const items = async (filter: Parameters<typeof store.stuck.list>[0]) =>
        (await Array.fromAsync(store.stuck.list(filter))).map(({ number }) => number);
      const after = { kind: "rejected", number: 4 } as const;
      expect(await items({ after, limit: 2 })).toEqual([7, 10]);
      expect(await items({ after: { kind: "conflict", number: 1 } })).toEqual([]);
      expect(await items({ dismissed: "only" })).toEqual([]);
      expect(await items({ assignee: "ann" })).toEqual([]);
    });

    it("looks through no files for a sender, flow or channel of which nothing came", async () => {
      await fill();
      const count = async (filter: Parameters<typeof bench.store.files.list>[0]) =>
        (await Array.fromAsync(bench.store.files.list({ ...filter, limit: 3 }))).length;
      const { envelope, channel } = (await bench.store.files.get(2)) ?? expect.fail("no file");
      const sender = envelope?.from.participant ?? "";
      expect(await count({ sender, channel })).toBe(3);
      expect(await count({ sender: "NOBODY" })).toBe(0);
      expect(await count({ sender, flow: "D9999" })).toBe(0);
      expect(await count({ channel: "nowhere" })).toBe(0);
    });

    it("gives every event in order of recording, and fewer when asked", async () => {
      await fill();
      const seqs = async (filter?: Parameters<typeof bench.store.events.list>[0]) =>
        (await Array.fromAsync(bench.store.events.list(filter))).map(({ seq }) => seq);
      expect(await seqs()).toEqual(Array.from({ length: 800 }, (_, index) => index + 1));
      expect(await seqs({ after: 798 })).toEqual([799, 800]);
      expect(await seqs({ after: 3, limit: 2 })).toEqual([4, 5]);
      expect(await seqs({ limit: 2 })).toEqual([799, 800]);
      expect(await seqs({ file: 2 })).toEqual([1]);
      expect(await seqs({ file: 2, key: "K9" })).toEqual([]);
      expect(await seqs({ key: "K1" })).toHaveLength(80);
      expect(await seqs({ key: "K1", limit: 1 })).toEqual([(await seqs({ key: "K1" })).at(-1)]);
      expect(await seqs({ type: "D0010_RECEIVED", processType: "metering-point" })).toHaveLength(
        800,
      );
      expect(await seqs({ type: "D9999_RECEIVED" })).toEqual([]);
      expect(await seqs({ key: "K1", processType: "order" })).toEqual([]);
    });

    it("gives the events of a process in the order sent, whatever order they came in", async () => {
      await fill();
      const events = await bench.store.events.ofProcess({
        processType: "metering-point",
        key: "K1",
      });
      const times = events.map(({ occurredAt }) => occurredAt);
      expect(times).toHaveLength(80);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(await bench.store.events.ofProcess({ processType: "order", key: "K1" })).toEqual([]);
    });

    it("sums processes up", async () => {
      await fill();
      const summary = {
        process: expect.any(Number),
        type: "metering-point",
        key: "K1",
        status: null,
        events: 80,
        firstAt: 98_819,
        lastAt: 99_999,
      };
      expect(await bench.store.processes.withKey("K1")).toEqual([summary]);
      const all = await Array.fromAsync(bench.store.processes.list());
      expect(all).toHaveLength(10);
      expect(all).toContainEqual(summary);
      expect(await Array.fromAsync(bench.store.processes.list({ type: "order" }))).toEqual([]);
    });

    it("counts no further than one more than it is asked for", async () => {
      await fill();
      expect(await bench.store.reports.counts({ upTo: 399 })).toMatchObject({
        files: { recorded: 400, rejected: 400 },
        events: 800,
        stuck: 400,
      });
      expect(await bench.store.reports.counts({ upTo: 3 })).toMatchObject({
        files: { recorded: 4, rejected: 4 },
        stuck: 4,
        unrouted: 0,
      });
    });

    it("counts what there is", async () => {
      await fill();
      expect(await bench.store.reports.counts()).toEqual({
        files: { recorded: 800, rejected: 400 },
        events: 800,
        processes: 10,
        stuck: 400,
        dismissed: 0,
        failing: 0,
        unrouted: 0,
      });
    });

    it("says what is stuck and why", async () => {
      await bench.store.files.record([
        madeFile({
          name: "refused.uff",
          problems: [problem(3, "warning"), problem(4), problem(5)],
        }),
        madeFile({ name: "invalid.uff", messages: [{ line: 2, problems: [problem(2)] }] }),
      ]);
      expect(await Array.fromAsync(bench.store.stuck.list())).toMatchObject([
        {
          kind: "rejected",
          file: 1,
          message: null,
          since: 10_000,
          name: "refused.uff",
          reason: "Line 4 is wrong. (BAD_DATE and 1 more)",
        },
        {
          kind: "invalid",
          file: 2,
          message: 1,
          since: 10_000,
          name: "invalid.uff",
          reason: "Line 2 is wrong. (BAD_DATE)",
        },
      ]);
      const invalid = await bench.store.files.get(2);
      expect(invalid).toMatchObject({ invalid: 1, problems: [problem(2)] });
    });

    it("lists while others write, and says null for a file that is not there", async () => {
      await fill();
      let files = 0;
      for await (const _ of bench.store.files.list()) {
        if (files++ % 100 === 0) await bench.store.files.record([madeFile()]);
      }
      expect(files).toBeGreaterThanOrEqual(1_200);
      expect(await bench.store.files.get(99_999)).toBeNull();
      await expect(bench.store.files.bytes(99_999)).rejects.toThrow("There is no file 99999");
    });
  });
}
