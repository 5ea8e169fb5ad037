import { describe, expect, test } from "vitest";
import type { AnyFlow } from "../../../src/catalogue/any-flow.ts";
import type { Catalogue } from "../../../src/catalogue/definition.ts";
import { hasRightCheckDigit } from "../../../src/catalogue/mpan.ts";
import type { Document, GroupData } from "../../../src/core/file/document.ts";
import { isHalfHourly } from "../../../src/core/file/half-hourly.ts";
import { loadCatalogue } from "../../../src/definitions/load.ts";
import { jsonEventDefinition } from "../../../src/definitions/user/json-event-schema.ts";
import { resolveJsonEvent } from "../../../src/definitions/user/resolve-json-event.ts";
import { resolveTable } from "../../../src/definitions/user/resolve-table.ts";
import { tableDefinition } from "../../../src/definitions/user/table-schema.ts";
import { generateDocument } from "../../../src/formats/generate/generate.ts";
import { readDocument } from "../../../src/formats/recognise.ts";
import { writeDocument } from "../../../src/formats/write-document.ts";
import { fc } from "../../property.ts";

const shipped = loadCatalogue();
const flows: readonly AnyFlow[] = [...shipped.tables(), ...shipped.jsonEvents()];
const isNightly = process.env["BUSBAR_NIGHTLY"] === "1";

interface Wish {
  readonly seed?: string;
  readonly count?: number;
}

function bytesOf(flow: AnyFlow, wish: Wish, catalogue: Catalogue = shipped): Buffer {
  const written = writeDocument(generateDocument(flow, catalogue, wish), catalogue);
  if (!written.ok) throw new Error(`${flow.flow}: ${JSON.stringify(written.problems)}`);
  return Buffer.from(written.bytes);
}

function read(bytes: Uint8Array, catalogue: Catalogue = shipped): Document {
  return readDocument(bytes, catalogue, { whole: true });
}

function problemsOf({ problems, items }: Document) {
  return [...problems, ...items.flatMap((item) => item.problems)];
}

function dataOf({ items }: Document): GroupData[] {
  return items.map((item): GroupData => JSON.parse(item.json()));
}

function rewritten(document: Document, catalogue: Catalogue = shipped): string {
  const { envelope, layout, items } = document;
  if (envelope === null) throw new Error("no envelope");
  const data = dataOf(document);
  const messages = items.map(({ group }, at) => ({ group, data: data[at] ?? {} }));
  const written = writeDocument({ envelope, layout, messages }, catalogue);
  return written.ok ? Buffer.from(written.bytes).toString("latin1") : JSON.stringify(written);
}

const wishes = fc.record({
  seed: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom("1", "spring", "Ω|")),
  count: fc.integer({ min: 1, max: 12 }),
});

describe.each(flows.map((flow) => [`${flow.flow}${flow.version}`, flow] as const))(
  "made-up files of %s",
  (_, flow) => {
    test("are read without a problem, as many messages as asked for, and written the same", () => {
      fc.assert(
        fc.property(wishes, (wish) => {
          const bytes = bytesOf(flow, wish);
          const document = read(bytes);
          expect(problemsOf(document)).toEqual([]);
          expect(document).toMatchObject({
            messages: wish.count,
            invalid: 0,
            envelope: { flow: flow.flow, version: flow.version },
          });
          expect(rewritten(document)).toBe(bytes.toString("latin1"));
        }),
        // There are many interfaces of half-hourly settlement, all of one kind.
        { numRuns: isHalfHourly(flow.flow) ? (isNightly ? 60 : 1) : isNightly ? 600 : 5 },
      );
    });

    test("are the same for the same seed, and others for another", () => {
      const once = bytesOf(flow, { seed: "a", count: 3 });
      expect(bytesOf(flow, { seed: "a", count: 3 }).equals(once)).toBe(true);
      expect(bytesOf(flow, { seed: "b", count: 3 }).equals(once)).toBe(false);
    });

    test("hold one message unless asked for otherwise, each with its subject", () => {
      const document = read(bytesOf(flow, {}));
      expect(document.messages).toBe(1);
      const { items } = read(bytesOf(flow, { seed: "subjects", count: 40 }));
      const isAbout = flow.family === "headed-csv" || !("subject" in flow) || flow.subject !== null;
      for (const { subject } of items) {
        expect(subject !== null).toBe(isAbout);
        if (subject?.kind === "mpan") expect(hasRightCheckDigit(subject.key)).toBe(true);
      }
    });

    test("have members or columns that may be missing sometimes, not always", () => {
      const texts = dataOf(read(bytesOf(flow, { seed: "optional", count: 60 })));
      const shared = texts.map((data) => Object.keys(flatten(data)).toSorted().join());
      const mayLack =
        flow.family === "headed-csv"
          ? flow.columns.some(({ required, line }) => !required && !line)
          : true;
      expect(new Set(shared).size > 1).toBe(mayLack);
    });
  },
);

