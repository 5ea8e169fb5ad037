import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { documentJson, readDocumentJson } from "../../src/formats/document-json.ts";
import { readDocument } from "../../src/formats/recognise.ts";
import { writeDocument } from "../../src/formats/write-document.ts";
import { fc } from "../property.ts";
import { catalogue } from "./flow-text.ts";
import { fixtureFiles } from "./tree/fixture-files.ts";
import { mutated, mutation } from "./tree/mutation.ts";
import { withRightTrailer } from "./tree/right-trailer.ts";
import { isValid } from "./written.ts";

const fixtures = fileURLToPath(new URL("../../fixtures/", import.meta.url));
/** Fixtures of every family, right and wrong ones, by name. */
const others = ["tables", "json-events"].flatMap((folder) =>
  readdirSync(fixtures + folder).map((name) => ({
    name: `${folder}/${name}`,
    bytes: readFileSync(`${fixtures}${folder}/${name}`),
  })),
);
const files = new Map([...others, ...fixtureFiles].map(({ name, bytes }) => [name, bytes]));
/** Those that are no record trees come more often: the others have properties of their own. */
const names = [
  ...files.keys(),
  ...others.map(({ name }) => name),
  ...others.map(({ name }) => name),
];

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

/** `busbar flow read FILE --json | busbar flow write`: the bytes, or null where one of the two says no. */
function piped(bytes: Buffer): Buffer | null {
  const document = readDocument(bytes, catalogue, { whole: true });
  const read = readDocumentJson([...documentJson(document)].join(""));
  if (!read.ok) {
    expect(document.envelope).toBe(null);
    return null;
  }
  const written = writeDocument(read.document, catalogue);
  expect(written.ok).toBe(isValid(document));
  return written.ok ? Buffer.from(written.bytes) : null;
}

test(
  "reading any file as JSON and writing it gives the same bytes, or one of the two says no",
  () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.array(mutation, { maxLength: 4 }),
        fc.boolean(),
        (name, changes, mended) => {
          const broken = changes.reduce(mutated, files.get(name) ?? Buffer.alloc(0));
          const changed = mended ? withRightTrailer(broken) : broken;
          const written = piped(changed);
          if (written !== null && Buffer.compare(written, changed) !== 0)
            expect(written.toString("latin1")).toBe(changed.toString("latin1"));
        },
      ),
      { numRuns: nightly ? 200_000 : 1_000 },
    );
  },
  nightly ? 1_800_000 : 360_000,
);
