import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { logEvents } from "../../src/runtime/log-lines/log-events.ts";

const page = readFileSync(new URL("../../docs/log.md", import.meta.url), "utf8");
const source = globSync("src/**/*.ts", { exclude: ["src/runtime/log-lines/*.ts"] })
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

test("docs/log.md lists every line of the log with its level and fields", () => {
  const rows = page
    .split("\n")
    .filter((line) => /^\| `[a-z-]+` \| (debug|info|warn|error) /.test(line));
  expect(rows).toEqual(
    Object.entries(logEvents).map(
      ([name, { level, fields, about }]) =>
        `| \`${name}\` | ${level} | ${fields.map((field) => `\`${field}\``).join(", ")} | ${about} |`,
    ),
  );
});

test("every line is logged somewhere, at the level it is said to have", () => {
  const calls = [...source.matchAll(/log\.(debug|info|warn|error)\(\s*\{\s*event: "([a-z-]+)"/g)];
  expect(calls.length).toBeGreaterThan(20);
  const levels = new Map<string, string>(
    Object.entries(logEvents).map(([name, { level }]) => [name, level]),
  );
  for (const [, level, name = ""] of calls) expect([name, level]).toEqual([name, levels.get(name)]);
  const logged = new Set([...source.matchAll(/event: "([a-z-]+)"/g)].map(([, name]) => name));
  expect([...levels.keys()].filter((name) => !logged.has(name))).toEqual([]);
});
