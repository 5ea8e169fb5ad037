import { expect, test } from "vitest";
import { partyText, senderText } from "../../../src/core/file/party-text.ts";

test.each([
  [{ role: "X", participant: "SUPP" }, "X SUPP"],
  [{ role: null, participant: "CSS" }, "CSS"],
  [{ role: "", participant: "CSS" }, "CSS"],
  [{ role: "X", participant: null }, "X"],
  [{ role: null, participant: null }, "-"],
  [undefined, "-"],
])("%j is %s", (party, text) => {
  expect(partyText(party)).toBe(text);
});

test("a sender without a role is behind no colon", () => {
  expect([":CSS", "X:SUPP", "X:"].map(senderText)).toEqual(["CSS", "X:SUPP", "X:"]);
});
