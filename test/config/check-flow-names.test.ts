import { rmSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkFlowNames } from "../../src/config/check-flow-names.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";

const catalogue = loadCatalogue();

function check(text: string): void {
  const file = `${temporaryFolder()}/busbar.yaml`;
  writeFileSync(file, text);
  checkFlowNames(loadConfig(file), catalogue);
}

test.each([
  ["flows: { PICKK: {} }", "flows.PICKK: ", "PICK"],
  ["flows: { ORDRS: { codes: strict } }", "flows.ORDRS: ", "ORDERS"],
  [
    "flows: { D0010: { answer: { flows: [D9911], within: 5 } } }",
    "flows.D0010.answer.flows, D9911: ",
    null,
  ],
  ['expected: [{ flow: PICKK, by: "18:00" }]', "expected.0.flow, PICKK: ", "PICK"],
  [
    "channels: { out: { direction: out, path: o, flows: [D0010, PICKK] } }",
    "channels.out.flows, PICKK: ",
    "PICK",
  ],
])("%s is refused with its place", (text, place, meant) => {
  const said = meant === null ? "the catalogue has no flow" : `did you mean ${meant}?`;
  expect(() => check(text)).toThrow(place);
  expect(() => check(text)).toThrow(said);
});

test("each is reported with its own line and column, and without when the file is gone", () => {
  const text = `flows:
  PICKK: { codes: strict }
  D0010:
    answer: { flows: [D0011, D9911], within: 5 }
expected:
  - { flow: ORDRS, by: "18:00" }
channels:
  out: { direction: out, path: o, flows: [D0010, COURE] }
`;
  for (const [place, name] of [
    ["2:3", "flows.PICKK"],
    ["4:30", "flows.D0010.answer.flows, D9911"],
    ["6:13", "expected.0.flow, ORDRS"],
    ["8:50", "channels.out.flows, COURE"],
  ])
    expect(() => check(text)).toThrow(`busbar.yaml:${place}: ${name}: `);
  const file = `${temporaryFolder()}/busbar.yaml`;
  writeFileSync(file, text);
  const config = loadConfig(file);
  rmSync(file);
  expect(() => checkFlowNames(config, catalogue)).toThrow("busbar.yaml: flows.PICKK: ");
});

test.each(["COURE", "XQZTV", "SPC", "S0143", "E0041", "G0999", "CNF"])(
  "%s, which no definition has, is refused unless it is said to be undescribed",
  (flow) => {
    const settings = `flows: { ${flow}: {} }\nexpected: [{ flow: ${flow}, by: "18:00" }]\n`;
    expect(() => check(settings)).toThrow(`undescribedFlows: [${flow}]`);
    expect(() => check(`undescribedFlows: [${flow}]\n${settings}`)).not.toThrow();
  },
);

test("the nearest of all names are suggested, those that are undescribed too", () => {
  expect(() => check("flows: { S0143: {} }")).toThrow("did you mean S0141 or S0142?");
  expect(() => check("flows: { D0O10: {} }")).toThrow("did you mean D0010");
  expect(() => check("undescribedFlows: [XQZTV]\nflows: { XQZTW: {} }")).toThrow(
    "did you mean XQZTV?",
  );
});

test("flows of every family are taken, and those of own definitions", () => {
  const flows =
    "D0010, G0100, ORDERS, CSS02300, C0291, MRI, S0142, IF-001, REP-002A, HH-SIMPLE-CSV";
  expect(() => check(`flows: { ${flows.replaceAll(",", ": {},")}: {} }`)).not.toThrow();
  const own = [{ flow: "RETURNS", version: "001", family: "headed-csv", name: "Returns" }] as const;
  const list = () => [...catalogue.list(), ...own];
  const file = `${temporaryFolder()}/busbar.yaml`;
  writeFileSync(file, "flows: { RETURNS: {}, RETURN: {} }");
  expect(() => checkFlowNames(loadConfig(file), { ...catalogue, list })).toThrow(
    /^((?!flows\.RETURNS:).)*did you mean RETURNS\?/s,
  );
});
