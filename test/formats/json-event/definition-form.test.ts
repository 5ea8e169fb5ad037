import { describe, expect, it, test } from "vitest";
import type { Catalogue } from "../../../src/catalogue/definition.ts";
import type { Document } from "../../../src/core/file/document.ts";
import { jsonEventDefinition } from "../../../src/definitions/user/json-event-schema.ts";
import { resolveJsonEvent } from "../../../src/definitions/user/resolve-json-event.ts";
import { codes, dataOf, readText, shipped, write } from "./json-text.ts";

type Json = Readonly<Record<string, unknown>>;

/** A catalogue with one flow of JSON events, of these fields. */
function catalogueOf(fields: readonly Json[], more: Json = {}): Catalogue {
  const written = jsonEventDefinition.parse({
    family: "json-event",
    flow: "PARCEL",
    version: "1",
    name: "Parcel",
    discriminator: { path: "kind", values: ["parcel"] },
    fields,
    ...more,
  });
  return { ...shipped, jsonEvents: () => [resolveJsonEvent(written)] };
}

function read(event: Json, fields: readonly Json[], more: Json = {}): Document {
  return readText(JSON.stringify({ kind: "parcel", ...event }), catalogueOf(fields, more));
}

describe("a member that is in some events only", () => {
  const fields = [
    { path: "step", codes: ["sent", "lost"] },
    { path: "carrier", when: { path: "step", values: ["sent"] } },
    { path: "claim", type: "object", when: { path: "step", values: ["lost"] } },
    { path: "claim.amount", type: "number" },
  ];
  test.each<[Json, string[]]>([
    [{ step: "sent", carrier: "C" }, []],
    [{ step: "sent" }, ["MISSING_VALUE carrier"]],
    [{ step: "lost", claim: { amount: 1 } }, []],
    [{ step: "lost" }, ["MISSING_VALUE claim"]],
    [{ step: "lost", claim: {} }, ["MISSING_VALUE claim.amount"]],
    [{ step: "kept" }, ["UNLISTED_CODE step"]],
    [{ step: "sent", carrier: 5 }, ["WRONG_TYPE carrier"]],
  ])("%j", (event, expected) => {
    expect(said(read(event, fields))).toEqual(expected);
  });

  it("may be said of it otherwise for others", () => {
    const twice = [
      { path: "step" },
      { path: "note", when: { path: "step", values: ["lost"] } },
      { path: "note", when: { path: "step", values: ["sent"] }, optional: true, codes: ["left"] },
    ];
    expect(said(read({ step: "lost" }, twice))).toEqual(["MISSING_VALUE note"]);
    expect(said(read({ step: "sent" }, twice))).toEqual([]);
    expect(said(read({ step: "sent", note: "x" }, twice))).toEqual(["UNLISTED_CODE note"]);
    expect(said(read({ step: "lost", note: "x" }, twice))).toEqual([]);
  });
});

describe("a member that must be there within one that may be missing", () => {
  const fields = [
    { path: "address", type: "object", optional: true },
    { path: "address.street" },
    { path: "lines", type: "list", optional: true },
    { path: "lines.sku" },
  ];
  test.each<[Json, string[]]>([
    [{}, []],
    [{ address: null, lines: null }, []],
    [{ address: {} }, ["MISSING_VALUE address.street"]],
    [{ lines: [] }, []],
    [{ lines: [{ sku: "A" }, {}] }, ["MISSING_VALUE lines.sku"]],
  ])("%j", (event, expected) => {
    expect(said(read(event, fields))).toEqual(expected);
  });
});

describe("a member that may be null and not missing", () => {
  const fields = [{ path: "note", nullable: true }];
  test.each<[Json, string[]]>([
    [{ note: null }, []],
    [{ note: "x" }, []],
    [{}, ["MISSING_VALUE note"]],
    [{ note: "" }, ["MISSING_VALUE note"]],
  ])("%j", (event, expected) => {
    expect(said(read(event, fields))).toEqual(expected);
  });
});

describe("the form of a value is a warning", () => {
  test.each<[Json, unknown, boolean]>([
    [{ pattern: "^[A-Z]{4}$" }, "ABCD", true],
    [{ pattern: "^[A-Z]{4}$" }, "ABC", false],
    [{ length: { min: 2, max: 3 } }, "ab", true],
    [{ length: { min: 2, max: 3 } }, "abcd", false],
    [{ length: { max: 1 } }, "😀", true],
    [{ type: "integer", range: { min: 1, max: 9 } }, 9, true],
    [{ type: "integer", range: { min: 1, max: 9 } }, 10, false],
    [{ type: "list", count: { max: 2 } }, [1, 2], true],
    [{ type: "list", count: { max: 2 } }, [1, 2, 3], false],
    [{ type: "text-list", length: { max: 2 } }, ["ab", null], true],
    [{ type: "text-list", length: { max: 2 } }, ["abc"], false],
  ])("%j of %j", (form, value, isRight) => {
    const document = read({ value }, [{ path: "value", ...form }]);
    expect(said(document)).toEqual(isRight ? [] : ["MEMBER_FORM value"]);
    expect(document.invalid).toBe(0);
  });

  test.each([
    ["integer", 1.5],
    ["integer", "1"],
    ["text-list", ["a", 1]],
    ["text-list", "a"],
  ])("another type than %s is an error: %j", (type, value) => {
    expect(said(read({ value }, [{ path: "value", type }]))).toEqual(["WRONG_TYPE value"]);
  });
});

