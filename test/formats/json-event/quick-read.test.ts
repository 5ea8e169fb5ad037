import { describe, expect, test } from "vitest";
import type { Catalogue } from "../../../src/catalogue/definition.ts";
import type { Document } from "../../../src/core/file/document.ts";
import { isHalfHourly } from "../../../src/core/file/half-hourly.ts";
import { generateDocument } from "../../../src/formats/generate/generate.ts";
import { jsonLimits } from "../../../src/formats/json-event/limits.ts";
import { quickRead } from "../../../src/formats/json-event/quick/quick-read.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import { fc } from "../../property.ts";
import { mpan, readings, readText, shipped } from "./json-text.ts";
import { platformMessage } from "./platform-message.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] !== undefined;
/** Messages that are changed at random; 200,000 in a nightly run. */
const mutants = nightly ? 200_000 : 500;
const mostMs = nightly ? 1_800_000 : 360_000;

const definitions = shipped.jsonEvents().filter(({ flow }) => isHalfHourly(flow));

/** A catalogue of the same definitions in which nothing is read in one go: each is there twice. */
const thorough: Catalogue = {
  ...shipped,
  jsonEvents: () => [...definitions, ...definitions.map((one) => ({ ...one }))],
};

function isQuick(text: string): boolean {
  const bytes = Buffer.from(text);
  return quickRead(text, bytes, shipped.jsonEvents(), jsonLimits) !== null;
}

/** All that is to be the same however a text was read. */
function seen({ items, layout: _, ...outcome }: Document): object {
  const each = items.map((one) => ({
    ...{ line: one.line, lastLine: one.lastLine, group: one.group },
    ...{ subject: one.subject, problems: one.problems, json: one.json() },
  }));
  return { ...outcome, each };
}

function expectSame(text: string): void {
  expect(seen(readText(text))).toEqual(seen(readText(text, thorough)));
}

/** A generated file of an interface, without blanks or with them. */
function textOf(flow: string, seed: string, count: number, compact: boolean): string {
  const definition = definitions.find((one) => one.flow === flow);
  if (definition === undefined) throw new Error(`There is no ${flow}`);
  const written = writeDocument(generateDocument(definition, shipped, { seed, count }), shipped);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  const text = Buffer.from(written.bytes).toString();
  return compact ? JSON.stringify(JSON.parse(text)) : text;
}

describe("a file without fault is read in one go, and as it is read thoroughly", () => {
  test.each(definitions.map(({ flow }) => flow))("%s", (flow) => {
    for (const [seed, count] of [
      ["one", 1],
      ["some", 3],
    ] as const)
      for (const compact of [true, false]) {
        const text = textOf(flow, seed, count, compact);
        expect(isQuick(text)).toBe(true);
        expectSame(text);
      }
  });

  test("and is not when it holds what is only unusual", () => {
    const whole = JSON.stringify(readings());
    expect(isQuick(whole)).toBe(true);
    for (const text of [
      whole.replace('"interfaceID"', '"InterfaceID"'),
      whole.replace(mpan, mpan.replace("0", "\\u0030")),
      whole.replace('{"CommonBlock"', '{"more":1,"CommonBlock"'),
      `${whole}\n${whole}`,
      JSON.stringify({ payload: readings(), more: 1 }),
      JSON.stringify({ payload: [readings()] }),
    ]) {
      expect(isQuick(text)).toBe(false);
      expectSame(text);
    }
  });

  test("and is not with a member of other events, of which it warns", () => {
    const eventCode = "[DirectContractMSRemove]";
    const wish = { reference: "one", interfaceID: "IF-039", eventCode };
    const one = JSON.stringify(platformMessage(wish));
    const told = (text: string) => {
      expectSame(text);
      return readText(text).items.flatMap(({ problems }) =>
        problems.filter(({ code }) => code === "UNKNOWN_MEMBER").map(({ message }) => message),
      );
    };
    const block = (inside: string, code = "MSRemove") =>
      one.replace("MSRemove", code).replace(/"B064List":\[.*?\]/, `"B020":${inside}`);
    for (const inside of ["{}", "null"]) expect(told(block(inside))).toEqual([]);
    expect(told(block('{"any":1}'))[0]).toContain("is a member that IF-039 has only where");
    expect(told(block('{"any":1}', "MSAdd")).join()).not.toContain("only where");
    expect(told(block('{"any":1}', "Nothing")).join()).not.toContain("only where");
  });

  test("texts beyond ASCII and with escapes are no reason to read twice", () => {
    const whole = JSON.stringify(readings());
    for (const text of [
      whole.replace("9900000001", "99\\u00300000001"),
      whole.replace("M77", "Mé7"),
      whole.replace("M77", "M\u{1f50c}7"),
      whole.replace("M77", "M\\u00e97"),
      whole.replace("M77", 'a\\"b'),
      whole.replace("M77", "a\\\\"),
      `\ufeff${whole}`,
    ]) {
      expect(isQuick(text)).toBe(!text.startsWith("\ufeff"));
      expectSame(text);
    }
    for (const wrong of ["M\\u00e", "M\\x", "M\t7"]) {
      const text = whole.replace("M77", wrong);
      expect(isQuick(text)).toBe(false);
      expectSame(text);
    }
  });

  test("not when it is wrong", () => {
    const whole = JSON.stringify(readings());
    for (const text of [
      whole.slice(0, -1),
      `${whole}]`,
      `[${whole}`,
      `[${whole},]`,
      whole.replace('"IF-041"', '"IF-036"'),
      whole.replace('"schemaVersion":"011"', '"schemaVersion":"010"'),
      whole.replace("[ReadingCOS]", "[MSApp]"),
      whole.replace('"M77"', "77"),
      whole.replace('"readingMethod"', '"meterID"'),
      whole.replace(mpan, "9900012045007"),
      whole.replace("2025-08-11T00:00:00", "2025-02-30T00:00:00"),
      whole.replace('"replayIndicator":false', '"replayIndicator":fals'),
    ]) {
      expect(isQuick(text)).toBe(false);
      expectSame(text);
    }
  });
});

