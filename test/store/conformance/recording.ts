import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type {
  ReadFile,
  Recorded,
  RecordFailure,
} from "../../../src/store/port/files/file-store.ts";
import { fc } from "../../property.ts";
import type { Bench } from "../conformance.ts";
import { madeFile, problem, routeAll } from "../made-file.ts";

/** Commit 1: every file, once, with the right verdict. */
export function recordsFiles(bench: Bench): void {
  describe("records files", () => {
    it("keeps the file, its envelope, its messages and its very bytes", async () => {
      const file = madeFile({ text: "ZHV|\xa3|\r\n\0", messages: [{ line: 2, key: "A" }] });
      const [recorded] = await bench.store.files.record([file]);
      expect(recorded).toEqual({
        id: 1,
        arrival: file.arrival,
        state: "recorded",
        otherFile: null,
        known: false,
        findings: { codes: [], error: null, invalid: 0, awaitingRelease: false },
      });
      expect(await bench.store.files.get(1)).toEqual({
        id: 1,
        arrival: file.arrival,
        channel: "inbox",
        name: file.name,
        sizeBytes: file.sizeBytes,
        hash: file.hash,
        state: "recorded",
        otherFile: null,
        modifiedAt: 1_000,
        seenAt: 2_000,
        recordedAt: 10_000,
        envelope: file.outcome.envelope,
        occurredAt: 500,
        messages: 1,
        invalid: 0,
        events: 0,
        awaitingRelease: false,
        decisions: [],
        container: null,
        members: [],
        problems: [],
      });
      expect(await Array.fromAsync(bench.store.messages.list(1))).toEqual([
        {
          id: 1,
          file: 1,
          line: 2,
          lastLine: 2,
          group: "026",
          subjectKind: "mpan",
          subjectKey: "A",
          data: '{"line":"2"}',
          invalid: false,
          problems: [],
        },
      ]);
      expect(Buffer.from(await bench.store.files.bytes(1))).toEqual(file.bytes);
    });

    it("keeps the bytes of many files of one commit apart", async () => {
      const texts = ["", "a", "\0".repeat(300_000), "b".repeat(70_000), "c"];
      const files = texts.map((text) => madeFile({ text }));
      const recorded = (await bench.store.files.record(files)).map(expectRecorded);
      for (const [index, { id }] of recorded.entries()) {
        expect(Buffer.from(await bench.store.files.bytes(id))).toEqual(files[index]?.bytes);
        const pieces = await Array.fromAsync(bench.store.files.stream(id));
        expect(Buffer.concat(pieces)).toEqual(files[index]?.bytes);
      }
    });

    it("keeps a name apart from where the file was claimed", async () => {
      const file = { ...madeFile(), arrival: "claim/0001", name: "odd\nname|.uff" };
      await bench.store.files.record([file]);
      expect(await bench.store.files.get(1)).toMatchObject({
        arrival: "claim/0001",
        name: "odd\nname|.uff",
      });
    });

    it("knows an arrival that it has recorded, in the same batch and later", async () => {
      const file = madeFile();
      const [first, again] = await bench.store.files.record([file, file]);
      // What is in it was told when it was recorded.
      expect(again).toEqual({ ...first, known: true, findings: undefined });
      expect(await bench.store.files.record([file])).toEqual([again]);
      expect(await bench.store.files.arrivals([file.arrival, "claim-0/none"])).toEqual(
        new Map([[file.arrival, again]]),
      );
    });

    it("takes the same bytes under another name as a sighting of the file that stands", async () => {
      const file = madeFile();
      const states = await statesOf(bench, [[file], [{ ...file, arrival: "later/other.uff" }]]);
      expect(states).toEqual(["recorded", "duplicate of 1"]);
      expect(await Array.fromAsync(bench.store.messages.list(2))).toEqual([]);
      expect(Buffer.from(await bench.store.files.bytes(2))).toEqual(file.bytes);
    });

    it("takes the same identity with other bytes as a conflict, and keeps its messages", async () => {
      const states = await statesOf(bench, [
        [madeFile({ identifier: "7" }), madeFile({ identifier: "7" })],
        [madeFile({ identifier: "7" })],
      ]);
      expect(states).toEqual(["recorded", "conflict of 1", "conflict of 1"]);
      expect(await Array.fromAsync(bench.store.messages.list(2))).toHaveLength(1);
      expect(await routeAll(bench.store)).toBe(1);
    });

    it("takes the same name with other bytes as an ordinary new file", async () => {
      const states = await statesOf(bench, [
        [madeFile({ name: "a.uff" }), madeFile({ name: "a.uff" })],
      ]);
      expect(states).toEqual(["recorded", "recorded"]);
    });

    it("takes files without an identifier as different unless their bytes are the same", async () => {
      const states = await statesOf(bench, [
        [madeFile({ identifier: null }), madeFile({ identifier: null })],
        [madeFile({ envelope: null, messages: [], problems: [problem(null)] })],
      ]);
      expect(states).toEqual(["recorded", "recorded", "rejected"]);
    });

    it("keeps a refused file with all its problems in line order, and none of its messages", async () => {
      const messages = [{ line: 4, problems: [problem(4)] }];
      const file = madeFile({ problems: [problem(9), problem(null)], messages });
      expect(await statesOf(bench, [[file]])).toEqual(["rejected"]);
      const record = await bench.store.files.get(1);
      expect(record?.problems.map(({ line }) => line)).toEqual([null, 4, 9]);
      expect(record?.envelope).toEqual(file.outcome.envelope);
      expect(await Array.fromAsync(bench.store.messages.list(1))).toEqual([]);
      expect(Buffer.from(await bench.store.files.bytes(1))).toEqual(file.bytes);
    });

    it("takes the good file after a cut-short one as an ordinary new file", async () => {
      const states = await statesOf(bench, [
        [madeFile({ identifier: "7", problems: [problem(3)] }), madeFile({ identifier: "7" })],
      ]);
      expect(states).toEqual(["rejected", "recorded"]);
    });

    it("reads the same bytes again after a refusal", async () => {
      const refused = madeFile({ text: "same", problems: [problem(1)] });
      const good = madeFile({ text: "same" });
      expect(await statesOf(bench, [[refused], [good]])).toEqual(["rejected", "recorded"]);
    });

    it("lets no bad file spoil the others of its batch", async () => {
      const broken = () => {
        throw new Error("cannot be serialised");
      };
      const files = [
        madeFile(),
        madeFile({ messages: [{ line: 2, json: broken }] }),
        madeFile({ messages: [{ line: 2 }, { line: 2 }] }),
        { ...madeFile(), hash: "abc" },
        { ...madeFile(), sizeBytes: 1 },
        madeFile(),
      ];
      const results = await bench.store.files.record(files);
      expect(results.map((result) => ("error" in result ? "failed" : result.state))).toEqual([
        "recorded",
        "failed",
        "failed",
        "failed",
        "failed",
        "recorded",
      ]);
      expect(results.map(({ arrival }) => arrival)).toEqual(files.map(({ arrival }) => arrival));
      expect((await bench.store.reports.counts()).files).toEqual({ recorded: 2 });
      expect(await routeAll(bench.store)).toBe(2);
    });

    it("gives each of many callers at once its own answers", async () => {
      const first = madeFile();
      const calls = [
        [first],
        [madeFile({ messages: [{ line: 2 }, { line: 2 }] }), madeFile()],
        [first],
        ...Array.from({ length: 10 }, () => [madeFile()]),
      ];
      const answers = await Promise.all(calls.map((files) => bench.store.files.record(files)));
      expect(answers.map((some) => some.map(({ arrival }) => arrival))).toEqual(
        calls.map((files) => files.map(({ arrival }) => arrival)),
      );
      const told = answers.map((some) => some.map((one) => ("error" in one ? null : one.known)));
      const others = Array.from({ length: 10 }, () => [false]);
      expect(told).toEqual([[false], [null, false], [true], ...others]);
      expect((await bench.store.reports.counts()).files).toEqual({ recorded: 12 });
    });

    it("never lets the moment of recording go backwards", async () => {
      await bench.store.files.record([madeFile()]);
      bench.now = 9_000;
      await bench.store.files.record([madeFile()]);
      await routeAll(bench.store);
      const times = (await Array.fromAsync(bench.store.files.list())).map(
        (file) => file.recordedAt,
      );
      expect(times).toEqual([10_000, 10_000]);
      const [event] = await Array.fromAsync(bench.store.events.list({ limit: 1 }));
      expect(event?.recordedAt).toBe(10_000);
    });

    it("is the same store when it is opened again", async () => {
      const { id } = bench.store;
      await bench.store.files.record([madeFile()]);
      await bench.store.close();
      bench.store = await bench.open(bench.setting);
      expect(bench.store.id).toBe(id);
      expect(await bench.store.files.get(1)).toMatchObject({ state: "recorded" });
    });

    it("gives the same verdicts for the same order of arrival, however it is cut into batches", async () => {
      const arrival = fc.record({
        text: fc.constantFrom("a", "b", "c"),
        identifier: fc.constantFrom("1", "2", null),
        refused: fc.boolean(),
        last: fc.boolean(),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(arrival, { minLength: 1, maxLength: 12 }), async (arrivals) => {
          const files = arrivals.map(({ text, identifier, refused }) =>
            madeFile({ text, identifier, problems: refused ? [problem(1)] : [] }),
          );
          const cut: ReadFile[][] = [[]];
          for (const [index, file] of files.entries()) {
            cut.at(-1)?.push(file);
            if (arrivals[index]?.last) cut.push([]);
          }
          const singly = await inFreshStore(
            bench,
            files.map((file) => [file]),
          );
          expect(await inFreshStore(bench, cut)).toEqual(singly);
        }),
        { numRuns: 25 },
      );
    });
  });
}

async function inFreshStore(bench: Bench, batches: ReadFile[][]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "busbar-store-"));
  const store = await bench.open({ ...bench.setting, folder });
  try {
    return await statesOf({ ...bench, store }, batches);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function statesOf({ store }: Bench, batches: ReadFile[][]): Promise<string[]> {
  const states: string[] = [];
  for (const batch of batches) {
    for (const result of await store.files.record(batch)) {
      const { state, otherFile } = expectRecorded(result);
      states.push(otherFile === null ? state : `${state} of ${otherFile}`);
    }
  }
  return states;
}

function expectRecorded(result: Recorded | RecordFailure): Recorded {
  if ("error" in result) throw result.error;
  return result;
}
