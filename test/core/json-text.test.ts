import { expect, test } from "vitest";
import { jsonText } from "../../src/core/text/json-text.ts";
import { fc } from "../property.ts";

test("any text is the same JSON, and shows nothing that a terminal obeys or hides", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(JSON.parse(jsonText({ text }))).toEqual({ text });
      expect(JSON.parse(jsonText({ text: [text] }, 2))).toEqual({ text: [text] });
      expect(jsonText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }),
  );
  expect(jsonText("\u009b\u007f\u202e\u{e0001}")).toBe('"\\u009b\\u007f\\u202e\\udb40\\udc01"');
});