/** What may become of a character, a value or a name of a text. */
const changes: readonly ((text: string, at: number, other: number) => string)[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at) => text.slice(0, at),
  (text, at, other) => text.slice(0, at) + text.slice(other, other + 20) + text.slice(at),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/"[^"]*"/, '"x"'),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/"[^"]*"/, "12"),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/:(?:"[^"]*"|true|false|\d+)/, ":null"),
  (text, at) =>
    text.slice(0, at) +
    text.slice(at).replace(/"([^"]*)":/, (_, name: string) => `"${name.toUpperCase()}":`),
  (text, at) =>
    text.slice(0, at) + text.slice(at).replace(/("[^"]*":(?:"[^"]*"|true|false))/, "$1,$1"),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/,?"[^"]*":(?:"[^"]*"|true|false)/, ""),
  (text, at) => `${text.slice(0, at)}${"[".repeat(70)}${text.slice(at)}`,
  (text, at, other) => text.slice(0, at) + String.fromCharCode(other % 256) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + text.slice(at).replace(/\d/, "9"),
];

test(
  `${mutants.toLocaleString("en-GB")} changed messages end valid, invalid or refused, and nothing is lost`,
  () => {
    const wish = fc.record({
      flow: fc.constantFrom(...definitions.map(({ flow }) => flow)),
      seed: fc.integer({ min: 0, max: 3 }),
      compact: fc.boolean(),
      steps: fc.array(
        fc.record({
          kind: fc.nat(changes.length - 1),
          at: fc.double({ min: 0, max: 1, noNaN: true }),
          other: fc.nat(),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    });
    const made = new Map<string, string>();
    fc.assert(
      fc.property(wish, ({ flow, seed, compact, steps }) => {
        const key = `${flow} ${seed} ${compact}`;
        let text = made.get(key) ?? textOf(flow, String(seed), 1, compact);
        made.set(key, text);
        for (const { kind, at, other } of steps) {
          const place = Math.floor(at * text.length);
          text = changes[kind]?.(text, place, other % Math.max(1, text.length)) ?? text;
        }
        const document = readText(text);
        const refused = document.problems.some(({ severity }) => severity === "error");
        expect(refused || document.messages > 0 || document.problems.length > 0).toBe(true);
        expect(document.items).toHaveLength(document.messages);
        for (const one of document.items) expect(JSON.parse(one.json())).toBeTypeOf("object");
        if (!refused) expect(leaves(lastOf(document))).toEqual(leaves(eventIn(JSON.parse(text))));
        if (other(steps) % 4 === 0) expectSame(text);
      }),
      { numRuns: mutants },
    );
  },
  mostMs,
);

function other([first]: readonly { readonly other: number }[]): number {
  return first?.other ?? 0;
}

/** The event without its wrapper: what stands beside that is kept in the file alone. */
function eventIn(value: unknown): unknown {
  const isWrapped = typeof value === "object" && value !== null && "payload" in value;
  return isWrapped ? value.payload : value;
}

function lastOf({ items }: Document): unknown {
  return items.map((one) => {
    const { $known: _, ...data } = JSON.parse(one.json());
    return data;
  });
}

/** Every value without members of a document, in no order: names may be spelled otherwise in it. */
function leaves(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves).toSorted();
  if (typeof value === "object" && value !== null)
    return Object.values(value).flatMap(leaves).toSorted();
  return [JSON.stringify(value)];
}
