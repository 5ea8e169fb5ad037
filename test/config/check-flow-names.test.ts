import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadCatalogue } from "../../src/catalogue/load/load.ts";
import { checkFlowNames } from "../../src/config/check-flow-names.ts";
import { loadConfig } from "../../src/config/load-config.ts";
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

test("file types that no definition has are taken, where they are near no name", () => {
  expect(() => check("flows: { XQZTV: {}, SPC: {}, S0142: {}, D0010: {} }")).not.toThrow();
});
