import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { manualPage } from "../../../src/cli/completion/manual-page.ts";
import { busbarVersion } from "../../../src/disk/version.ts";
import { programShapes } from "./program-shapes.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-man-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shapes = programShapes();
const page = join(folder, "busbar.1");
writeFileSync(page, manualPage(shapes, busbarVersion()));
const isThere = (program: string) => spawnSync(program, ["--version"]).error === undefined;

test("every command has a section of its own, with its arguments, options and examples", () => {
  const text = manualPage(shapes, "1.2.3");
  expect(text).toContain('"Busbar 1.2.3"');
  expect(text).not.toMatch(/undefined|\[object/);
  const commands = shapes.filter(({ below, words }) => below.length === 0 && words !== "");
  expect(text.match(/^\.SS /gm)).toHaveLength(commands.length);
  for (const example of commands.flatMap(({ examples }) => examples))
    expect(text).toContain(example.replaceAll("\\", "\\e").replaceAll("-", "\\-"));
});

test.runIf(isThere("groff"))(
  "groff sets it without a warning, and every command and option is read there",
  () => {
    const { stdout, stderr } = spawnSync(
      "groff",
      ["-man", "-Tascii", "-P-cbou", "-ww", "-rLL=400n", page],
      {
        encoding: "utf8",
      },
    );
    expect(stderr).toBe("");
    const lines = stdout.split("\n").map((line) => line.trim());
    for (const { words, below, arguments: values, options } of shapes.filter(
      ({ words }) => words !== "",
    )) {
      if (below.length > 0) continue;
      expect(lines).toContain([`busbar ${words}`, ...values.map(({ shown }) => shown)].join(" "));
      for (const { flags } of options.filter(({ names }) => !names.includes("--help")))
        expect(lines.some((line) => line.startsWith(flags))).toBe(true);
    }
  },
);

test.runIf(isThere("mandoc"))("mandoc finds no fault in it", () => {
  execFileSync("mandoc", ["-Tlint", "-Werror", page], { encoding: "utf8" });
});
