import { describe, expect, it } from "vitest";
import { differences } from "../../../src/core/replay/difference.ts";
import { fc } from "../../property.ts";

describe("the difference of two states", () => {
  it("names each value that differs by its path", () => {
    const from = { status: "open", parcels: [{ id: "1", at: null }], gone: 1, same: [1, { a: 2 }] };
    const to = {
      status: "shut",
      parcels: [{ id: "1", at: "x" }, { id: "2" }],
      same: [1, { a: 2 }],
    };
    expect(differences(from, to)).toEqual([
      { path: "status", from: "open", to: "shut" },
      { path: "parcels[].at", from: null, to: "x" },
      { path: "parcels[]", from: undefined, to: { id: "2" } },
      { path: "gone", from: 1, to: undefined },
    ]);
  });

  it("is none between a value and itself, and there whenever values are not the same", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const copy: unknown = JSON.parse(JSON.stringify(one));
        expect(differences(copy, JSON.parse(JSON.stringify(one)))).toEqual([]);
        let same = true;
        try {
          expect(one).toEqual(other);
        } catch {
          same = false;
        }
        expect(
          differences(JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other))).length ===
            0,
        ).toBe(same);
      }),
    );
  });
});
