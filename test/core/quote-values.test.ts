import { expect, test } from "vitest";
import { errorCause, valuesIn } from "../../src/core/stuck/cause.ts";
import { quoteValues } from "../../src/core/stuck/quote-values.ts";

const data = {
  status: "overdue",
  customer: { name: "Anna Maria Smith", town: "LEEDS", salutation: "Ms" },
  people: ["Anna", 'Joe "Bud" Hill'],
};

test.each([
  ["Anna Maria Smith has no address", '"Anna Maria Smith" has no address'],
  ["ask Anna of LEEDS", 'ask "Anna" of "LEEDS"'],
  ['it is "Anna Maria Smith" already', 'it is "Anna Maria Smith" already'],
  ["Annabel is overdue, Ms", "Annabel is overdue, Ms"],
  ["", ""],
])("of %s the values are in quotation marks", (text, quoted) => {
  expect(quoteValues(text, data)).toBe(quoted);
});

test("a name is a value then: it is masked, and causes are one for all who have it", () => {
  const text = quoteValues("Cannot bill Anna Maria Smith", data);
  expect(valuesIn(text)).toEqual(["Anna Maria Smith"]);
  expect(errorCause(text)).toBe("Cannot bill …");
});

test("a name with quotation marks in it is one value", () => {
  const text = quoteValues('Joe "Bud" Hill is gone', data);
  expect(errorCause(text)).toBe("… is gone");
});
