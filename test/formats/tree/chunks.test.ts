import { describe, expect, test } from "vitest";
import type { Message } from "../../../src/core/file/document.ts";
import { openReader, readDocument } from "../../../src/formats/recognise.ts";
import { fc } from "../../property.ts";
import { catalogue } from "../flow-text.ts";
import { fixtureFiles } from "./fixture-files.ts";

const files = fixtureFiles.map(({ bytes }) => bytes);

function plain(message: Message) {
  const { line, lastLine, group, subject, problems } = message;
  return { line, lastLine, group, subject, problems, json: message.json() };
}

/** Reads in pieces that end at the places given, each in memory that is used again for the next. */
function readInPieces(bytes: Buffer, cuts: readonly number[]) {
  const items: Message[] = [];
  const onMessage = (message: Message) => {
    items.push(message);
  };
  const reader = openReader(bytes.subarray(0, 4096), { catalogue, onMessage });
  const memory = new Uint8Array(bytes.length + 1);
  let from = 0;
  for (const to of [...cuts.toSorted((a, b) => a - b), bytes.length]) {
    memory.fill(0xff);
    memory.set(bytes.subarray(from, to));
    reader.push(memory.subarray(0, to - from));
    from = to;
  }
  memory.fill(0xff);
  return { outcome: reader.end(), items: items.map(plain) };
}

function readWhole(bytes: Buffer) {
  const { items, layout: _, ...outcome } = readDocument(bytes, catalogue);
  return { outcome, items: items.map(plain) };
}

describe("a file that is only checked", () => {
  test("is judged as when its messages are wanted", () => {
    for (const bytes of files) {
      const reader = openReader(bytes.subarray(0, 4096), { catalogue });
      reader.push(bytes);
      expect(reader.end()).toEqual(readWhole(bytes).outcome);
    }
  });
});

describe("a file read in pieces", () => {
  test("byte by byte is read as it is in one", () => {
    for (const bytes of files.filter((one) => one.length < 2000)) {
      const cuts = Array.from({ length: bytes.length }, (_, at) => at);
      expect(readInPieces(bytes, cuts)).toEqual(readWhole(bytes));
    }
  });

  test("cut anywhere is read as it is in one", () => {
    const cut = fc
      .constantFrom(...files)
      .chain((bytes) =>
        fc.tuple(fc.constant(bytes), fc.array(fc.nat({ max: bytes.length }), { maxLength: 12 })),
      );
    fc.assert(
      fc.property(cut, ([bytes, cuts]) => {
        expect(readInPieces(bytes, cuts)).toEqual(readWhole(bytes));
      }),
      { numRuns: 500 },
    );
  });
});
