import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/formats/recognise.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import type { WritableDocument } from "../../../src/formats/writer.ts";
import { readWritable, textOf } from "../written.ts";
import { catalogueFor, documentsOf, treeFlows } from "./generated-files.ts";

const seeds = Array.from(
  { length: process.env["BUSBAR_NIGHTLY"] === "1" ? 100 : 2 },
  (_, index) => `seed ${index}`,
);

describe.each(seeds)("a document of every flow version, %s", (seed) => {
  const documents = treeFlows().flatMap((flow) =>
    [1, 3].flatMap((count) =>
      documentsOf(flow, seed, count).map((document) => ({
        name: `${document.envelope.family} ${flow.flow}${flow.version} ${count}`,
        document,
        catalogue: catalogueFor(flow),
      })),
    ),
  );

  test("survives being written, read and written again", () => {
    expect(documents.length).toBeGreaterThan(800);
    for (const { name, document, catalogue } of documents) {
      const written = writeDocument(document, catalogue);
      if (!written.ok) throw new Error(`${name}: ${JSON.stringify(written.problems)}`);
      const read = readWritable(written.bytes, catalogue);
      expect({ name, envelope: read.envelope }).toEqual({ name, envelope: document.envelope });
      if (isCertain(document))
        expect({ name, messages: read.messages }).toEqual({ name, messages: document.messages });
      else expect(read.messages.length).toBe(document.messages.length);
      const again = textOf(writeDocument(read, catalogue));
      expect({ name, again }).toEqual({ name, again: textOf(written) });
    }
  });

  test("is read in full without a layout, too, when it is usual", () => {
    for (const { name, document, catalogue } of documents) {
      const written = writeDocument(document, catalogue);
      if (!written.ok) throw new Error(name);
      const { layout } = readDocument(written.bytes, catalogue, { whole: true });
      expect({ name, layout }).toEqual({ name, layout: document.layout ?? {} });
    }
  });
});

/** Whether a record of its file can stand at one place only. In RGMA a name may be an asset's or its transaction's. */
function isCertain({ envelope }: WritableDocument): boolean {
  return envelope.family !== "rgma";
}
