import { describe, expect, it } from "vitest";
import type { PackedFile } from "../../../src/store/port/files/container-store.ts";
import type { ReadFile } from "../../../src/store/port/files/file-store.ts";
import type { Bench } from "../conformance.ts";
import { madeFile, madeMessage, problem, routeAll } from "../made-file.ts";

/** A container, and a file in it. */
const container = (claim: string, text = "a container") => ({
  file: madeFile({ claim, name: "c.zip", text, envelope: null, identifier: null, messages: [] }),
  place: null,
});

function inside(outer: PackedFile, number: number, file: ReadFile): PackedFile {
  const arrival = `${outer.file.arrival}/${number}`;
  return {
    file: { ...file, arrival },
    place: { container: outer.file.arrival, path: `folder/${file.name}` },
  };
}

/** Containers: all that lies in one stands at once, or nothing of it does. */
export function recordsContainers(bench: Bench): void {
  const states = async () =>
    (await Array.fromAsync(bench.store.files.list())).map(({ id, state }) => [id, state]);

  describe("records containers", () => {
    it("with all that lies in them, linked both ways, in one commit", async () => {
      const outer = container("one");
      const nested = inside(outer, 2, container("x", "another").file);
      const files = [
        outer,
        inside(outer, 1, madeFile({ name: "a.uff" })),
        nested,
        inside(nested, 1, madeFile({ name: "b.uff" })),
      ];
      const recorded = await bench.store.containers.record(files);
      expect(recorded.map(({ state }) => state)).toEqual(Array(4).fill("recorded"));
      expect(await bench.store.files.get(1)).toMatchObject({ container: null, members: [2, 3] });
      expect(await bench.store.files.get(2)).toMatchObject({
        name: "a.uff",
        container: { file: 1, path: "folder/a.uff" },
        members: [],
      });
      expect(await bench.store.files.get(3)).toMatchObject({ members: [4] });
      expect(await bench.store.files.get(1)).toMatchObject({ inside: { files: 2, waiting: 0 } });
      expect(await bench.store.files.get(4)).toMatchObject({ container: { file: 3 } });
      expect(await routeAll(bench.store)).toBe(2);
      expect(Buffer.from(await bench.store.files.bytes(4))).toEqual(files[3]?.file.bytes);
    });

    it("once: the same arrival again, and the same bytes again, bring nothing new", async () => {
      const outer = container("one");
      const member = madeFile();
      await bench.store.containers.record([outer, inside(outer, 1, member)]);
      expect(await bench.store.containers.record([outer, inside(outer, 1, member)])).toEqual([
        { id: 1, arrival: outer.file.arrival, state: "recorded", otherFile: null, known: true },
      ]);
      const again = container("two");
      await bench.store.containers.record([again, inside(again, 1, member)]);
      expect(await states()).toEqual([
        [1, "recorded"],
        [2, "recorded"],
        [3, "duplicate"],
      ]);
    });

    it("with each file in them judged by itself", async () => {
      const first = madeFile({ identifier: "SAME", text: "first" });
      await bench.store.files.record([first]);
      const outer = container("one");
      await bench.store.containers.record([
        outer,
        inside(outer, 1, { ...first, name: "again.uff" }),
        inside(outer, 2, madeFile({ identifier: "SAME", text: "other" })),
        inside(outer, 3, madeFile({ problems: [problem(2)] })),
        inside(outer, 4, madeFile()),
      ]);
      expect((await states()).slice(1)).toEqual([
        [2, "recorded"],
        [3, "duplicate"],
        [4, "conflict"],
        [5, "rejected"],
        [6, "recorded"],
      ]);
      const insideOf = async (id: number) => (await bench.store.files.get(id))?.inside;
      expect(await insideOf(2)).toEqual({
        files: 4,
        refused: 1,
        conflict: 1,
        awaitingRelease: 0,
        invalid: 0,
        waiting: 2,
      });
      expect(await insideOf(3)).toBeUndefined();
    });

    it("without what lies in one that is refused or was there before", async () => {
      const outer = container("one");
      const refused = { ...outer.file.outcome, problems: [problem(null)] };
      const bad = { file: { ...outer.file, outcome: refused }, place: null };
      const recorded = await bench.store.containers.record([bad, inside(bad, 1, madeFile())]);
      expect(recorded.map(({ state }) => state)).toEqual(["rejected"]);
    });
  });

  describe("records containers too large for one commit", () => {
    async function begin(claim: string, files: (outer: PackedFile) => PackedFile[]) {
      const outer = container(claim);
      const { id } = await bench.store.containers.begin({
        container: outer.file,
        outcome: outer.file.outcome,
      });
      await bench.store.containers.add({ container: id, files: files(outer) });
      return { id, outer };
    }

    it("invisible until the end, then all at once", async () => {
      const twice = madeFile();
      const { id, outer } = await begin("one", (zip) => [
        inside(zip, 1, madeFile()),
        inside(zip, 2, madeFile({ problems: [problem(2)] })),
        inside(zip, 3, twice),
        inside(zip, 4, twice),
      ]);
      const large = madeFile();
      const place = { container: outer.file.arrival, path: "large" };
      const arrival = { ...large, arrival: `${outer.file.arrival}/5` };
      const member = await bench.store.containers.beginMember({
        container: id,
        place,
        file: arrival,
        outcome: large.outcome,
      });
      expect(member.takesMessages).toBe(true);
      await bench.store.largeFiles.add({ file: member.id, messages: [madeMessage({ line: 2 })] });
      expect((await states()).map(([, state]) => state)).toEqual(Array(6).fill("recording"));
      expect(await routeAll(bench.store)).toBe(0);
      expect(await bench.store.containers.finish({ container: id })).toMatchObject({
        state: "recorded",
      });
      expect((await states()).map(([, state]) => state)).toEqual([
        "recorded",
        "recorded",
        "rejected",
        "recorded",
        "duplicate",
        "recorded",
      ]);
      expect(await routeAll(bench.store)).toBe(3);
      expect(await bench.store.files.dropUnfinished()).toBe(0);
    });

    it("from the start again when the program ended on the way", async () => {
      const files = (zip: PackedFile) => [inside(zip, 1, madeFile()), inside(zip, 2, madeFile())];
      await begin("one", files);
      await bench.reopen();
      const { id } = await begin("one", files);
      await bench.store.containers.finish({ container: id });
      expect((await states()).map(([, state]) => state)).toEqual(Array(3).fill("recorded"));
      expect(await routeAll(bench.store)).toBe(2);
    });

    it("and forgets all of it when nobody takes it up again", async () => {
      await begin("one", (zip) => [inside(zip, 1, madeFile())]);
      await bench.reopen();
      expect(await bench.store.files.dropUnfinished()).toBe(2);
      expect(await states()).toEqual([]);
    });

    it("not twice: one that repeats another is settled at once or at the end", async () => {
      const { id } = await begin("two", (zip) => [inside(zip, 1, madeFile())]);
      const outer = container("one");
      await bench.store.containers.record([outer]);
      const [other] = (await states()).slice(-1);
      expect(await bench.store.containers.finish({ container: id })).toMatchObject({
        state: "duplicate",
      });
      expect(await states()).toEqual([[id, "duplicate"], other]);
      const third = container("three");
      const begun = await bench.store.containers.begin({
        container: third.file,
        outcome: third.file.outcome,
      });
      expect(begun.state).toBe("duplicate");
    });

    it("that were refused and are opened again", async () => {
      const outer = container("one");
      const refused = { ...outer.file.outcome, problems: [problem(null)] };
      const bad = { file: { ...outer.file, outcome: refused }, place: null };
      await bench.store.containers.record([bad]);
      for (const ended of [false, true]) {
        await bench.store.containers.reopen(1);
        await bench.store.containers.add({ container: 1, files: [inside(bad, 1, madeFile())] });
        if (!ended) await bench.reopen();
      }
      expect(await bench.store.files.get(1)).toMatchObject({ state: "rejected" });
      const again = { outcome: outer.file.outcome, occurredAt: 500 };
      expect(await bench.store.containers.finish({ container: 1, again })).toMatchObject({
        state: "recorded",
      });
      const [, member, ...others] = await Array.fromAsync(bench.store.files.list());
      expect(member).toMatchObject({ state: "recorded", container: { file: 1 } });
      expect(others).toEqual([]);
      expect(await routeAll(bench.store)).toBe(1);
      expect(await bench.store.files.dropUnfinished()).toBe(0);
    });
  });
}
