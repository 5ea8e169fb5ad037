import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "busbar-disk-"));
const file = join(folder, "mark.ts");
afterAll(() => rmSync(folder, { recursive: true }));

const script = "scripts/check-disk.ts";

it("files are opened and written in one place", () => {
  const stdout = execFileSync(process.execPath, [script], { encoding: "utf8" });
  expect(stdout).toMatch(/^\d+ files, none opens or writes blindly\n$/);
});

it.each([
  ['import { readFileSync } from "node:fs";', "imports readFileSync of node:fs"],
  ['import { statSync, openSync as go } from "node:fs";', "imports openSync of node:fs"],
  ['import { writeFile } from "node:fs/promises";', "imports writeFile of node:fs/promises"],
  ['import * as fs from "node:fs";', "imports all of node:fs"],
  ['import fs from "node:fs";', "imports all of node:fs"],
])("%s is found", (source, what) => {
  writeFileSync(file, source);
  const { status, stdout } = spawnSync(process.execPath, [script, file], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stdout.replace(`${file}: `, "").split(";")[0]).toBe(what);
});
