import { expect, it } from "vitest";
import { toldOf } from "./told-of.ts";

const cases = [
  ["const fold = () => Date.now();", "1: uses Date.now"],
  ["\nconst fold = () => new Date();", "2: uses new Date()"],
  ["const fold = () => Temporal.Now.instant();", "1: uses Temporal.Now"],
  ["const fold = () => Math.random();", "1: uses Math.random"],
  ["const fold = () => fetch('http://example.test');", "1: uses fetch"],
  ["const fold = () => process.env;", "1: uses process"],
  ["const fold = () => globalThis.Date;", "1: uses globalThis"],
  ["import { readFileSync } from 'node:fs';", "1: imports node:fs"],
  ["import Database from 'better-sqlite3';", "1: imports better-sqlite3"],
  ["const fold = () => import('./store.ts');", "1: imports at run time"],
] as const;

const given = "const fold = (state: string, at: Date) => new Date(at);";
const told = toldOf("scripts/check-purity.ts", [...cases.map(([source]) => source), given]);

it.each(cases.map((one, number) => [...one, told[number]] as const))(
  "%s is found",
  (_, what, lines) => {
    expect(lines?.[0]?.split(";")[0]).toBe(`FILE:${what}`);
  },
);

it("what a fold is given is no reach outside", () => {
  expect(told.at(-1)).toEqual([]);
});
