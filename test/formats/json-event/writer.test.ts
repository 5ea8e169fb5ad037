import { describe, expect, test } from "vitest";
import { jsonEvent } from "../../../src/formats/json-event/family.ts";
import { readDocument } from "../../../src/formats/recognise.ts";
import { fc } from "../../property.ts";
import {
  dataOf,
  mpan,
  pending,
  read,
  readings,
  readText,
  shipped,
  validation,
  write,
} from "./json-text.ts";

const runs = process.env["BUSBAR_NIGHTLY"] === undefined ? 1 : 20;

describe("what was read is written back to the same bytes", () => {
  test.each([
    [
      "blanks and line ends",
      `\n${JSON.stringify(pending(), null, "\t").replaceAll("\n", "\r\n")}\n\n`,
    ],
    [
      "numbers as they were written",
      JSON.stringify(pending()).replace("true", "1.50e+2").replace("domesticPremisesInd", "weight"),
    ],
    ["escapes", JSON.stringify(pending()).replace("SGR-77", "\\u0053GR\\/77")],
    [
      "a list of data",
      JSON.stringify(validation({ registrationRequestStatus: "Validated", mpxn: mpan })),
    ],
    ["wrapped events", JSON.stringify([{ payload: readings() }], null, 2)],
    ["a list that is wrapped", JSON.stringify([{ payload: [readings(), readings()] }], null, 2)],
    ["a byte order mark", `\ufeff${JSON.stringify(pending())}`],
  ])("with %s", (_, text) => {
    const written = write(readText(text));
    expect(written.ok ? Buffer.from(written.bytes).toString() : written.problems).toBe(text);
  });
});

