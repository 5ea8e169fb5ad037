import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { usualPackedLimits } from "../../src/config/unpack.ts";
import { Budget } from "../../src/packed/budget.ts";
import { jsonListMembers } from "../../src/packed/json-list.ts";
import { PackedRefusal } from "../../src/packed/refusal.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";
import { fc } from "../property.ts";

/** The texts of an array's elements, or why it is refused. */
async function cut(
  source: Uint8Array | string,
  members = 10_000,
): Promise<string[] | PackedRefusal> {
  const texts: string[] = [];
  const budget = new Budget({ ...usualPackedLimits, members }, source.length);
  try {
    for await (const { pieces } of jsonListMembers(source, "day.json", budget))
      texts.push(Buffer.concat(await Array.fromAsync(pieces)).toString());
  } catch (error) {
    if (!(error instanceof PackedRefusal)) throw error;
    return error;
  }
  return texts;
}

const refusal = async (text: string) => {
  const found = await cut(Buffer.from(text));
  if (!(found instanceof PackedRefusal)) throw new Error(`taken: ${found.join()}`);
  return `${found.problem.code}: ${found.message}`;
};

const blank = fc.string({ unit: fc.constantFrom(" ", "\t", "\n", "\r"), maxLength: 3 });
const object = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4 });

describe("an array", () => {
  test("is cut into the very bytes of its elements, whatever is in their texts", async () => {
    const elements = fc.array(fc.tuple(blank, object, fc.nat(2), blank), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("", "\ufeff"), elements, blank, async (mark, all, end) => {
        const texts = all.map(([, value, indent]) => JSON.stringify(value, null, indent));
        const inside = all.map(([before, , , after], at) => `${before}${texts[at]}${after}`);
        expect(await cut(Buffer.from(`${mark}[${inside.join(",")}]${end}`))).toEqual(texts);
      }),
      { numRuns: 200 },
    );
  });

  test("on the disk is cut as one in memory, where an element goes over a piece's end", async () => {
    const path = join(temporaryFolder(), "day.json");
    const texts = [1, 2, 3].map((number) => JSON.stringify({ number, "[{,": "é".repeat(400_000) }));
    const text = `[ ${texts.join(" ,\n ")} ]\n`;
    writeFileSync(path, text);
    expect(await cut(path)).toEqual(texts);
    expect(await cut(Buffer.from(text))).toEqual(texts);
  });

  test("names its messages after itself", async () => {
    const budget = new Budget(usualPackedLimits, 9);
    for (const [name, third] of [
      ["day.json", "day.3.json"],
      ["day", "day.3"],
      [".day", ".day.3"],
    ] as const) {
      const list = Buffer.from("[{},{},{}]");
      const members = await Array.fromAsync(jsonListMembers(list, name, budget));
      expect(members.at(-1)?.path).toBe(third);
    }
  });

  test("of as many messages as are allowed unless asked for otherwise, 10,000, has them all", async () => {
    const list = `[${Array(10_000).fill("{}").join(",")}]`;
    expect(await cut(Buffer.from(list))).toHaveLength(10_000);
  });

  test("of more messages than a container may hold is refused, at the first too many", async () => {
    const list = `[${Array(11).fill("{}").join(",")}]`;
    expect(await cut(Buffer.from(list), 11)).toHaveLength(11);
    const found = await cut(Buffer.from(list), 10);
    expect(found).toMatchObject({ problem: { code: "PACKED_TOO_MANY" } });
  });
});

describe("an array that is no JSON is refused with the place", () => {
  test.each([
    ['[{"a":1},', "At line 1, column 9 the file ends where a value was expected"],
    ['[{"a":1}', "the file ends where a comma or a closing bracket was expected"],
    ['[{"a":"1}', "the file ends where a closing quote was expected"],
    ['[{"a":1},]', 'At line 1, column 10 is "]" where a value was expected'],
    ['[{"a":1},,{}]', 'At line 1, column 10 is "," where a value was expected'],
    [
      '[\n  {"a":1}\n  {"b":2}]',
      'At line 3, column 3 is "{"b":2}]" where a comma or a closing bracket',
    ],
    [
      '[\n  {"a":1} {"b":2}]',
      'At line 2, column 11 is "{"b":2}]" where a comma or a closing bracket',
    ],
    ['[{},\n {"a" 1}]', 'At line 2, column 7 is "1}]" where a colon was expected'],
    ["[{}\n] x", 'At line 2, column 3 is "x" where the end of the file was expected'],
    ["[{},{]", "where a name in double quotes was expected"],
    ["[{\"a\":'1'}]", "a single quote, and JSON has double quotes alone"],
  ])("%j", async (text, say) => {
    const found = await refusal(text);
    expect(found).toContain("BAD_JSON: ");
    expect(found).toContain(say);
  });

  test("whatever one character of a right one is left out, so long as that makes it wrong", async () => {
    const right = '[{"a":"\\"]"},\n{"b":[1,{"c":null}]}]';
    for (let at = 0; at < right.length; at += 1) {
      const text = right.slice(0, at) + right.slice(at + 1);
      const found = at === 0 ? [] : await cut(Buffer.from(text));
      let whole: unknown = null;
      try {
        whole = JSON.parse(text);
      } catch {
        if (at > 0) expect(found, text).toBeInstanceOf(PackedRefusal);
      }
      if (Array.isArray(whole) && at > 0)
        expect(found).toEqual(whole.map((one) => JSON.stringify(one)));
    }
  });

  test("or one of its messages is larger than what is kept of one", async () => {
    const large = JSON.stringify({ text: "x".repeat(32 << 20) });
    const found = await refusal(`[{},\n ${large}]`);
    expect(found).toContain(
      "JSON_TOO_LARGE: The message of the array that begins at line 2, column 2",
    );
  });
});

test("what is larger than JSON that is read is an element, as long as it is JSON", async () => {
  const large = JSON.stringify({ text: "x".repeat(8 << 20) });
  const found = await cut(Buffer.from(`[{},${large},{}]`));
  expect(Array.isArray(found) && found.map(({ length }) => length)).toEqual([2, large.length, 2]);
  const wrong = `[{},{"text":${"9".repeat(8 << 20)} 9},{}]`;
  expect(await refusal(wrong)).toContain("BAD_JSON");
});

test("what is deep or says a name twice is an element, for its own reader to judge", async () => {
  const deep = `${'{"a":'.repeat(80)}1${"}".repeat(80)}`;
  const twice = '{"a":1,"a":2}';
  expect(await cut(Buffer.from(`[${deep},${twice}]`))).toEqual([deep, twice]);
});
