import { describe, expect, test } from "vitest";
import type { GroupDefinition } from "../../src/catalogue/definition.ts";
import { allFlows, flow, walk } from "../catalogue/whole-catalogue.ts";

function group(reference: string, code: string): GroupDefinition {
  const found = walk(flow(reference).groups).find((placed) => placed.group.code === code);
  if (found === undefined) throw new Error(`${reference} has no group ${code}`);
  return found.group;
}

function outline(groups: readonly GroupDefinition[]): string {
  return groups
    .map(({ code, groups: below }) => (below.length === 0 ? code : `${code}(${outline(below)})`))
    .join(" ");
}

describe("the shipped catalogue", () => {
  test("has 206 flow versions of the DTC 15.4 and two withdrawn flows", () => {
    const flows = allFlows();
    expect(flows).toHaveLength(208);
    expect(flows.filter((one) => one.withdrawn).map((one) => one.flow)).toEqual(["D0055", "D0058"]);
  });

  test("has 1,226 groups and 5,531 fields", () => {
    const groups = allFlows().flatMap((one) => walk(one.groups).map((placed) => placed.group));
    expect(groups).toHaveLength(1226);
    expect(groups.flatMap(({ fields }) => fields)).toHaveLength(5531);
  });

  test("gives every flow a name and at least one route", () => {
    for (const one of allFlows()) {
      expect(one.name, one.flow).not.toBe("");
      expect(one.routes, one.flow).not.toEqual([]);
    }
  });

  test("keeps the exact numbers of half hours", () => {
    const limited = allFlows().flatMap((one) =>
      walk(one.groups)
        .filter((placed) => placed.group.counts !== null)
        .map((placed) => `${one.flow} ${placed.group.code} ${placed.group.counts?.join("/")}`),
    );
    expect(limited).toHaveLength(12);
    expect(limited).toContain("D0036 103 46/48/50");
    expect(limited.every((text) => text.endsWith("46/48/50"))).toBe(true);
    expect(group("D0379001", "66L")).toMatchObject({ min: 48, max: 48, counts: null });
  });

  test("marks 36 groups and the two shapes of a D0209 as conditional", () => {
    const conditional = allFlows().flatMap((one) =>
      walk(one.groups).filter((placed) => placed.group.conditional),
    );
    expect(conditional).toHaveLength(38);
    expect(group("D0010002", "032").conditional).toBe(true);
  });
});

describe("a definition", () => {
  test("has the groups of D0010 where they belong", () => {
    expect(outline(flow("D0010002").groups)).toBe("026(027 028(029 030(032 033)))");
  });

  test("has the fields of D0010's register readings in order", () => {
    const { fields } = group("D0010002", "030");
    expect(fields.map((field) => `${field.key}${field.required ? "" : "?"}`)).toEqual([
      "meterRegisterId",
      "readingDateTime",
      "registerReading",
      "mdResetDateTime?",
      "numberOfMdResets?",
      "meterReadingFlag?",
      "readingMethod",
    ]);
    expect(fields[2]).toEqual({
      item: "J0040",
      name: "Register Reading",
      key: "registerReading",
      format: { kind: "number", digits: 9, decimals: 1, signed: false },
      inferred: false,
      required: true,
      unused: false,
      codes: null,
      personal: false,
    });
  });

  test("keeps the positions that are always empty", () => {
    const unused = (reference: string, code: string) =>
      group(reference, code).fields.flatMap((field, index) => (field.unused ? [index + 1] : []));
    expect(unused("D0019001", "ZIN")).toEqual([4, 5]);
    expect(unused("D0217002", "492")).toEqual([6, 17]);
    expect(unused("D0131001", "71C")).toHaveLength(2);
  });

  test("has its 38 fields and the related MPANs in D0217's registration", () => {
    expect(outline(flow("D0217002").groups)).toBe("754(492(58M))");
    expect(group("D0217002", "492").fields).toHaveLength(38);
  });

  test("keeps a code that is at several places as groups of their own", () => {
    const supplier = flow("D0030001").groups.filter(({ code }) => code === "SUP");
    expect(supplier.map(({ max }) => max)).toEqual([1, null, null]);
    expect(supplier.map(({ groups }) => outline(groups))).toEqual([
      "DIS(GP1(VMR(SPX TOT)))",
      "DIS(GP1(VMR(SPX TOT)))",
      "CCC SP2",
    ]);
    expect(supplier.map(({ key }) => key)).toEqual(["groupSup", "groupSup2", "groupSup3"]);
    const repeats = (reference: string) => {
      const codes = walk(flow(reference).groups).map((placed) => placed.group.code);
      return codes.length - new Set(codes).size;
    };
    expect(repeats("D0209001")).toBe(10);
    expect(repeats("D0401001")).toBe(3);
  });

  test("tells a format that is taken from a like item from one that is stated", () => {
    const [mpan, , supplier] = group("D0036001", "101").fields;
    expect(mpan).toMatchObject({ format: { kind: "number", digits: 13 }, inferred: false });
    expect(supplier).toMatchObject({ format: { kind: "text", length: 4 }, inferred: true });
  });

  test("accepts any text where the catalogue states no format", () => {
    const anything = allFlows().flatMap((one) =>
      walk(one.groups).flatMap((placed) =>
        placed.group.fields.filter((field) => field.format.kind === "any"),
      ),
    );
    // 103 of the catalogue's, and 6 positions of the withdrawn flows that no item is known for.
    expect(anything).toHaveLength(109);
  });

  test("has the codes of a field in its own list where that differs from its item's", () => {
    const instructionType = (reference: string, code: string) =>
      group(reference, code).fields.find((field) => field.item === "J0723")?.codes;
    expect(instructionType("D0055001", "126")).toEqual(["SP01", "SP04"]);
    expect(instructionType("D0217002", "492")).toContain("SP40");
  });

  test("has no code that its own format would not let through", () => {
    const tooLong = allFlows().flatMap((one) =>
      walk(one.groups).flatMap((placed) =>
        placed.group.fields.filter(({ format, codes }) => {
          const length = format.kind === "text" ? format.length : Number.POSITIVE_INFINITY;
          return codes?.some((code) => code.length > length || !/^[A-Za-z0-9]+$/.test(code));
        }),
      ),
    );
    expect(tooLong).toEqual([]);
  });

  test("says which route letters cannot: from which role to which", () => {
    expect(flow("D0055001").routes).toEqual([["Supplier", "MPAS"]]);
    expect(flow("D0010002").routes).toContainEqual(["NHHDC", "Supplier"]);
  });
});
