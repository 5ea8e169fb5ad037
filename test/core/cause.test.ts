import { describe, expect, it } from "vitest";
import { causeOf, errorCause } from "../../src/core/stuck/cause.ts";
import { fc } from "../property.ts";

describe("the cause of an error", () => {
  it("is the same whatever the values", () => {
    const text = (order: number, name: string) =>
      `RangeError: order ${order} of "${name}" is 2026-03-0${(order % 9) + 1}T10:00:00Z too late\n    at fold (file:///srv/order/build.ts:${order}:5)\n    at other (x.ts:1:1)`;
    fc.assert(
      fc.property(fc.nat(), fc.stringMatching(/^[a-z ]*$/), (order, name) => {
        expect(errorCause(text(order, name))).toBe(
          "RangeError: order … of … is … too late, at fold (build.ts)",
        );
      }),
    );
  });

  it("is the same whatever the references, which mix letters and digits", () => {
    const text = (id: string) => `the loss REG-${id}: secured (CSS02370), withdrawn`;
    for (const id of ["75fb51fadd16", "fb51fadd1675", "111111111111"])
      expect(errorCause(text(id))).toBe("the loss REG-… secured (CSS…), withdrawn");
  });

  it("tells errors of different places and words apart", () => {
    const texts = [
      "TypeError: x is undefined\n    at fold (a.ts:1:1)",
      "TypeError: x is undefined\n    at fold (b.ts:1:1)",
      "TypeError: y is undefined\n    at fold (a.ts:1:1)",
      "TypeError: x is undefined",
      "TypeError: x is undefined\n    at async Promise.all (index 0)\n    at a.ts:2:2",
    ];
    expect(new Set(texts.map((text) => causeOf("failed", errorCause(text)).id)).size).toBe(5);
  });

  it("belongs to a kind of thing", () => {
    expect(causeOf("invalid", "BAD_DATE").id).not.toBe(causeOf("rejected", "BAD_DATE").id);
  });
});
