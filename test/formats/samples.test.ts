import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { hasError } from "../../src/core/file/problem.ts";
import { readDocument } from "../../src/formats/recognise.ts";
import { writeDocument } from "../../src/formats/write-document.ts";
import { catalogue, codes } from "./flow-text.ts";
import { isValid, writable } from "./written.ts";

/** Public examples that may lie beside the project; they are not part of it. */
const samples = fileURLToPath(new URL("../../../shared/samples", import.meta.url));

describe.skipIf(!existsSync(samples))("public samples", () => {
  const load = (name: string) => readDocument(readFileSync(join(samples, name)), catalogue);

  test("the well-known D0010 has 11 messages and no problem at all", () => {
    const document = load("DTC5259515123502080915D0010.uff");
    expect(codes(document)).toEqual([]);
    expect(document).toMatchObject({ messages: 11, invalid: 0, lines: 37 });
  });

  test("the malformed D0010 is refused, and each reason named", () => {
    const document = load("D0010-malformed-a.uff");
    expect(hasError(document.problems)).toBe(true);
    expect(new Set(codes(document))).toEqual(
      new Set([
        "HEADER_FIELD_COUNT",
        "TRAILER_FIELD_COUNT",
        "GROUP_COUNT",
        "FLOW_COUNT",
        "TOO_MANY_FIELDS",
        "TOO_MANY_DECIMALS",
        "SUBJECT_CHECK_DIGIT",
      ]),
    );
  });

  test.each([
    ["D0019-a.usr", 1],
    ["D0036-a.usr", 2],
    ["D0155-a.usr", 1],
  ])("%s is read without error", (name, messages) => {
    const document = load(name);
    expect(hasError(document.problems)).toBe(false);
    expect(document).toMatchObject({ messages, invalid: 0 });
  });

  test("a settlement file of a flow nobody describes is read, count and checksum checked", () => {
    const document = load("E0041001.dat");
    expect(codes(document)).toEqual(["UNDESCRIBED_FLOW"]);
    expect(document).toMatchObject({ messages: 1, invalid: 0, envelope: { flow: "E0041" } });
  });

  const names = existsSync(samples) ? readdirSync(samples) : [];
  test.each(names.filter((name) => /\.(uff|usr|dat)$/.test(name)))(
    "%s is written back to the same bytes, or refused as it was when it was read",
    (name) => {
      const bytes = readFileSync(join(samples, name));
      const document = readDocument(bytes, catalogue, { whole: true });
      const found = writable(document);
      if (found === null) throw new Error("It has no envelope");
      const written = writeDocument(found, catalogue);
      expect(written.ok).toBe(isValid(document));
      if (written.ok) expect(Buffer.compare(written.bytes, bytes)).toBe(0);
    },
  );
});
