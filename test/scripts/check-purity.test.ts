import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "busbar-purity-"));
const file = join(folder, "fold.ts");
afterAll(() => rmSync(folder, { recursive: true }));

const script = "scripts/check-purity.ts";

function said(source: string): string {
  writeFileSync(file, source);
  const { status, stdout } = spawnSync(process.execPath, [script, file], { encoding: "utf8" });
  expect(status).toBe(1);
  return stdout.replace(`${file}:`, "").split(";")[0] ?? "";
}

it("processes reach for nothing outside", () => {
  const stdout = execFileSync(process.execPath, [script], { encoding: "utf8" });
  expect(stdout).toMatch(/^\d+ pure files, none reaches outside\n$/);
});

it.each([
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
])("%s is found", (source, what) => {
  expect(said(source)).toBe(what);
});
