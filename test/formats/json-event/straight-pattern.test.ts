import { expect, test } from "vitest";
import { patternText } from "../../../src/formats/generate/pattern-text.ts";
import { Random } from "../../../src/formats/generate/value/random.ts";
import { StraightPattern } from "../../../src/formats/json-event/quick/straight-pattern.ts";
import { fc } from "../../property.ts";
import { shipped } from "./json-text.ts";

const sources = [
  ...new Set(
    shipped.jsonEvents().flatMap(({ fields }) => fields.flatMap((one) => one.pattern ?? [])),
  ),
];

function matches(source: string, text: string): boolean | undefined {
  const bytes = Buffer.from(`<${text}>`);
  return StraightPattern.of(source)?.matches(bytes, 1, bytes.length - 1);
}

test("every pattern that is shipped is gone through in bytes", () => {
  expect(sources.length).toBeGreaterThan(10);
  for (const source of sources) expect(StraightPattern.of(source), source).not.toBeNull();
});

test.each([
  ...sources,
  "^(?:A|BC){0,1}x?[0-9 ]*-$",
  "^\\\\\\.?a{2,3}b+$",
  "^(?:Z|\\+\\d{2}(?::00)?)$",
])("%s takes what the regular expression takes", (source) => {
  const expression = new RegExp(source, "u");
  const seeds = [1, 2, 3].map((seed) => patternText(source, new Random(`${seed}`)) ?? "");
  const pieces = fc.constantFrom(
    ...seeds,
    "S-",
    "IF-",
    "0",
    "12",
    ".",
    "-",
    "+00:00",
    "A",
    "z",
    "b",
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 4 }).map((all) => all.join("")),
    fc.tuple(pieces, fc.nat(40)).map(([all, at]) => all.slice(0, at) + all.slice(at + 1)),
  );
  for (const seed of seeds) expect(matches(source, seed)).toBe(expression.test(seed));
  fc.assert(fc.property(text, (one) => matches(source, one) === expression.test(one)));
});

test.each([
  "\\d+",
  "^\\d+\\d$",
  "^(a+)+$",
  "^a*?b$",
  "^[^a]$",
  "^\\w$",
  "^a|b$",
  "^(?=a)a$",
  "^.$",
])("%s is left to the regular expression, or read as it reads", (source) => {
  for (const text of ["a", "b", "ab", "1", "11", ""])
    expect(matches(source, text) ?? new RegExp(source, "u").test(text)).toBe(
      new RegExp(source, "u").test(text),
    );
});
