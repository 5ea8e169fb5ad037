import { describe, expect, it } from "vitest";
import type { ReadFile } from "../../../src/store/port/files/file-store.ts";
import type { Bench } from "../conformance.ts";
import { madeFile, problem, routeAll } from "../made-file.ts";

const hold = { ...problem(1), code: "TEST_DATA", message: "The file is test data." };
const messages = [{ line: 2 }, { line: 5, problems: [problem(5)] }, { line: 8 }];

/** Files that wait whole until a person lets them through. */
export function holdsFiles(bench: Bench): void {
  describe("holds files", () => {
    async function onHold(wish: Parameters<typeof madeFile>[0] = {}): Promise<ReadFile> {
      const file = madeFile({ hold, messages, ...wish });
      await bench.store.files.record([file]);
      return file;
    }

    it("records a file on hold and lets none of it through", async () => {
      await onHold();
      expect(await bench.store.files.get(1)).toMatchObject({
        state: "recorded",
        onHold: true,
        messages: 3,
        held: 3,
        problems: [{ code: "TEST_DATA" }, { line: 5 }],
      });
      const listed = await Array.fromAsync(bench.store.messages.list(1));
      expect(listed.map(({ held }) => held)).toEqual([true, true, true]);
      expect(await routeAll(bench.store)).toBe(0);
    });

    it("is one thing that is stuck, however many messages wait", async () => {
      await onHold({ name: "trial.uff" });
      expect(await Array.fromAsync(bench.store.stuck.list())).toMatchObject([
        {
          kind: "on-hold",
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
      await onHold();
      bench.now = 20_000;
      const released = await bench.store.files.release({
        file: 1,
        actor: "ann",
        reason: "it counts",
      });
      expect(released).toMatchObject({
        onHold: false,
        held: 1,
        decisions: [{ decision: "release", actor: "ann", reason: "it counts", at: 20_000 }],
      });
      expect(await routeAll(bench.store)).toBe(2);
      expect(await Array.fromAsync(bench.store.stuck.list())).toMatchObject([{ kind: "held" }]);
      await expect(
        bench.store.files.release({ file: 1, actor: "ann", reason: "again" }),
      ).rejects.toThrow("not on hold");
      await expect(
        bench.store.files.release({ file: 7, actor: "ann", reason: "what" }),
      ).rejects.toThrow("no file 7");
    });

    it("keeps the release when the file is read again", async () => {
      const file = await onHold();
      await bench.store.files.release({ file: 1, actor: "ann", reason: "it counts" });
      await bench.store.readings.record({
        file: 1,
        outcome: file.outcome,
        messages: file.messages,
        occurredAt: 500,
      });
      expect(await bench.store.files.get(1)).toMatchObject({ onHold: false });
      expect(await routeAll(bench.store)).toBe(2);
    });

    it("keeps the hold when the file is read again, and lifts it when it no longer holds", async () => {
      const file = await onHold();
      await bench.store.readings.record({
        file: 1,
        outcome: file.outcome,
        messages: file.messages,
        occurredAt: 500,
      });
      expect(await bench.store.files.get(1)).toMatchObject({ onHold: true });
      expect(await routeAll(bench.store)).toBe(0);
      await bench.store.readings.record({
        file: 1,
        outcome: { ...file.outcome, hold: null },
        messages: file.messages,
        occurredAt: 500,
      });
      expect(await bench.store.files.get(1)).toMatchObject({ onHold: false });
      expect(await routeAll(bench.store)).toBe(2);
    });

    it("does not hold what was let through before", async () => {
      const file = madeFile({ messages });
      await bench.store.files.record([file]);
      expect(await routeAll(bench.store)).toBe(2);
      await bench.store.readings.record({
        file: 1,
        outcome: { ...file.outcome, hold },
        messages: file.messages,
        occurredAt: 500,
      });
      expect(await bench.store.files.get(1)).toMatchObject({ onHold: false, events: 2 });
    });

    it("holds a large file, and one in conflict once it stands", async () => {
      const large = madeFile({ hold, messages });
      const { id } = await bench.store.largeFiles.begin({ file: large, outcome: large.outcome });
      await bench.store.largeFiles.add({ file: id, messages: large.messages });
      await bench.store.largeFiles.finish(id);
      expect(await routeAll(bench.store)).toBe(0);
      await onHold({ identifier: large.outcome.envelope?.fileIdentifier ?? null });
      await bench.store.files.decide({
        file: 2,
        decision: "keep-both",
        actor: "ann",
        reason: "both count",
      });
      expect(await bench.store.files.get(2)).toMatchObject({ state: "recorded", onHold: true });
      expect(await routeAll(bench.store)).toBe(0);
      await bench.store.files.release({ file: id, actor: "ann", reason: "it counts" });
      expect(await routeAll(bench.store)).toBe(2);
    });
  });
}