test("changed data is written as the event it makes", () => {
  const document = read(readings());
  const data = dataOf(document);
  data.CommonBlock.M0.GSPGroupID = "_K";
  const written = write(document, [data]);
  const text = written.ok ? Buffer.from(written.bytes).toString() : "";
  expect(JSON.parse(text)).toEqual(readings({ M0: { GSPGroupID: "_K" } }));
  expect(text).toMatch(/^\{\n {2}"CommonBlock": \{\n/);
});

test("an event made from data alone ends its lines as the layout says", () => {
  const event = read(readings());
  const made = (layout: Readonly<Record<string, string>>) => {
    const written = write({ ...event, layout });
    return written.ok ? Buffer.from(written.bytes).toString() : "";
  };
  const plain = made({ lineEnd: "LF" });
  expect(plain).toMatch(/^\{\n[^\r]*\n\}\n$/);
  expect(made({ lineEnd: "CRLF" })).toBe(plain.replaceAll("\n", "\r\n"));
  expect(made({ lineEnd: "CRLF", finalNewline: "no" })).toBe(
    plain.trimEnd().replaceAll("\n", "\r\n"),
  );
});

describe("text that was not read to its end is not written, whatever became of the data", () => {
  test.each([
    ["MIXED_FLOWS", [pending(), pending({ eventType: "RegistrationConfirmedNotification" })]],
    [
      "REPEATED_NAME",
      JSON.stringify(pending()).replace('"version"', '"eventStatus":"Error","version"'),
    ],
  ])("%s", (code, value) => {
    const document = read(value);
    const data = dataOf(document);
    const changed = { ...data, data: { ...data.data, registrationId: "REG-78" } };
    for (const written of [write(document), write(document, [changed])])
      expect(written).toMatchObject({ ok: false, problems: [{ code }] });
  });
});

describe("what a reader would refuse is not written", () => {
  test.each([
    [{ mpxn: null }, "MISSING_VALUE"],
    [{ supplyStartDate: "soon" }, "BAD_DATETIME"],
  ])("%j", (changed, code) => {
    const document = read(pending());
    const data = dataOf(document);
    const written = write(document, [{ ...data, data: { ...data.data, ...changed } }]);
    expect(written).toMatchObject({ ok: false, problems: [{ code }] });
  });

  test("events of another flow than the envelope's", () => {
    const document = read(pending());
    const written = write(document, [
      { ...dataOf(document), eventType: "RegistrationConfirmedNotification" },
    ]);
    expect(written).toMatchObject({ ok: false, problems: [{ code: "FLOW_DIFFERS" }] });
  });
});

const blank = fc.constantFrom("", " ", "\n", "\t", "\r\n  ");
/** JSON text of a value, with blanks where they may be. */
function spaced(value: unknown, gaps: readonly string[]): string {
  let next = 0;
  const gap = () => gaps[next++ % gaps.length] ?? "";
  const text = (one: unknown): string => {
    if (Array.isArray(one)) return `[${gap()}${one.map(text).join(`,${gap()}`)}${gap()}]`;
    if (typeof one !== "object" || one === null) return JSON.stringify(one);
    const members = Object.entries(one).map(
      ([name, member]) => `${JSON.stringify(name)}${gap()}:${gap()}${text(member)}`,
    );
    return `{${gap()}${members.join(`${gap()},${gap()}`)}${gap()}}`;
  };
  return text(value);
}

/** No object in it has one name in two spellings: members of half-hourly settlement count in any case. */
function isSpelledOnce(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  const names = Object.keys(value).map((name) => name.toLowerCase());
  return new Set(names).size === names.length && Object.values(value).every(isSpelledOnce);
}

const more = fc
  .dictionary(
    fc.string({ maxLength: 6 }).map((name) => `x${name}`),
    fc.jsonValue({ maxDepth: 2 }),
    { maxKeys: 3 },
  )
  .filter(isSpelledOnce);
const file = fc
  .tuple(
    fc.oneof(
      more.map((extra) => pending(extra)),
      fc.array(more, { maxLength: 3 }).map((items) =>
        validation(
          ...items.map((extra) => ({
            registrationRequestStatus: "Validated",
            mpxn: mpan,
            ...extra,
          })),
        ),
      ),
      fc
        .array(more, { minLength: 1, maxLength: 3 })
        .map((events) => events.map((extra) => ({ payload: { ...readings(), ...extra } }))),
    ),
    fc.array(blank, { minLength: 1, maxLength: 7 }),
  )
  .map(([value, gaps]) => spaced(value, gaps));

test("writing what was read from a valid file gives the same bytes", () => {
  fc.assert(
    fc.property(file, (text) => {
      // Half characters cannot stand in bytes: they come back as something else.
      fc.pre(text.isWellFormed() && !text.includes("\ufffd"));
      const written = write(readText(text));
      expect(written.ok ? Buffer.from(written.bytes).toString() : written.problems).toBe(text);
    }),
    { numRuns: 200 * runs },
  );
});

test("whatever is changed, what is written says it, and nothing else is otherwise", () => {
  const gaps = fc.array(blank, { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(more, more, gaps, fc.boolean(), (before, after, blanks, wrapped) => {
      const event = { ...readings(), ...before, kept: before };
      const text = spaced(wrapped ? [{ beside: 1, payload: [event] }] : event, blanks);
      fc.pre(text.isWellFormed() && !text.includes("\ufffd"));
      const { kept, ...data } = dataOf(readText(text));
      const wanted = { ...readings(), ...after, kept, $known: data.$known };
      const written = write(readText(text), [wanted]);
      const again = written.ok ? Buffer.from(written.bytes).toString() : "";
      expect(dataOf(readText(again))).toEqual(JSON.parse(JSON.stringify(wanted)));
      expect(again.includes('"beside"')).toBe(wrapped);
    }),
    { numRuns: 200 * runs },
  );
});

const change = fc.tuple(
  fc.nat(2000),
  fc.nat(3),
  fc.constantFrom('"', "{", "}", "[", "]", ",", ":", "\\", "\n", "0", "\u0000"),
);

test("a mutated file never throws, and what it says agrees with the built-in parser", () => {
  fc.assert(
    fc.property(file, fc.array(change, { minLength: 1, maxLength: 4 }), (valid, changes) => {
      let text = valid;
      for (const [at, drop, insert] of changes) {
        const place = at % (text.length + 1);
        text = text.slice(0, place) + insert + text.slice(place + drop);
      }
      const bytes = Buffer.from(text);
      fc.pre(jsonEvent.recognises(bytes, shipped));
      const document = readDocument(bytes, shipped);
      const wrong = document.problems.some(({ code }) => code === "BAD_JSON");
      expect(wrong).toBe(!isJson(text));
      expect(document.items).toHaveLength(document.messages);
      for (const item of document.items) expect(isJson(item.json())).toBe(true);
      expect(document.envelope !== null || document.problems.length > 0).toBe(true);
    }),
    { numRuns: 500 * runs },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
