import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allFlows, walk } from "./whole-catalogue.ts";

const page = readFileSync(new URL("../../docs/catalogue.md", import.meta.url), "utf8");

describe("personal items", () => {
  const fields = allFlows().flatMap((one) => walk(one.groups).flatMap(({ group }) => group.fields));
  const personal = new Set(fields.filter((field) => field.personal).map((field) => field.item));

  test("are those that the documentation lists", () => {
    const [, section = ""] = page.split("## Personal items");
    const [list = ""] = section.split("\nNot marked");
    const said = new Set<string>();
    for (const [, first = "", last = first] of list.matchAll(/J(\d{4})(?:–J(\d{4}))?/g))
      for (let n = Number(first); n <= Number(last); n += 1)
        said.add(`J${String(n).padStart(4, "0")}`);
    expect([...said].sort()).toEqual([...personal].sort());
  });

  test("are all that are called name, address, telephone, e-mail or postcode of a person", () => {
    const tell =
      /customer (fore|sur)?name|contact (name|email|fax|telephone)|phone|postcode|password$|address line \d|bill payer name/i;
    const secretsOfMeters = /outstation|reader/i;
    const missed = fields
      .filter((field) => tell.test(field.name) && !secretsOfMeters.test(field.name))
      .filter((field) => !field.personal)
      .map((field) => field.name);
    expect(missed).toEqual([]);
  });

  test("are not the keys that processes are found by", () => {
    for (const item of ["J0003", "J0083", "J1813", "J2243", "J0004"])
      expect(personal.has(item)).toBe(false);
  });
});
