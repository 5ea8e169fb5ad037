import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePlace } from "./busbar.ts";

const traced = makePlace();
/** The sources, module by module: what is built of them is put together in a few files. */
const sources = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));
const environment = {
  ...process.env,
  TZ: "UTC",
  BUSBAR_CONFIG: "",
  NODE_OPTIONS: `--import ${new URL("./trace-loaded.ts", import.meta.url).href}`,
  BUSBAR_TEST_LOADED: "loaded.txt",
};
beforeAll(async () => {
  await traced.busbar("init", ".");
  appendFileSync(
    join(traced.folder, "busbar.yaml"),
    "\nflows:\n  D0010: { checkDigits: advisory }\n  IF-036: { checkDigits: advisory }\n",
  );
});
afterAll(() => traced.remove());

/** Everything that a command loads. */
function allLoadedBy(...words: string[]): string[] {
  const cwd = traced.folder;
  const ran = spawnSync(process.execPath, [sources, ...words], { cwd, env: environment });
  expect({ code: ran.status, stderr: String(ran.stderr) }).toEqual({ code: 0, stderr: "" });
  return readFileSync(join(traced.folder, "loaded.txt"), "utf8").split("\n");
}

/** What a command loads of the catalogue, of readers of files and of types of process, as paths below `src/`. */
function loadedBy(...words: string[]): string[] {
  const all = allLoadedBy(...words);
  const own = all.flatMap(
    (one) => /\/src\/((?:catalogue|definitions|formats|processes)\/.*)$/.exec(one)?.[1] ?? [],
  );
  return own.filter((path) => !isCodeList.test(path)).toSorted();
}

/** What problems are called, which is a few lines each. */
const isCodeList = /^formats\/[a-z-]+-codes\.ts$/;

test("--version loads nothing of the catalogue", () => {
  expect(loadedBy("--version")).toEqual([]);
});

/** What settings of flows are read with; none of it holds or reads a definition. */
const mayLoad: readonly string[] = [
  "catalogue/load/catalogue-error.ts",
  "catalogue/load/read-file.ts",
  "catalogue/load/read-yaml.ts",
  "catalogue/load/rgma-codes.ts",
  "catalogue/load/rgma-schema.ts",
  "catalogue/load/yaml-place.ts",
];

test("status loads no more than what settings of flows are read with, and no definition", () => {
  const loaded = loadedBy("status");
  expect(loaded.filter((path) => !mayLoad.includes(path))).toEqual([]);
});

test.each([["--version"], ["status"]])("%s loads nothing that answers over HTTP", (word) => {
  const loaded = allLoadedBy(word);
  expect(loaded.filter((path) => /\/src\/cli\/main\.ts$/.test(path))).toHaveLength(1);
  expect(loaded.filter((path) => /node_modules\/@?hono\/|\/src\/http\//.test(path))).toEqual([]);
});

test("a command that asks for definitions loads them, and it is seen here", () => {
  const loaded = loadedBy("flow", "show", "IF-036");
  expect(loaded).toContain("catalogue/half-hourly/flows/IF-036.json");
  expect(loaded).toContain("definitions/load.ts");
});
