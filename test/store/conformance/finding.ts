import { describe, expect, it } from "vitest";
import { beginningWith, exactly } from "../../../src/store/port/search-store.ts";
import type { Bench } from "../conformance.ts";
import { madeFile, problem, route, routeAll } from "../made-file.ts";
import { composed } from "./outbound-files.ts";

const wrong = [problem(2)];
const awaitsRelease = { ...problem(1), code: "TEST_DATA" };

/** Everything about a subject, whatever became of it; and files by what people call them. */
export function findsThings(bench: Bench): void {
  const find = (text: string) => bench.store.search.find({ range: exactly(text), limit: 20 });
  /** Where a subject is named beside its processes: file, line and message. */
  const mentions = async (text: string) =>
    (await find(text)).mentions.map(({ file, line, message }) => [file, line, message]);

  describe("finds", () => {
    it("a subject by its process, and notes nothing besides", async () => {
      await bench.store.files.record([madeFile({ messages: [{ line: 2, key: "A" }] })]);
      expect(await mentions("A")).toEqual([[1, 2, 1]]);
      await routeAll(bench.store);
      expect(await find("A")).toMatchObject({
        processes: [{ type: "metering-point", key: "A" }],
        mentions: [],
      });
    });

    it("a file by what others call it, refused or not, also once it is read again", async () => {
      const named = madeFile({ identifier: "S-1", otherIdentifiers: ["T-1"] });
      await bench.store.files.record([
        named,
        madeFile({ identifier: "S-2", otherIdentifiers: ["T-1", "T-2"], problems: [problem(1)] }),
        madeFile({ identifier: "T-2" }),
      ]);
      expect((await find("T-1")).filesIdentified).toEqual([2, 1]);
      expect((await find("T-2")).filesIdentified).toEqual([3, 2]);
      const { filesIdentified } = await bench.store.search.find({
        range: beginningWith("T-"),
        limit: 20,
      });
      expect(filesIdentified.toSorted()).toEqual([1, 2, 3]);
      const again = madeFile({ identifier: "S-2", otherIdentifiers: ["T-3"] });
      await bench.store.readings.record({
        file: 2,
        outcome: again.outcome,
        messages: again.messages,
        occurredAt: 500,
      });
      expect((await find("T-3")).filesIdentified).toEqual([2]);
    });

    it("what is invalid, in conflict, awaiting release or refused", async () => {
      const messages = [{ line: 2, key: "A" }];
      await bench.store.files.record([
        madeFile({ messages: [{ line: 2, key: "A", problems: wrong }] }),
        madeFile({ messages: [], identifier: "7" }),
        madeFile({ messages, identifier: "7" }),
        madeFile({ messages, awaitsRelease }),
        madeFile({ messages, problems: [problem(null)] }),
      ]);
      await routeAll(bench.store);
      expect(await mentions("A")).toEqual([
        [5, 2, null],
        [4, 2, 3],
        [3, 2, 2],
        [1, 2, 1],
      ]);
      expect(await mentions("B")).toEqual([]);
    });

    it("what no process took, what waits for one, and what goes by another key", async () => {
      const messages = ["A", "B", "C"].map((key, at) => ({ line: at + 2, key }));
      await bench.store.files.record([madeFile({ messages })]);
      const [batch] = await bench.store.routes.waiting({ limit: 9 });
      if (batch === undefined) throw new Error("nothing waits");
      const [, second, third] = route(batch).events;
      if (second === undefined || third === undefined) throw new Error("three were made");
      const events = [
        { ...second, otherwise: "wait" as const },
        { ...third, key: "an order" },
      ];
      await bench.store.routes.record([{ ...route(batch), events }]);
      expect(await mentions("A")).toEqual([[1, 2, 1]]);
      expect(await mentions("B")).toEqual([[1, 3, 2]]);
      expect(await mentions("C")).toEqual([[1, 4, 3]]);
      expect((await find("an order")).processes).toHaveLength(1);
    });

    it("what was invalid, by its process once it is mended, and by its new subject if it has another", async () => {
      const file = madeFile({ messages: [{ line: 2, key: "A", problems: wrong }] });
      await bench.store.files.record([file]);
      const again = madeFile({ messages: [{ line: 2, key: "B", problems: wrong }] });
      await bench.store.readings.record({
        file: 1,
        outcome: file.outcome,
        messages: again.messages,
        occurredAt: 500,
      });
      expect([await mentions("A"), await mentions("B")]).toEqual([[], [[1, 2, 1]]]);
      const mended = madeFile({ messages: [{ line: 2, key: "B" }] });
      await bench.store.readings.record({
        file: 1,
        outcome: mended.outcome,
        messages: mended.messages,
        occurredAt: 500,
      });
      await routeAll(bench.store);
      expect(await find("B")).toMatchObject({ processes: [{ key: "B" }], mentions: [] });
    });

    it("what a refused file says now, not what it said before", async () => {
      const refused = (key: string) =>
        madeFile({ messages: [{ line: 2, key }], problems: [problem(null)] });
      await bench.store.files.record([refused("A")]);
      const again = refused("B");
      await bench.store.readings.record({
        file: 1,
        outcome: again.outcome,
        messages: again.messages,
        occurredAt: 500,
      });
      expect([await mentions("A"), await mentions("B")]).toEqual([[], [[1, 2, null]]]);
      const mended = madeFile({ messages: [{ line: 2, key: "B" }] });
      await bench.store.readings.record({
        file: 1,
        outcome: mended.outcome,
        messages: mended.messages,
        occurredAt: 500,
      });
      expect(await mentions("B")).toEqual([[1, 2, 1]]);
    });

    it("what is in large files: invalid, and refused", async () => {
      const invalid = madeFile({
        messages: [
          { line: 2, key: "A", problems: wrong },
          { line: 4, key: "B" },
        ],
      });
      const { id } = await bench.store.largeFiles.begin({
        file: invalid,
        outcome: invalid.outcome,
      });
      await bench.store.largeFiles.add({ file: id, messages: invalid.messages });
      expect(await mentions("A")).toEqual([]);
      await bench.store.largeFiles.finish(id);
      const refused = madeFile({ problems: [problem(null)] });
      const named = [{ line: 6, key: "A" }];
      await bench.store.largeFiles.begin({ file: refused, outcome: { ...refused.outcome, named } });
      expect(await mentions("A")).toEqual([
        [2, 6, null],
        [1, 2, 1],
      ]);
      expect(await mentions("B")).toEqual([[1, 4, 2]]);
    });

    it("what is in archives", async () => {
      const container = madeFile({ envelope: null, messages: [], name: "all.zip" });
      const inside = (name: string, wish: Parameters<typeof madeFile>[0]) => ({
        file: { ...madeFile(wish), arrival: `${container.arrival}/${name}` },
        place: { container: container.arrival, path: name },
      });
      const members = [
        inside("1", { messages: [{ line: 2, key: "A", problems: wrong }] }),
        inside("2", { messages: [{ line: 2, key: "A" }], problems: [problem(null)] }),
      ];
      await bench.store.containers.begin({ container, outcome: container.outcome });
      await bench.store.containers.add({ container: 1, files: members });
      expect(await mentions("A")).toEqual([]);
      await bench.store.containers.finish({ container: 1 });
      expect(await mentions("A")).toEqual([
        [3, 2, null],
        [2, 2, 1],
      ]);
    });

    it("files by name and by the identifier in their headers, whole or by how they begin", async () => {
      await bench.store.files.record([
        madeFile({ name: "day-1.uff", identifier: "REG1" }),
        madeFile({ name: "day-2.uff", identifier: "REG2", problems: [problem(null)] }),
        madeFile({ name: "day-1.uff", identifier: "REG12" }),
      ]);
      expect(await find("day-1.uff")).toMatchObject({ filesNamed: [3, 1], filesIdentified: [] });
      expect(await find("REG2")).toMatchObject({ filesNamed: [], filesIdentified: [2] });
      const began = await bench.store.search.find({ range: beginningWith("REG"), limit: 2 });
      expect(began).toMatchObject({ filesNamed: [], filesIdentified: [2, 3], outboundOf: [] });
      expect(
        (await bench.store.search.find({ range: beginningWith("day-"), limit: 9 })).filesNamed,
      ).toEqual([2, 3, 1]);
    });

    it("what is sent by its name, its identifier and the process it is sent for", async () => {
      await bench.store.files.record([madeFile({ messages: [{ line: 2, key: "A" }] })]);
      await routeAll(bench.store);
      const effect = {
        kind: "file",
        flow: "D0010",
        to: { role: "X", participant: "UPCO" },
        data: {},
      } as const;
      await bench.store.outboundMessages.send({ identity: "one", outgoing: effect });
      expect((await find("A")).waiting).toBe(0);
      await bench.store.outbound.record([composed(1, { messages: [1], subjects: ["A", "B"] })]);
      expect([await find("A"), await find("B")]).toMatchObject([
        { outboundAbout: [1] },
        { outboundAbout: [1] },
      ]);
      expect(await find("file-1")).toMatchObject({ outboundNamed: [1], outboundIdentified: [] });
      expect(await find("1")).toMatchObject({ outboundNamed: [], outboundIdentified: [1] });
    });
  });
}
