import { describe, expect, test } from "vitest";
import type { GroupDefinition } from "../../src/catalogue/definition.ts";
import { camelCase, freeKey } from "../../src/catalogue/key.ts";
import { fc } from "../property.ts";
import { allFlows, flow, walk } from "./whole-catalogue.ts";

const identifier = /^[A-Za-z][A-Za-z0-9]*$/;

describe("a name becomes a key", () => {
  test.each([
    ["MPAN Core", "mpanCore"],
    ["Reading Date & Time", "readingDateTime"],
    ["Effective from Settlement Date {REGI}", "effectiveFromSettlementDateRegi"],
    ["Standard Settlement Configuration (SSC) Id", "standardSettlementConfigurationSscId"],
    ["GSP Group Id", "gspGroupId"],
    ["Meter/Reading Types", "meterReadingTypes"],
    ["MPANs & Effective Estimate Dates", "mpansEffectiveEstimateDates"],
    ["Supplier's Demand Disconnection Volume", "suppliersDemandDisconnectionVolume"],
    ["MPAN Core(s)", "mpanCores"],
    ["24 Hour Total", "n24HourTotal"],
  ])("%s: %s", (name, key) => {
    expect(camelCase(name)).toBe(key);
  });

  test("that is an identifier or empty, whatever the name", () => {
    fc.assert(
      fc.property(fc.string(), (name) => /^$|^[A-Za-z][A-Za-z0-9]*$/.test(camelCase(name))),
    );
  });
});

describe("a free key", () => {
  test("is the first wish that nobody has, else the last wish with a number", () => {
    const taken = new Set(["a", "b2"]);
    expect(freeKey(["a", "b"], taken)).toBe("b");
    expect(freeKey(["a", "b"], taken)).toBe("b3");
    expect(freeKey(["c", "d"], taken, new Set(["c"]))).toBe("d");
    expect([...taken]).toEqual(["a", "b2", "b", "b3", "d"]);
  });
});

describe("in the catalogue", () => {
  test("every key is an identifier", () => {
    for (const { group } of allFlows().flatMap((one) => walk(one.groups)))
      for (const { key } of [group, ...group.fields]) expect(key).toMatch(identifier);
  });

  test("no two fields or groups of a group share a key", () => {
    for (const one of allFlows()) {
      expectDistinct(one.groups, one.flow);
      for (const { group } of walk(one.groups))
        expectDistinct([...group.fields, ...group.groups], `${one.flow} ${group.code}`);
    }
  });

  test("no group above or beside a message shares a key with anything in its data", () => {
    for (const one of allFlows()) {
      const placed = walk(one.groups);
      const outside = placed
        .filter(({ group, above }) => ![group, ...above].some((each) => each.message))
        .map(({ group }) => group);
      for (const { group: message } of placed.filter(({ group }) => group.message))
        expectDistinct([...message.fields, ...message.groups, ...outside], one.flow);
    }
  });

  test("a second name gets its position, a group its code, a nameless group only its code", () => {
    const keys = (reference: string, code: string) =>
      walk(flow(reference).groups)
        .filter(({ group }) => group.code === code)
        .flatMap(({ group }) => [group.key, ...group.fields.map((field) => field.key)]);
    expect(keys("D0018001", "RDT")).toEqual([
      "groupRdt",
      "userName",
      "reportParameters",
      "reportParameters3",
    ]);
    expect(keys("D0151001", "300")[0]).toBe("effectiveToDate300");
  });
});

function expectDistinct(things: readonly Pick<GroupDefinition, "key">[], where: string): void {
  const keys = things.map(({ key }) => key);
  expect(new Set(keys).size, `${where}: ${keys.join(" ")}`).toBe(keys.length);
}
