import { expect, test } from "vitest";
import type { Envelope } from "../../src/core/file/envelope.ts";
import { generateFile } from "../../src/formats/generate/generate.ts";
import { checkRoute } from "../../src/formats/route-check.ts";
import { allFlows } from "../catalogue/whole-catalogue.ts";
import { catalogue } from "./flow-text.ts";

function check(from: string | null, to: string | null, rest: Partial<Envelope> = {}) {
  return checkRoute(
    {
      family: "user-file",
      flow: "D0010",
      version: "002",
      fileIdentifier: "1",
      from: { role: from, participant: "DUMY" },
      to: { role: to, participant: "SUPP" },
      created: null,
      testFlag: "OPER",
      ...rest,
    },
    catalogue,
  );
}

test("a route of the catalogue is right", () => {
  expect(check("D", "X")).toEqual([]);
});

test("another one is a warning that names what would be right", () => {
  const [problem, ...others] = check("D", "M");
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: "ROUTE", severity: "warning", line: 1, value: "D to M" });
  expect(problem?.message).toContain("does not go from NHHDC (D) to MOP (M)");
  expect(problem?.message).toContain("it goes to Distributor, NHHDC, Supplier");
});

test("of a role that never sends the flow, those that do are named", () => {
  const [problem] = check("V", "X");
  expect(problem?.message).toContain("it is sent by ADSA, AMEM, Distributor");
});

test("an unknown letter is a warning, and the other role is still checked", () => {
  expect(check("Q", "X").map(({ code }) => code)).toEqual(["UNKNOWN_ROLE"]);
  expect(check("Q", "V").map(({ code }) => code)).toEqual(["UNKNOWN_ROLE", "ROUTE"]);
  expect(check("D", "Q")[0]).toMatchObject({ field: "toRole", value: "Q" });
});

test("Z stands for the central bodies, whose routes are checked like others", () => {
  expect(check("R", "Z", { flow: "D0265", version: "001" })).toEqual([]);
  expect(check("Z", "P", { flow: "D0324", version: "001" })).toEqual([]);
  expect(check("Z", "X", { flow: "D0269", version: "002" })).toEqual([]);
  const [problem, ...others] = check("Z", "X");
  expect(others).toEqual([]);
  expect(problem?.code).toBe("ROUTE");
  expect(problem?.message).toContain("does not go from a central body (Z) to Supplier (X)");
});

test("a made-up file of any flow goes by a route of it", () => {
  for (const flow of allFlows())
    for (const seed of ["1", "2", "3"]) {
      const { envelope } = generateFile(flow, { seed });
      expect({ flow: flow.flow, found: checkRoute(envelope, catalogue) }).toEqual({
        flow: flow.flow,
        found: [],
      });
    }
});

test("an old role stands for those that took over from it", () => {
  expect(check("P", "D", { flow: "D0010" })).toEqual([]);
});

test("flows that nobody knows and families without letters are not checked", () => {
  expect(check("D", "X", { flow: "D9999" })).toEqual([]);
  expect(check("ZZ", "YY", { family: "settlement", flow: "E0511" })).toEqual([]);
});
