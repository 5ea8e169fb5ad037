import { describe, expect, test } from "vitest";
import type { FlowDefinition } from "../../../src/catalogue/definition.ts";
import type { Document, Message } from "../../../src/core/file/document.ts";
import { generateFile } from "../../../src/formats/generate/generate.ts";
import { openReader, readDocument } from "../../../src/formats/recognise.ts";
import { rgmaFrame } from "../../../src/formats/rgma/frame.ts";
import { splitQuoted } from "../../../src/formats/tree/read/lines/split-quoted.ts";
import { planFor } from "../../../src/formats/tree/read/plan.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import { fc } from "../../property.ts";
import { allProblems, codes } from "../flow-text.ts";
import { catalogueFor, treeFlows } from "../tree/generated-files.ts";
import { textOf } from "../written.ts";

const flows = treeFlows().filter(({ family }) => family === "rgma");
const nightly = process.env["BUSBAR_NIGHTLY"] === "1";
const mostMs = nightly ? 1_800_000 : 180_000;

/** A right file of a flow, in lines. */
interface Right {
  readonly flow: FlowDefinition;
  readonly lines: readonly string[];
  readonly shape: string;
}

const files: readonly Right[] = flows.flatMap((flow) =>
  ["1", "2", "3"].map((seed) => {
    const written = writeDocument(generateFile(flow, { seed, count: 2 }), catalogueFor(flow));
    const lines = String(textOf(written)).trimEnd().split("\n");
    return { flow, lines, shape: shapeOf(read(flow, lines)) };
  }),
);

function read(flow: FlowDefinition, lines: readonly string[]): Document {
  return readDocument(Buffer.from(`${lines.join("\n")}\n`, "latin1"), catalogueFor(flow));
}

/** Which records stand below which, without their values. */
function shapeOf({ items }: Document): string {
  return JSON.stringify(items.map((item) => [item.group, shape(JSON.parse(item.json()))]));
}

function shape(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(shape);
  if (typeof data !== "object" || data === null) return undefined;
  const groups = Object.entries(data).filter(([, value]) => typeof value === "object");
  return Object.fromEntries(groups.map(([key, value]) => [key, shape(value)]));
}

/** The fields of a line as they stand there, quotes and all. */
function pieces(line: string): string[] {
  return line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,"]*)(?=,|$)/g) ?? [];
}

/** A field that is there is emptied or replaced by what cannot be right; an empty one is filled. */
function spoil(piece: string, filling: string): string {
  const isText = piece.startsWith('"');
  if (filling === "") return isText ? '""' : "";
  return isText ? `"${filling}"` : filling;
}

const spoilt = fc
  .record({
    file: fc.constantFrom(...files),
    place: fc.nat({ max: 10_000 }),
    field: fc.nat({ max: 10_000 }),
    filling: fc.constantFrom("", "Z", "1", "Z".repeat(300)),
  })
  .map(({ file, place, field, filling }) => {
    // Neither header nor trailer.
    const line = 1 + (place % (file.lines.length - 2));
    const fields = pieces(file.lines[line] ?? "");
    const index = 1 + (field % (fields.length - 1));
    fields[index] = spoil(fields[index] ?? "", filling);
    return { ...file, line: line + 1, index, lines: file.lines.with(line, fields.join(",")) };
  });

/** Problems of a field that do not depend on where its record stands. */
const ofValue = new Set(["TOO_LONG", "BAD_NUMBER", "BAD_DATE", "BAD_TIME", "INFERRED_FORMAT"]);

describe("one wrong field", () => {
  test(
    "of any record of any flow is reported as that field's, and moves no record to another place",
    () => {
      fc.assert(
        fc.property(spoilt, ({ flow, lines, line, index, shape: right }) => {
          const document = read(flow, lines);
          const keys = keysOf(flow, splitQuoted(lines[line - 1] ?? "", ",").fields[0] ?? "", index);
          for (const problem of allProblems(document))
            expect(problem).toMatchObject({ line, field: expect.toBeOneOf([...keys]) });
          // As it now is, its record may be a right one of another place, where the rest can follow, too.
          if (shapeOf(document) !== right)
            expect(codes(document).filter((code) => !ofValue.has(code))).toEqual([]);
        }),
        { seed: 12, numRuns: nightly ? 100_000 : 700 },
      );
    },
    mostMs,
  );

  test.each([
    ["unused below an asset, where its site has it", "G0605", "NAME"],
    ["that must be there below a meter point alone", "G0609", "ADDRS"],
  ])("%s does not put what follows out of place", (_, name, code) => {
    for (const { flow, lines } of files.filter((one) => one.flow.flow === name))
      for (const [at, whole] of lines.entries()) {
        const fields = pieces(whole);
        if (fields[0] !== `"${code}"`) continue;
        for (const [index, piece] of fields.entries()) {
          if (index === 0) continue;
          const changed = fields.with(index, spoil(piece, piece.length > 2 ? "" : "Z")).join(",");
          const found = allProblems(read(flow, lines.with(at, changed)));
          expect(found.map(({ line }) => line)).toEqual(found.map(() => at + 1));
        }
      }
  });

  test(
    "is reported alike however the file comes in pieces",
    () => {
      fc.assert(
        fc.property(spoilt, fc.array(fc.nat({ max: 4_000 }), { maxLength: 6 }), (one, cuts) => {
          const bytes = Buffer.from(`${one.lines.join("\n")}\n`, "latin1");
          const items: Message[] = [];
          const onMessage = (message: Message) => void items.push(message);
          const reader = openReader(bytes, { catalogue: catalogueFor(one.flow), onMessage });
          let from = 0;
          for (const to of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
            reader.push(Uint8Array.from(bytes.subarray(from, to)));
            from = Math.max(from, Math.min(to, bytes.length));
          }
          const { envelope, problems, messages, invalid, lines, sequenceNumber } = reader.end();
          const pieced = { envelope, problems, messages, invalid, lines, sequenceNumber };
          const { items: whole, layout: _, ...outcome } = read(one.flow, one.lines);
          expect(pieced).toEqual(outcome);
          expect(items.map((item) => [item.problems, item.json()])).toEqual(
            whole.map((item) => [item.problems, item.json()]),
          );
        }),
        { seed: 12, numRuns: nightly ? 20_000 : 400 },
      );
    },
    mostMs,
  );
});

/** What the field at a place is called, wherever the flow has the record. */
function keysOf(flow: FlowDefinition, code: string, index: number): readonly string[] {
  const nodes = planFor(flow, rgmaFrame.delimiter).nodes.filter(({ group }) => group.code === code);
  return nodes.flatMap(({ keys }) => keys[index - 1] ?? []);
}
