import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { documentJson, readDocumentJson } from "../../src/formats/document-json.ts";
import { fileLines } from "../../src/formats/generate/file-lines.ts";
import { generateFile } from "../../src/formats/generate/generate.ts";
import { readDocument } from "../../src/formats/recognise.ts";
import { writeDocument } from "../../src/formats/write-document.ts";
import { allFlows } from "../catalogue/whole-catalogue.ts";
import { catalogue, flowText, readingWith } from "./flow-text.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const right = ["right", "tables", "json-events"].flatMap((folder) =>
  readdirSync(fixtures + folder)
    .filter((name) => !name.startsWith("wrong"))
    .map((name) => `${folder}/${name}`),
);

/** What the bytes are after being read, told as JSON, and written. */
function throughJson(bytes: Buffer): string {
  const json = [...documentJson(readDocument(bytes, catalogue, { whole: true }))].join("");
  const read = readDocumentJson(json);
  if (!read.ok) return read.reasons.join();
  const written = writeDocument(read.document, catalogue);
  return written.ok
    ? Buffer.from(written.bytes).toString("latin1")
    : written.problems.map(({ message }) => message).join();
}

describe("a file shown as JSON and written again has the same bytes", () => {
  test.each(right)("%s", (name) => {
    const bytes = readFileSync(fixtures + name);
    expect(throughJson(bytes)).toBe(bytes.toString("latin1"));
  });

  test.each(["1", "spring"])("made-up files of every flow, seed %s", (seed) => {
    const different = allFlows().filter((flow) => {
      const file = generateFile(flow, { seed, count: 3 });
      const text = [...fileLines(file)].map((line) => `${line}\n`).join("");
      return throughJson(Buffer.from(text, "latin1")) !== text;
    });
    expect(different.map(({ flow, version }) => `${flow}${version}`)).toEqual([]);
  });

  test("characters outside ASCII, too", () => {
    const text = flowText(readingWith(1, "028|X10\xe9 41230|C|")).replaceAll("\n", "\r\n");
    expect(throughJson(Buffer.from(text, "latin1"))).toBe(text);
  });
});

test("a member called __proto__ is kept", () => {
  const name = "json-events/pending.json";
  const text = readFileSync(fixtures + name, "utf8").replace("{", '{ "__proto__": {"a": 1},');
  expect(throughJson(Buffer.from(text))).toBe(text);
});

describe("what is no document is refused, with every reason", () => {
  test("text that is no JSON", () => {
    expect(readDocumentJson("{")).toMatchObject({
      ok: false,
      reasons: [expect.stringMatching(/^it is not JSON: /)],
    });
  });

  test("what was read of a file of no known format, with the reader's reasons", () => {
    const document = readDocument(Buffer.from("nothing known"), catalogue, { whole: true });
    const read = readDocumentJson([...documentJson(document)].join(""));
    expect(read.ok ? [] : read.reasons.at(-1)).toMatch(/^The file begins with .*UNKNOWN_FORMAT\)$/);
  });

  test("JSON of another shape", () => {
    const read = readDocumentJson('{"envelope":{"family":"user-file"},"messages":[{"group":5}]}');
    expect(read.ok ? [] : read.reasons.map((reason) => reason.split(":")[0])).toEqual([
      "envelope.flow",
      "messages[0].group",
      "messages[0].data",
    ]);
  });
});
