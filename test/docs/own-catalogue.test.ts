import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { blocksOf, Desk } from "./guide.ts";

const blocks = blocksOf("docs/guides/own-catalogue.md");
const shown = (name: string) =>
  blocks
    .filter((block) => block.language === "text" && block.name === name)
    .flatMap(({ text }) => text.trimEnd().split("\n"));

/** Lines with one blank where there are several, and without the moment they were run at. */
function plain(text: string): string[] {
  return text.split("\n").map((line) =>
    line
      .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, "TIME")
      .replaceAll(/ +/g, " ")
      .trim(),
  );
}

/** A program for each command; by day what it defines is loaded, and its commands are looked at by `guide-lines`. */
const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
  desk.layOut(blocks.filter(({ language }) => language !== "text"));
});
afterAll(() => desk.remove());

it.runIf(nightly)("the guide's definitions, files and commands give what it shows", () => {
  const said = plain(desk.runAll(blocks, "busbar event list | grep -q RETURNS"));
  for (const line of plain(shown("").join("\n"))) expect(said).toContain(line);
  expect(existsSync(join(desk.folder, "inbox", "returns-1.csv"))).toBe(false);
});

it("a wrong definition is reported as the guide says", () => {
  const file = join(desk.folder, "flows/returns.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("CHAR(20)", "CHAR"));
  const said = desk.run("busbar flow list 2>&1 || true");
  for (const line of shown("wrong")) expect(said).toContain(line);
});
