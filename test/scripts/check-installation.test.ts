import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "busbar-installation-"));
const file = join(folder, "second.ts");
afterAll(() => rmSync(folder, { recursive: true }));

const script = "scripts/check-installation.ts";

it("installations are opened in one place", () => {
  const stdout = execFileSync(process.execPath, [script], { encoding: "utf8" });
  expect(stdout).toMatch(/^\d+ files, one place opens installations\n$/);
});

it.each([
  ['import { openStore } from "../store/open.ts";', "openStore"],
  ['import { recordingContext as made } from "./context.ts";', "recordingContext"],
  ['const { openCatalogue } = await import("./open.ts");', "openCatalogue"],
  ['import * as stores from "../store/open.ts"; stores.openStore("a.db", {});', "openStore"],
  ['const made = await import("./open.ts"); made.openProcesses(config);', "openProcesses"],
  ['export { packedSettings } from "./context.ts";', "packedSettings"],
  ['import("./open.ts").then(({ loadCatalogue }) => loadCatalogue(null));', "loadCatalogue"],
  ["const context = { store, catalogue, blobs: config.blobs, ...others };", "blobs catalogue"],
  ["read({ catalogue, largeFileBytes: 1, live, packed: usual });", "largeFileBytes packed"],
])("a second place is found: %s", (source, what) => {
  writeFileSync(file, source);
  const { status, stdout } = spawnSync(process.execPath, [script, file], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stdout).toBe(`${file}: ${what}; src/app/installation/ opens an installation\n`);
});

it("a type of one is no second place", () => {
  writeFileSync(file, 'import { type openStore } from "../store/open.ts";');
  const { status } = spawnSync(process.execPath, [script, file], { encoding: "utf8" });
  expect(status).toBe(0);
});
