import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-names-"));
afterAll(() => rmSync(folder, { recursive: true }));

function load(text: string) {
  const file = join(folder, "busbar.yaml");
  writeFileSync(file, text);
  return loadConfig(file);
}

test("a channel called __proto__ is refused with its place, not left out", () => {
  expect(() => load("channels:\n  __proto__: { path: a }\n  good: { path: b }\n")).toThrow(
    /channels\.__proto__: nothing can be called __proto__; choose another name/,
  );
  expect(() => load("__proto__: 1\n")).toThrow(/__proto__: nothing can be called/);
});

test("other names that objects have of their own are names like others", () => {
  const names = ["constructor", "toString", "hasOwnProperty", "prototype"];
  const text = names.map((name) => `  ${name}: { path: in-${name} }\n`).join("");
  const { channels } = load(`channels:\n${text}`);
  expect(channels.map(({ name }) => name)).toEqual(names);
});
