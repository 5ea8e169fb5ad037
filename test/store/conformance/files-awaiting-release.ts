import { describe, expect, it } from "vitest";
import type { ReadFile } from "../../../src/store/port/files/file-store.ts";
import type { Bench } from "../conformance.ts";
import { madeFile, problem, routeAll } from "../made-file.ts";

const awaitsRelease = { ...problem(1), code: "TEST_DATA", message: "The file is test data." };
const messages = [{ line: 2 }, { line: 5, problems: [problem(5)] }, { line: 8 }];

/** Files that wait whole until a person releases them. */
export function filesAwaitingRelease(bench: Bench): void {
  describe("files that await release", () => {
    async function awaiting(wish: Parameters<typeof madeFile>[0] = {}): Promise<ReadFile> {
      const file = madeFile({ awaitsRelease, messages, ...wish });
      await bench.store.files.record([file]);
      return file;
    }

    it("records such a file and lets none of it through", async () => {
      await awaiting();
      expect(await bench.store.files.get(1)).toMatchObject({
        state: "recorded",
        awaitingRelease: true,
        messages: 3,
        invalid: 1,
        problems: [{ code: "TEST_DATA" }, { line: 5 }],
      });
      const listed = await Array.fromAsync(bench.store.messages.list(1));
      expect(listed.map(({ invalid }) => invalid)).toEqual([false, true, false]);
      expect(await routeAll(bench.store)).toBe(0);
    });

    it("is one thing that is stuck, however many messages wait", async () => {
      await awaiting({ name: "trial.uff" });
      expect(await Array.fromAsync(bench.store.stuck.list())).toMatchObject([
        {
          kind: "awaiting-release",
          file: 1,
          message: null,
          since: 10_000,
          name: "trial.uff",
          reason: "The file is test data. (TEST_DATA)",
        },
      ]);
      expect(await bench.store.reports.counts()).toMatchObject({ stuck: 1, unrouted: 0 });
    });

    it("routes it once a person lets it through, with who and why", async () => {
      await awaiting();
      bench.now = 20_000;
      const released = await bench.store.files.release({
        file: 1,
        actor: "ann",
        reason: "it counts",
      });
      expect(released).toMatchObject({
        awaitingRelease: false,
        invalid: 1,
        decisions: [{ decision: "release", actor: "ann", reason: "it counts", at: 20_000 }],
      });
      expect(await routeAll(bench.store)).toBe(2);
      expect(await Array.fromAsync(bench.store.stuck.list())).toMatchObject([{ kind: "invalid" }]);
      await expect(
        bench.store.files.release({ file: 1, actor: "ann", reason: "again" }),
      ).rejects.toThrow("does not await release");
      await expect(
        bench.store.files.release({ file: 7, actor: "ann", reason: "what" }),
      ).rejects.toThrow("no file 7");
    });

    it("keeps the release when the file is read again", async () => {
      const file = await awaiting();
      await bench.store.files.release({ file: 1, actor: "ann", reason: "it counts" });
      await bench.store.readings.record({
        file: 1,
        outcome: file.outcome,
        messages: file.messages,
        occurredAt: 500,
      });
      expect(await bench.store.files.get(1)).toMatchObject({ awaitingRelease: false });
      expect(await routeAll(bench.store)).toBe(2);
    });

    it("awaits release still when the file is read again, and no longer once nothing calls for it", async () => {
      const file = await awaiting();
      await bench.store.readings.record({
        file: 1,
        outcome: file.outcome,
        messages: file.messages,
        occurredAt: 500,
      });
      expect(await bench.store.files.get(1)).toMatchObject({ awaitingRelease: true });
      expect(await routeAll(bench.store)).toBe(0);
      await bench.store.readings.record({
        file: 1,
        outcome: { ...file.outcome, awaitsRelease: null },
        messages: file.messages,
        occurredAt: 500,
      });
      expect(await bench.store.files.get(1)).toMatchObject({ awaitingRelease: false });
      expect(await routeAll(bench.store)).toBe(2);
    });

    it("needs no release once it was let through", async () => {
      const file = madeFile({ messages });
      await bench.store.files.record([file]);
      expect(await routeAll(bench.store)).toBe(2);
      await bench.store.readings.record({
        file: 1,
        outcome: { ...file.outcome, awaitsRelease },
        messages: file.messages,
        occurredAt: 500,
      });
      expect(await bench.store.files.get(1)).toMatchObject({ awaitingRelease: false, events: 2 });
    });

    it("are large ones too, and one in conflict once it is active", async () => {
      const large = madeFile({ awaitsRelease, messages });
      const { id } = await bench.store.largeFiles.begin({ file: large, outcome: large.outcome });
      await bench.store.largeFiles.add({ file: id, messages: large.messages });
      await bench.store.largeFiles.finish(id);
      expect(await routeAll(bench.store)).toBe(0);
      await awaiting({ identifier: large.outcome.envelope?.fileIdentifier ?? null });
      await bench.store.files.decide({
        file: 2,
        decision: "keep-both",
        actor: "ann",
        reason: "both count",
      });
      expect(await bench.store.files.get(2)).toMatchObject({
        state: "recorded",
        awaitingRelease: true,
      });
      expect(await routeAll(bench.store)).toBe(0);
      await bench.store.files.release({ file: id, actor: "ann", reason: "it counts" });
      expect(await routeAll(bench.store)).toBe(2);
    });
  });
}
