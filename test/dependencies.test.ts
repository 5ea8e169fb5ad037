import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const lock: unknown = JSON.parse(readFileSync("package-lock.json", "utf8"));
const { dependencies = {} }: { dependencies?: Record<string, string> } = JSON.parse(
  readFileSync("package.json", "utf8"),
);

test("the lock file names no registry, so that installing works behind any mirror", () => {
  expect(JSON.stringify(lock)).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});

test("every dependency at run time is pinned, and says what it is for", () => {
  const told = readFileSync("docs/dependencies.md", "utf8");
  for (const [name, version] of Object.entries(dependencies)) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(told).toContain(`| ${name} |`);
  }
});
