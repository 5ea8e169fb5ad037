import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "busbar-names-"));
const [one, other] = [join(folder, "one.ts"), join(folder, "other.ts")];
afterAll(() => rmSync(folder, { recursive: true }));

const script = "scripts/check-names.ts";

function check(first: string, second: string): { status: number | null; stdout: string } {
  writeFileSync(one, first);
  writeFileSync(other, second);
  return spawnSync(process.execPath, [script, one, other], { encoding: "utf8" });
}

it("no exported name has two meanings", () => {
  const stdout = execFileSync(process.execPath, [script], { encoding: "utf8" });
  expect(stdout).toMatch(/^\d+ exported names, each declared once\n$/);
});

it.each([
  ["export type Parcel = string;", "export interface Parcel {}"],
  ["export const Parcel = 1;", "export function Parcel() {}"],
  ["class Parcel {} export { Parcel };", "export class Parcel {}"],
])("a name declared twice is found: %s", (first, second) => {
  const { status, stdout } = check(first, second);
  expect(status).toBe(1);
  expect(stdout).toBe(`Parcel is declared in ${one} and ${other}\n`);
});

it.each([
  'export { Parcel } from "./one.ts";',
  'import { Parcel } from "./one.ts"; export { Parcel };',
])("one that is passed on is declared once: %s", (second) => {
  expect(check("export class Parcel {}", second).status).toBe(0);
});
