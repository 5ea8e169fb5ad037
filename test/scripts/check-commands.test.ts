import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "busbar-commands-"));
const file = join(folder, "changing.ts");
afterAll(() => rmSync(folder, { recursive: true }));

const script = "scripts/check-commands.ts";

it("the command line has no way of its own to the store", () => {
  const stdout = execFileSync(process.execPath, [script], { encoding: "utf8" });
  expect(stdout).toMatch(
    /^\d+ files of the command line, none uses the store or does more than parse, call, print\n$/,
  );
});

it.each([
  ["await session.store.files.get(1);", "uses session.store"],
  ["const { config, store } = session;", "takes the store out of something"],
  ["(async ({ store }) => store.holds.list())(session);", "takes the store out of something"],
  ['import { storeAt } from "../store/open.ts";\nstoreAt("");', "imports ../store/open.ts"],
  ['import { userInfo } from "node:os";', "asks the system who is there"],
  [
    `function long(context: CommandContext): Promise<ExitCode> {${"\n".repeat(22)}}`,
    "long has 21 lines",
  ],
  [
    "export async function change(of: Store, by: ChangedBy) { await of.change(by); }",
    "change takes `by` without whoAndWhy",
  ],
])("what does is found: %s", (source, what) => {
  writeFileSync(file, source);
  const { status, stdout } = spawnSync(process.execPath, [script, file], { encoding: "utf8" });
  expect(status).toBe(1);
  expect(stdout).toContain(what);
});

it("types of it, and the path of it, are not", () => {
  writeFileSync(
    file,
    'import type { Store } from "../store/port/store.ts";\nexport type One = Store;\nsay(config.store);',
  );
  const { status } = spawnSync(process.execPath, [script, file], { encoding: "utf8" });
  expect(status).toBe(0);
});