describe("a code", () => {
  const fields = [{ path: "code", codes: ["A", "B"], exhaustive: true }];
  it("of a complete list holds its message when it is another", () => {
    expect(said(read({ code: "C" }, fields))).toEqual(["UNKNOWN_CODE code"]);
    expect(said(read({ code: "a" }, fields))).toEqual(["UNLISTED_CODE code"]);
  });

  it("may be masked, and so may what is personal", () => {
    const masked = [
      { path: "code", codes: ["A"] },
      { path: "name", personal: true, pattern: "^[A-Z]" },
    ];
    expect(said(read({ code: "x", name: "x" }, masked, { mask: "x" }))).toEqual([]);
    expect(said(read({ code: "x", name: "x" }, masked))).toHaveLength(2);
  });
});

describe("names of members", () => {
  const fields = [
    { path: "head.orderNumber", aliases: ["orderNo"] },
    { path: "sku", optional: true },
  ];
  const more = { anyCase: true, subject: { paths: ["head.orderNumber"], otherwise: "order" } };

  test.each([["ordernumber"], ["OrderNumber"], ["orderNo"], ["ORDERNO"]])(
    "%s is orderNumber, in the data too",
    (name) => {
      const document = read({ HEAD: { [name]: "SO-1" } }, fields, more);
      expect(said(document)).toEqual(["MEMBER_NAME head.orderNumber", "MEMBER_NAME head"]);
      expect(document.items[0]?.subject).toEqual({ kind: "order", key: "SO-1" });
      expect(dataOf(document)).toEqual({ kind: "parcel", head: { orderNumber: "SO-1" } });
    },
  );

  it("stay when the right one is there as well", () => {
    const event = { head: { orderNumber: "SO-1", ORDERNUMBER: "SO-2" } };
    const document = read(event, fields, more);
    expect(said(document)).toEqual([]);
    expect(dataOf(document)).toEqual({ kind: "parcel", ...event });
  });

  it("are written back as they were sent", () => {
    const text = '{ "KIND":"parcel", "Head": {"orderNo" :"SO-1"} }';
    const catalogue = catalogueOf(fields, more);
    const written = write(readText(text, catalogue), undefined, catalogue);
    expect(written.ok && Buffer.from(written.bytes).toString()).toBe(text);
  });
});

describe("a tolerant definition", () => {
  const fields = [
    { path: "id", needed: true },
    { path: "at", type: "datetime" },
    { path: "lines", type: "list" },
    { path: "lines.sku" },
    { path: "notes", type: "text-list" },
  ];
  const right = { id: "1", at: "2026-06-10T09:03:00Z", lines: [{ sku: "A" }], notes: ["n"] };
  test.each<[Json, string[], number]>([
    [{}, [], 0],
    [{ at: undefined }, ["MEMBER_MISSING at"], 0],
    [{ at: "10-06-2026" }, ["MEMBER_FORM at"], 0],
    [{ lines: undefined }, ["MEMBER_MISSING lines"], 0],
    [{ lines: { sku: "A" } }, ["MEMBER_FORM lines"], 0],
    [{ notes: "n" }, ["MEMBER_FORM notes"], 0],
    [{ id: undefined }, ["MISSING_VALUE id"], 1],
    [{ at: 5 }, ["WRONG_TYPE at"], 1],
  ])("takes %j", (change, expected, invalid) => {
    const document = read({ ...right, ...change }, fields, { tolerant: true });
    expect(said(document)).toEqual(expected);
    expect(document.invalid).toBe(invalid);
  });

  it("gives one value in place of a list as a list of one", () => {
    const document = read({ ...right, lines: { sku: "A" }, notes: "n" }, fields, {
      tolerant: true,
    });
    expect(dataOf(document)).toMatchObject({ lines: [{ sku: "A" }], notes: ["n"] });
  });
});

/** Code and member of each problem of the messages. */
function said(document: Document): string[] {
  expect(codes({ ...document, items: [] })).toEqual([]);
  return document.items.flatMap(({ problems }) =>
    problems.map(({ code, field }) => `${code} ${field ?? "-"}`),
  );
}
