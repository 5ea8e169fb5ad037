import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { restoreBackup } from "../../src/app/backup/restore.ts";
import { newestSchema } from "../../src/store/sqlite/database/schema-version.ts";
import { makePlace } from "../cli/busbar.ts";
import { runBlock } from "./guide-commands.ts";

const guide = "docs/guides/upgrade.md";
const place = makePlace();
afterAll(() => place.remove());

beforeAll(async () => {
  await place.busbar("init");
  const folder = join(place.folder, "var");
  rmSync(folder, { recursive: true, force: true });
  const path = "test/store/kept/schema-103.tar.zst";
  await restoreBackup({ path, folder }, { actor: "ops", reason: "an older Busbar's store" });
});

test("the guide's commands say that an older store is whole before and after it is upgraded", async () => {
  expect(existsSync(join(place.folder, "var", "busbar.db"))).toBe(true);
  const before = await runBlock(guide, "before", place);
  expect(before.map(({ stdout }) => stdout)).toEqual([
    expect.stringContaining(`store version ${newestSchema}`),
    expect.stringContaining("its integrity check passes"),
    expect.stringContaining("Store verified, no errors"),
  ]);
  const after = await runBlock(guide, "after", place);
  const told = new Map(after.map(({ command, stdout }) => [command, stdout]));
  expect(told.get("busbar verify")).toContain("Store verified, no errors");
  expect(told.get("busbar replay --dry-run")).toContain("No differences");
});
