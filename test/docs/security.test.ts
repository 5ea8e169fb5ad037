import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const page = readFileSync("docs/security.md", "utf8");

/** The tests that the page names: a file, and the titles behind it. */
const named = [...page.matchAll(/`(test\/[\w/.-]+\.test\.ts)`((?:,? "[^"]*")+)/g)].flatMap(
  ([, file = "", titles = ""]) =>
    [...titles.matchAll(/"([^"]*)"/g)].map(([, title = ""]) => ({ file, title })),
);

test("every defence in docs/security.md names a test that is there", () => {
  expect(named.length).toBeGreaterThan(25);
  const missing = named.filter(({ file, title }) => !readFileSync(file, "utf8").includes(title));
  expect(missing).toEqual([]);
  const rows = page.split("\n").filter((line) => line.split(" | ").length === 3);
  const bare = rows.filter((line) => !/^\| threat|^\|---/.test(line) && !line.includes("`test/"));
  expect(bare).toEqual([]);
});
