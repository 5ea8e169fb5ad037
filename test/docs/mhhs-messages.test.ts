import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { blocksOf, Desk } from "./guide.ts";

const blocks = blocksOf("docs/guides/mhhs-messages.md");
const shown = blocks
  .filter(({ language }) => language === "text")
  .flatMap(({ text }) => text.trimEnd().split("\n"));

/** Lines with one blank where there are several, and without the moment they were run at. */
function plain(lines: readonly string[]): string[] {
  return lines.map((line) =>
    line
      .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, "TIME")
      .replaceAll(/ +/g, " ")
      .trim(),
  );
}

/** A program for each command; `guide-lines` looks at its commands and settings by day. */
const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
  desk.layOut(blocks.filter(({ language }) => language !== "text"));
});
afterAll(() => desk.remove());

it.runIf(nightly)("the guide's files and commands give what it shows", () => {
  const oneMore = "[ $(ls dip-out | wc -l) -gt 0$n ] && n=$(ls dip-out | wc -l)";
  const said = plain(desk.runAll(blocks, oneMore).split("\n"));
  for (const line of plain(shown)) expect(said).toContain(line);
  expect(readdirSync(join(desk.folder, "dip-out"))).toHaveLength(2);
});