function flatten(value: unknown, path = ""): Record<string, true> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { [path]: true };
  const below = Object.entries(value).flatMap(([name, one]) =>
    Object.entries(flatten(one, `${path}.${name}`)),
  );
  return Object.fromEntries(below);
}

function flowNamed(name: string): AnyFlow {
  const found = flows.find(({ flow }) => flow === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

describe("a made-up table", () => {
  test("whose rows are grouped has one line in some messages and several in others", () => {
    const data = dataOf(read(bytesOf(flowNamed("ORDERS"), { count: 40 })));
    const counts = data.map(({ lines }) => (Array.isArray(lines) ? lines.length : 0));
    expect(new Set(counts)).toEqual(new Set([1, 2, 3, 4]));
    const [numbers] = data.map(({ lines }) =>
      Array.isArray(lines) ? lines.map((line) => line.lineNumber) : [],
    );
    expect(numbers?.[0]).toBe("1");
  });

  test("of half-hourly reads tells a whole day of each channel, half hour by half hour", () => {
    for (const { lines } of dataOf(read(bytesOf(flowNamed("HH-SIMPLE-CSV"), { count: 3 })))) {
      const times = Array.isArray(lines) ? lines.map(({ startDate }) => startDate) : [];
      expect(times).toHaveLength(48);
      expect(times[47]).toMatch(/ 23:30$/);
      expect([...times].toSorted()).toEqual(times);
    }
  });

  test("packs no more than was ordered", () => {
    for (const { lines } of dataOf(read(bytesOf(flowNamed("PACKING"), { count: 20 }))))
      for (const line of Array.isArray(lines) ? lines : [])
        expect(line.quantityPacked).toBe(line.quantityOrdered);
  });
});

describe("made-up events", () => {
  test("are in their wrapper in some files and not in others", () => {
    const wrapped = Array.from({ length: 20 }, (_, seed) =>
      bytesOf(flowNamed("IF-041"), { seed: String(seed) }).includes('"payload"'),
    );
    expect(new Set(wrapped)).toEqual(new Set([true, false]));
  });

  test("have one item as an object, or several in a list", () => {
    const texts = Array.from({ length: 20 }, (_, seed) =>
      bytesOf(flowNamed("CSS02300"), { seed: String(seed), count: 3 }).toString(),
    );
    expect(texts.some((text) => text.includes('"data": {'))).toBe(true);
    expect(texts.some((text) => text.includes('"data": ['))).toBe(true);
  });

  test("are no more than a file of JSON may hold", () => {
    const bytes = bytesOf(flowNamed("IF-041"), { count: 60_000 });
    expect(bytes.length).toBeLessThan(8 << 20);
    const document = readDocument(bytes, shipped);
    expect(document).toMatchObject({ problems: [], invalid: 0 });
    expect(document.messages).toBeGreaterThan(2_000);
  });

  test("have identifiers of their own", () => {
    const events: unknown = JSON.parse(
      bytesOf(flowNamed("IF-033"), { count: 10 }).toString("utf8"),
    );
    const text = JSON.stringify(events);
    const found = text.match(/"senderUniqueReference":"[^"]+"/g) ?? [];
    expect(new Set(found).size).toBe(10);
  });
});

/** A table of one's own as a definition writes it. */
const ownTable = fc
  .record({
    delimiter: fc.constantFrom(",", ";", "\t", "|"),
    charset: fc.constantFrom("utf-8", "latin1"),
    groupBy: fc.boolean(),
    dates: fc.constantFrom(
      { date: "dd/MM/yyyy", datetime: "dd.MM.yyyy HH:mm", time: "HHmm" },
      { date: "yyyyMMdd", datetime: "yyyyMMddTHHmmss", time: "HH:mm:ss" },
      {},
    ),
    columns: fc.array(
      fc.record({
        name: fc.constantFrom(
          "Größe",
          "sku",
          "mpan",
          "mprn",
          "value",
          "status",
          "note",
          "Line Number",
        ),
        format: fc.constantFrom(
          "CHAR(1)",
          "CHAR(40)",
          "INT(3)",
          "NUM(4,2)",
          "NUM(12,6)",
          "DATE",
          "DATETIME",
          "TIME",
          "BOOLEAN",
          undefined,
        ),
        codes: fc.constantFrom(undefined, undefined, ["1"], ["1", "2"]),
        optional: fc.boolean(),
        line: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  })
  .map(({ groupBy, columns, ...rest }) => ({
    ...rest,
    family: "headed-csv",
    flow: "OWN",
    version: "1",
    name: "Own",
    ...(groupBy && { groupBy: ["account"] }),
    subject: { column: "account", kind: "account" },
    columns: [
      { name: "account", format: "CHAR(12)" },
      { name: "day of it", format: "DATE" },
      ...columns.map(({ name, format, codes, optional, line }, at) => ({
        name: `${name} ${at}`,
        ...(format !== undefined && { format }),
        ...(codes !== undefined && isPlain(format) && { codes }),
        ...(optional && { optional: true }),
        ...(line && groupBy && { line: true }),
      })),
    ],
  }));

function isPlain(format: string | undefined): boolean {
  return format === undefined || /^(?:CHAR|INT)/.test(format);
}

test("files of any table of one's own can be made up", () => {
  fc.assert(
    fc.property(ownTable, wishes, (written, wish) => {
      const table = resolveTable(tableDefinition.parse(written), () => undefined);
      const catalogue: Catalogue = { ...shipped, tables: () => [table] };
      const bytes = bytesOf(table, wish, catalogue);
      const document = read(bytes, catalogue);
      expect(problemsOf(document)).toEqual([]);
      expect(document.messages).toBe(wish.count);
      expect(rewritten(document, catalogue)).toBe(bytes.toString("latin1"));
    }),
    { numRuns: isNightly ? 2_000 : 30 },
  );
});

test("a table whose key has few values has as many messages as it has keys", () => {
  const written = {
    family: "headed-csv",
    flow: "FEW",
    version: "1",
    name: "Few",
    groupBy: ["kind"],
    columns: [
      { name: "kind", format: "CHAR(5)", codes: ["red", "green", "blue"] },
      { name: "sku", format: "CHAR(10)", line: true },
    ],
  };
  const table = resolveTable(tableDefinition.parse(written), () => undefined);
  const catalogue: Catalogue = { ...shipped, tables: () => [table] };
  const document = read(bytesOf(table, { count: 9 }, catalogue), catalogue);
  expect(document).toMatchObject({ messages: 3, problems: [] });
});

test("an event about something of one's own is not about a metering point", () => {
  const written = {
    family: "json-event",
    flow: "STOCK",
    version: "1",
    name: "Stock changed",
    discriminator: { path: "kind", values: ["stock.changed"] },
    items: "articles",
    subject: { paths: ["articles.sku"], otherwise: "article" },
    fields: [{ path: "articles.sku" }, { path: "articles.left", type: "number" }],
  };
  const event = resolveJsonEvent(jsonEventDefinition.parse(written));
  const catalogue: Catalogue = { ...shipped, jsonEvents: () => [event] };
  const { items } = read(bytesOf(event, { count: 5 }, catalogue), catalogue);
  for (const { subject } of items)
    expect(subject).toEqual({ kind: "article", key: expect.stringMatching(/^EX-\d{4}$/) });
});

/** An event of one's own: members at any depth, through lists. */
const ownEvent = fc
  .record({
    wrapper: fc.boolean(),
    items: fc.boolean(),
    fields: fc.array(
      fc.record({
        path: fc.constantFrom("a", "b", "things.c", "things.inner.d", "rows.e", "rows.deep.f"),
        type: fc.constantFrom("text", "number", "boolean", "date", "datetime", "text-or-list"),
        optional: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ wrapper, items, fields }) => ({
    family: "json-event",
    flow: "OWN",
    version: "2",
    name: "Own",
    discriminator: { path: "head.kind", values: ["own.made", "own.changed"] },
    ...(wrapper && { wrapper: "envelope" }),
    ...(items && { items: "things" }),
    versionFrom: "head.version",
    identity: { paths: ["head.id", "id"] },
    created: "head.at",
    testFlag: "head.test",
    from: { role: "head.role", participant: "head.from" },
    to: { participant: { value: "US" } },
    subject: { paths: ["things.mprn"], kind: "mpan", otherwise: "mprn" },
    known: { order: "more.order" },
    fields: [
      { path: "head.version", type: "number", optional: true },
      { path: "head.at", type: "datetime" },
      { path: "head.role", codes: ["REGS", "MOPS", "SUPP"] },
      { path: "head.kind", codes: ["own.made", "own.changed"] },
      { path: "rows", type: "list", optional: true },
      { path: "things", type: "object" },
      ...fields.map(({ optional, ...field }) => ({
        ...field,
        ...(optional && { optional: true }),
      })),
    ].filter(({ path }, at, all) => all.findIndex((one) => one.path === path) === at),
  }));

test("files of any JSON event of one's own can be made up", () => {
  fc.assert(
    fc.property(ownEvent, wishes, (written, wish) => {
      const event = resolveJsonEvent(jsonEventDefinition.parse(written));
      const catalogue: Catalogue = { ...shipped, jsonEvents: () => [event] };
      const bytes = bytesOf(event, wish, catalogue);
      const document = read(bytes, catalogue);
      expect(problemsOf(document)).toEqual([]);
      expect(document.messages).toBe(wish.count);
      expect(document.envelope).toMatchObject({ flow: "OWN", version: "2", testFlag: "TR01" });
      expect(rewritten(document, catalogue)).toBe(bytes.toString("latin1"));
    }),
    { numRuns: isNightly ? 2_000 : 30 },
  );
});
