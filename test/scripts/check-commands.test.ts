import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "busbar-commands-"));
const file = join(folder, "changing.ts");
afterAll(() => rmSync(folder, { recursive: true }));

const script = "scripts/check-commands.ts";

it("the command line changes nothing by itself", () => {
  const stdout = execFileSync(process.execPath, [script], { encoding: "utf8" });
  expect(stdout).toMatch(/^\d+ files of the command line, none changes the store\n$/);
});

it.each([
  ["await store.holds.place({ scope });", "store.holds.place changes the store"],
  ["await session.store.files\n  .decide({ file: 1 });", "store.files.decide changes the store"],
  ['import { userInfo } from "node:os";', "asks the system who is there"],
])("what does is found: %s", (source, what) => {
  writeFileSync(file, source);
  const { status, stdout } = spawnSync(process.execPath, [script, file], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stdout).toContain(what);
});

it("what only reads is not", () => {
  writeFileSync(file, "await store.files.get(1);");
  const { status } = spawnSync(process.execPath, [script, file], { encoding: "utf8" });
  expect(status).toBe(0);
});
