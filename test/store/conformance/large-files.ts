import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RefusedError } from "../../../src/core/refusal/refused-error.ts";
import { StoreError } from "../../../src/store/port/store-error.ts";
import type { Bench } from "../conformance.ts";
import { madeFile, madeMessage, problem, routeAll } from "../made-file.ts";

/** Files whose messages come in several commits. */
export function recordsLargeFiles(bench: Bench): void {
  describe("records large files", () => {
    it("shows nothing of a large file until its last commit", async () => {
      const file = madeFile();
      const { id, state } = await bench.store.largeFiles.begin({ file, outcome: file.outcome });
      expect(state).toBe("recording");
      await bench.store.largeFiles.add({
        file: id,
        messages: [madeMessage({ line: 2 }), madeMessage({ line: 5 })],
      });
      await bench.store.largeFiles.add({ file: id, messages: [madeMessage({ line: 8 })] });
      expect(await bench.store.routes.waiting({ limit: 10 })).toEqual([]);
      expect(await bench.store.reports.counts()).toMatchObject({
        files: { recording: 1 },
        unrouted: 0,
      });
      expect(await bench.store.largeFiles.finish(id)).toMatchObject({ id, state: "recorded" });
      expect(await routeAll(bench.store)).toBe(3);
    });

    it("reads the bytes of a large file from the blob folder, whole and in pieces", async () => {
      const file = madeFile({ text: "x".repeat(3_000_000) });
      const folder = join(bench.setting.blobFolder, file.hash.slice(0, 2));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, file.hash), file.bytes);
      const { id } = await bench.store.largeFiles.begin({ file, outcome: file.outcome });
      expect(Buffer.from(await bench.store.files.bytes(id)).equals(file.bytes)).toBe(true);
      const pieces = await Array.fromAsync(bench.store.files.stream(id));
      expect(pieces.length).toBeGreaterThan(1);
      expect(Buffer.concat(pieces).equals(file.bytes)).toBe(true);
    });

    it("says so when the bytes of a large file are gone", async () => {
      const file = madeFile();
      const { id } = await bench.store.largeFiles.begin({ file, outcome: file.outcome });
      await expect(bench.store.files.bytes(id)).rejects.toThrow(/Put .* back from a backup/);
      await expect(Array.fromAsync(bench.store.files.stream(id))).rejects.toThrow(StoreError);
    });

    it("settles a refused one and a repeated one at once", async () => {
      const file = madeFile();
      await bench.store.files.record([file]);
      const again = { ...file, arrival: "later/again.uff" };
      expect(
        await bench.store.largeFiles.begin({ file: again, outcome: file.outcome }),
      ).toMatchObject({
        state: "duplicate",
        otherFile: 1,
      });
      const refused = madeFile({ problems: [problem(1)] });
      expect(
        await bench.store.largeFiles.begin({ file: refused, outcome: refused.outcome }),
      ).toMatchObject({
        state: "rejected",
      });
    });

    it("finds the conflict with a file that came meanwhile", async () => {
      const file = madeFile({ identifier: "7" });
      const { id } = await bench.store.largeFiles.begin({ file, outcome: file.outcome });
      await bench.store.largeFiles.add({ file: id, messages: [madeMessage({ line: 2 })] });
      await bench.store.files.record([madeFile({ identifier: "7" })]);
      expect(await bench.store.largeFiles.finish(id)).toMatchObject({
        state: "conflict",
        otherFile: 2,
      });
      expect(await routeAll(bench.store)).toBe(1);
    });

    it("becomes a sighting when the same bytes came meanwhile", async () => {
      const file = madeFile();
      const { id } = await bench.store.largeFiles.begin({ file, outcome: file.outcome });
      await bench.store.largeFiles.add({ file: id, messages: [madeMessage({ line: 2 })] });
      await bench.store.files.record([{ ...file, arrival: "later/small.uff" }]);
      expect(await bench.store.largeFiles.finish(id)).toMatchObject({
        state: "duplicate",
        otherFile: 2,
      });
      expect(await Array.fromAsync(bench.store.messages.list(id))).toEqual([]);
    });

    it("knows a large file that is finished already", async () => {
      const file = madeFile();
      const { id } = await bench.store.largeFiles.begin({ file, outcome: file.outcome });
      await bench.store.largeFiles.finish(id);
      const known = { id, state: "recorded", known: true };
      expect(await bench.store.largeFiles.finish(id)).toMatchObject(known);
      expect(await bench.store.largeFiles.begin({ file, outcome: file.outcome })).toMatchObject(
        known,
      );
    });

    it("leaves alone what a program that still runs is writing", async () => {
      const file = madeFile();
      const begun = await bench.store.largeFiles.begin({ file, outcome: file.outcome });
      const other = await bench.open(bench.setting);
      expect(await other.files.dropUnfinished()).toBe(0);
      await expect(
        other.largeFiles.add({ file: begun.id, messages: [madeMessage({ line: 2 })] }),
      ).rejects.toThrow();
      await expect(other.largeFiles.begin({ file, outcome: file.outcome })).rejects.toThrow(
        /Another program/,
      );
      await other.close();
      await bench.store.largeFiles.add({ file: begun.id, messages: [madeMessage({ line: 2 })] });
      expect(await bench.store.largeFiles.finish(begun.id)).toMatchObject({ state: "recorded" });
      expect(await bench.store.files.dropUnfinished()).toBe(0);
    });

    it("begins anew what it did not finish itself", async () => {
      const file = madeFile();
      const first = await bench.store.largeFiles.begin({ file, outcome: file.outcome });
      await bench.store.largeFiles.add({ file: first.id, messages: [madeMessage({ line: 2 })] });
      const again = await bench.store.largeFiles.begin({ file, outcome: file.outcome });
      expect(again).toMatchObject({ state: "recording", known: false });
      await expect(bench.store.largeFiles.add({ file: first.id, messages: [] })).rejects.toThrow(
        /Read the file again/,
      );
      await bench.store.largeFiles.add({ file: again.id, messages: [madeMessage({ line: 2 })] });
      await bench.store.largeFiles.finish(again.id);
      expect(await routeAll(bench.store)).toBe(1);
    });

    it("forgets what was never finished, and never reuses its number", async () => {
      const file = madeFile();
      const begun = await bench.store.largeFiles.begin({ file, outcome: file.outcome });
      await bench.store.largeFiles.add({ file: begun.id, messages: [madeMessage({ line: 2 })] });
      await bench.reopen();
      expect(await bench.store.files.dropUnfinished()).toBe(1);
      expect(await bench.store.files.get(begun.id)).toBeNull();
      await expect(
        bench.store.largeFiles.add({ file: begun.id, messages: [madeMessage({ line: 3 })] }),
      ).rejects.toThrow(/Read the file again/);
      await expect(bench.store.largeFiles.finish(begun.id)).rejects.toThrow(RefusedError);
      const again = await bench.store.largeFiles.begin({ file, outcome: file.outcome });
      expect(again).toMatchObject({ state: "recording", known: false });
      expect(again.id).toBeGreaterThan(begun.id);
    });
  });
}
