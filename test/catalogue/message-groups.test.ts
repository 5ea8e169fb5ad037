import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FlowDefinition } from "../../src/catalogue/definition.ts";
import { allFlows, flow, messagePaths, walk } from "./whole-catalogue.ts";

/** The kinds of flow by where their messages stand, as `docs/catalogue.md` counts them. */
function kind(definition: FlowDefinition): string {
  const [first, ...others] = messagePaths(definition);
  if (first === undefined) return "the whole file";
  if (others.length > 0) return "several groups";
  if (first.includes("/")) return "a group below others";
  return definition.groups.length > 1 ? "a root group with others beside it" : "the one root group";
}

describe("a message is", () => {
  test.each([
    ["D0010002", ["026"]],
    ["D0019001", ["ZIN"]],
    ["D0055001", ["733/126"]],
    ["D0058001", ["735/137"]],
    ["D0204002", ["751/763/440"]],
    ["D0217002", ["754/492"]],
    ["D0235001", ["605/996", "605/997", "605/998", "605/999", "605/00A"]],
    ["D0310001", ["00D"]],
    ["D0357001", ["20I/21I", "23I/24I"]],
    ["D0387001", ["20I/BMU/78M"]],
    ["D0393001", ["733/83M"]],
  ])("in %s each %s", (reference, paths) => {
    expect(messagePaths(flow(reference))).toEqual(paths);
  });

  test("the whole file when no group carries a subject", () => {
    for (const reference of ["D0269004", "D0265001", "D0172001"])
      expect(messagePaths(flow(reference))).toEqual([]);
  });

  test("in a D0386 each 18M, named by its primary MPAN", () => {
    const [root] = flow("D0386001").groups;
    expect(root).toMatchObject({ message: true, subject: { field: 0, kind: "mpan" } });
    expect(root?.fields[0]?.item).toBe("J2243");
  });

  test("not a D0209's ZIN whose metering system id is always empty, but the MSH below it", () => {
    expect(messagePaths(flow("D0209001"))).toEqual(["ZIN/MSH", "ZIN"]);
  });
});

describe("message groups", () => {
  const placed = allFlows().flatMap((one) => walk(one.groups));

  test("point at a field that can carry their subject; other groups at none", () => {
    for (const { group } of placed) {
      expect(group.subject !== null).toBe(group.message);
      if (group.subject === null) continue;
      const field = group.fields[group.subject.field];
      expect(["J0003", "J0083", "J1813", "J2243"]).toContain(field?.item);
      expect(field?.unused).toBe(false);
    }
  });

  test("are never below one another", () => {
    for (const { group, above } of placed)
      if (group.message) expect(above.some((one) => one.message)).toBe(false);
  });

  test("are as many of each kind as the documentation says", () => {
    const counted = new Map<string, number>();
    for (const one of allFlows()) counted.set(kind(one), (counted.get(kind(one)) ?? 0) + 1);
    const page = readFileSync(new URL("../../docs/catalogue.md", import.meta.url), "utf8");
    const rows = page.matchAll(/^\| (the|a|several) ([a-z ]*[a-z]) +\| (\d+) +\|/gm);
    const said = new Map(
      Array.from(rows, ([, article, rest, n]) => [`${article} ${rest}`, Number(n)]),
    );
    expect(said).toEqual(counted);
  });
});
