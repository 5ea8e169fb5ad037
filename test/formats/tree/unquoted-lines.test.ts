import { expect, test } from "vitest";
import { splitQuoted } from "../../../src/formats/tree/read/lines/split-quoted.ts";
import { UnquotedLines } from "../../../src/formats/tree/read/lines/unquoted-lines.ts";
import { fc } from "../../property.ts";

const separator = "\x1f";
const piece = fc.string({
  unit: fc.constantFrom('"', ",", "a", "ÿ", separator, '","', '""', "\r", "\r\n", "\n", "\n\n"),
  maxLength: 30,
});

/** The lines as text without quotes, and the faults in them by number. */
function expected(text: string, asText: boolean) {
  const faults = new Map<number, string>();
  const lines = text.split("\n").map((raw, index) => {
    const line = raw.replace(/\r$/, "");
    if (line === "") return "";
    const split = asText ? { fields: line.split(","), fault: null } : splitQuoted(line, ",");
    if (split.fault !== null) faults.set(index + 1, split.fault);
    return split.fields
      .map((field) => `${field.replaceAll(separator, "\x7f")}${separator}`)
      .join("");
  });
  return { text: lines.join("\n"), faults };
}

function unquoted(text: string, cuts: readonly number[], asText: boolean) {
  const lines = new UnquotedLines();
  lines.quotesAreText = asText;
  const bytes = Buffer.from(text, "latin1");
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted(
    (a, b) => a - b,
  );
  const faults = new Map<number, string>();
  const out: Buffer[] = [];
  const keep = (taken: Buffer): void => {
    out.push(taken);
    for (const [line, fault] of lines.faults) faults.set(line, fault);
  };
  let from = 0;
  for (const to of places) {
    keep(lines.take(bytes.subarray(from, to)));
    from = to;
  }
  keep(lines.end());
  return { text: Buffer.concat(out).toString("latin1"), faults };
}

test("bytes lose their quotes as text does, however the file is cut", () => {
  fc.assert(
    fc.property(
      piece,
      fc.array(fc.nat({ max: 60 }), { maxLength: 4 }),
      fc.boolean(),
      (rest, cuts, asText) => {
        const text = `"A00",1\n${rest}`;
        expect(unquoted(text, cuts, asText)).toEqual(expected(text, asText));
      },
    ),
    { numRuns: 3000 },
  );
});

test("a line is read no further than anybody needs", () => {
  const long = `A00,1\n"${"x".repeat(300_000)}",2\nB,3\n`;
  const { text, faults } = unquoted(long, [1000, 200_000], false);
  expect(faults).toEqual(new Map([[2, "UNTERMINATED_QUOTE"]]));
  expect(text.split("\n").map((line) => line.length)).toEqual([6, 262_145, 4, 0]);
});
