import { expect, test } from "vitest";
import { stateText } from "../../src/core/text/state-text.ts";
import { fc } from "../property.ts";

class Parcel {
  readonly number = 1;
}

const cycle: { self?: unknown } = {};
cycle.self = cycle;

test.for<[string, unknown, string]>([
  ["a set", { stock: { lines: new Set([1]) } }, "state.stock.lines is a Set (keep it as a list)"],
  ["a map", { a: [0, new Map()] }, "state.a[1] is a Map"],
  ["a date", { "paid on": new Date(0) }, 'state["paid on"] is a Date'],
  ["undefined", { note: undefined }, "state.note is undefined"],
  ["a hole in a list", { told: Array(1) }, "state.told[0] is undefined"],
  ["nothing at all", undefined, "state is undefined"],
  ["no number", { paid: Number.NaN }, "state.paid is the number NaN"],
  ["no end", [Number.NEGATIVE_INFINITY], "state[0] is the number -Infinity"],
  ["a bigint", { paid: 1n }, "state.paid is a bigint"],
  ["a function", { act: () => 1 }, "state.act is a function"],
  ["a symbol", { act: Symbol("a") }, "state.act is a symbol"],
  ["half a character", { name: "\ud800" }, "state.name is a text with half a character"],
  ["half a character in a name", { a: { "\udc00": 1 } }, "state.a is an object with half a char"],
  ["an object of a class", { p: new Parcel() }, "state.p is a Parcel, an object of a class"],
  ["a typed list", { bytes: new Uint8Array(2) }, "state.bytes is an Uint8Array"],
  ["part of itself", cycle, "state.self is part of itself (a cycle)"],
])("a state with %s is refused with its place", ([, state, message]) => {
  expect(() => stateText(state)).toThrow(message);
});

test("what a state holds is what its text holds, and all that JSON gives is taken", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(stateText(plain))).toEqual(plain);
    }),
  );
});

test("what is taken is the same once stored, whatever a state is made of", () => {
  const anything = fc.anything({
    key: fc.string().filter((key) => key !== "__proto__"),
    // JSON has one nought.
    values: [fc.double().map((number) => number + 0), fc.string(), fc.boolean(), fc.constant(null)],
    withDate: true,
    withMap: true,
    withSet: true,
    withBigInt: true,
    withSparseArray: true,
  });
  fc.assert(
    fc.property(anything, (value) => {
      let text: string;
      try {
        text = stateText(value);
      } catch (error) {
        expect(error).toBeInstanceOf(TypeError);
        return;
      }
      expect(JSON.parse(text)).toStrictEqual(structuredClone(value));
    }),
  );
});

test("one thing at two places is no cycle", () => {
  const shared = { a: 1 };
  expect(stateText({ one: shared, other: [shared] })).toBe('{"one":{"a":1},"other":[{"a":1}]}');
});
