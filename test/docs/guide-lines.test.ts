import { globSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import { programShapes } from "../cli/completion/program-shapes.ts";
import { blocksOf, Desk } from "./guide.ts";

// The longest guides are run as a whole by night: by day their commands and settings are ones that there are.
const pages = ["README.md", ...globSync(["docs/*.md", "docs/guides/*.md"])].toSorted();
const shapes = new Map(programShapes().map((shape) => [shape.words, shape]));
const everywhere = shapes.get("")?.options.flatMap(({ names }) => names) ?? [];

/** The `busbar` lines of a page's commands, without what the shell makes of their output. */
function linesOf(page: string): string[] {
  return blocksOf(page)
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.replaceAll("\\\n", " ").split("\n"))
    .flatMap((line) => /(?:^|&& |; |\| )(busbar [^|&>;#]*)/.exec(line)?.[1] ?? []);
}

/** What of a line the program has not; null: it has all. */
function unknownIn(line: string): string | null {
  const words = line
    .replaceAll(/"[^"]*"|'[^']*'/g, "TEXT")
    .trim()
    .split(/\s+/)
    .slice(1);
  // What stands behind an option may be its value.
  const plain = words.filter(
    (word, at) => !word.startsWith("-") && !words[at - 1]?.startsWith("-"),
  );
  const names = [2, 1].map((count) => plain.slice(0, count).join(" "));
  const shape = names.map((name) => shapes.get(name)).find((one) => one !== undefined);
  if (shape === undefined) return words.every((word) => word.startsWith("-")) ? null : line;
  if (shape.below.length > 0 && plain.length > shape.words.split(" ").length) return line;
  const known = new Set([...everywhere, ...shape.options.flatMap(({ names: all }) => all)]);
  const unknown = words.find(
    (word) => word.startsWith("-") && word !== "-" && !known.has(word.replace(/=.*/, "")),
  );
  return unknown === undefined ? null : `${line}: ${unknown}`;
}

test("every command that a page has is one of the program's, with options that it has", () => {
  const lines = pages.flatMap(linesOf);
  expect(lines.length).toBeGreaterThan(150);
  expect(lines.map(unknownIn).filter((unknown) => unknown !== null)).toEqual([]);
  expect(unknownIn("busbar file lst")).toBe("busbar file lst");
  expect(unknownIn("busbar file list --stat x")).toBe("busbar file list --stat x: --stat");
});

test("every settings file that a page lays out is read as it is", () => {
  const desk = new Desk();
  try {
    const withSettings = pages.filter((page) => settingsOf(page) !== undefined);
    expect(withSettings.length).toBeGreaterThan(4);
    for (const page of withSettings) {
      desk.layOut(blocksOf(page));
      expect(() => loadConfig(join(desk.folder, "busbar.yaml")), page).not.toThrow();
    }
  } finally {
    desk.remove();
  }
});

function settingsOf(page: string) {
  return blocksOf(page).find(({ name }) => name === "busbar.yaml");
}
