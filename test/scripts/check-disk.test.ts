import { expect, it } from "vitest";
import { toldOf } from "./told-of.ts";

const cases = [
  ['import { readFileSync } from "node:fs";', "imports readFileSync of node:fs"],
  ['import { statSync, openSync as go } from "node:fs";', "imports openSync of node:fs"],
  ['import { writeFile } from "node:fs/promises";', "imports writeFile of node:fs/promises"],
  ['import * as fs from "node:fs";', "imports all of node:fs"],
  ['import fs from "node:fs";', "imports all of node:fs"],
] as const;

const looked = 'import { statSync } from "node:fs";';
const told = toldOf("scripts/check-disk.ts", [...cases.map(([source]) => source), looked]);

it.each(cases.map((one, number) => [...one, told[number]] as const))(
  "%s is found",
  (_, what, lines) => {
    expect(lines).toEqual([`FILE: ${what}; src/disk opens and writes files safely`]);
  },
);

it("a look at what there is, is none", () => {
  expect(told.at(-1)).toEqual([]);
});
