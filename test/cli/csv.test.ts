import { expect, test } from "vitest";
import { csvRow } from "../../src/cli/print/csv.ts";

test("no text of a row is a formula to a spreadsheet, and numbers stay numbers", () => {
  const texts = ["=1+1", "@SUM(A1)", "+cmd", "-2+3", "\t=1", "=a,b", "plain", "a=b"];
  expect(csvRow(texts)).toBe(`'=1+1,'@SUM(A1),'+cmd,'-2+3,'\t=1,"'=a,b",plain,a=b`);
  expect(csvRow([-5, "-5.25", "+44", null, 0])).toBe("-5,-5.25,+44,,0");
});
