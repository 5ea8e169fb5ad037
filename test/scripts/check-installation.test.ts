import { expect, it } from "vitest";
import { toldOf } from "./told-of.ts";

const cases = [
  ['import { openStore } from "../store/open.ts";', "openStore"],
  ['import { recordingContext as made } from "./context.ts";', "recordingContext"],
  ['const { openCatalogue } = await import("./open.ts");', "openCatalogue"],
  ['import * as stores from "../store/open.ts"; stores.openStore("a.db", {});', "openStore"],
  ['const made = await import("./open.ts"); made.openProcesses(config);', "openProcesses"],
  ['export { packedSettings } from "./context.ts";', "packedSettings"],
  ['import("./open.ts").then(({ loadCatalogue }) => loadCatalogue(null));', "loadCatalogue"],
  ["const context = { store, catalogue, blobs: config.blobs, ...others };", "blobs catalogue"],
  ["read({ catalogue, largeFileBytes: 1, live, packed: usual });", "largeFileBytes packed"],
] as const;

const type = 'import { type openStore } from "../store/open.ts";';
const told = toldOf("scripts/check-installation.ts", [...cases.map(([source]) => source), type]);

it.each(cases.map((one, number) => [...one, told[number]] as const))(
  "a second place is found: %s",
  (_, what, lines) => {
    expect(lines).toEqual([`FILE: ${what}; src/app/installation/ opens an installation`]);
  },
);

it("a type of one is no second place", () => {
  expect(told.at(-1)).toEqual([]);
});
