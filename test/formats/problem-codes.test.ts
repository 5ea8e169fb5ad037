import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { halfHourlyResponseCodes } from "../../src/catalogue/half-hourly/response-codes.ts";
import { problemCodes } from "../../src/formats/problem-codes.ts";

const folder = fileURLToPath(new URL("../../docs/problems", import.meta.url));
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));

describe("every problem code has a page", () => {
  test("and every page a code", () => {
    expect(pages.map((name) => name.slice(0, -3)).toSorted()).toEqual(
      Object.keys(problemCodes).toSorted(),
    );
  });

  test.each(Object.entries(problemCodes))("%s is titled and short", (code, { title, severity }) => {
    const text = readFileSync(join(folder, `${code}.md`), "utf8");
    const lines = text.trimEnd().split("\n");
    expect(lines[0]).toBe(`# ${code}`);
    expect(lines[2]).toBe(`${title} (${severity}).`);
    expect(lines.length).toBeLessThanOrEqual(12);
    expect(lines.length).toBeGreaterThanOrEqual(5);
  });
});

test("no part of the program gives a code that is not in the table", () => {
  const source = fileURLToPath(new URL("../../src", import.meta.url));
  const given = globSync(`${source}/**/*.ts`).flatMap((file) => {
    // What a proof of the store finds is no problem of a file, and has codes of its own.
    if (/\/(?:verify|prove|proof)/.test(file)) return [];
    // Nor is the refusal of a command.
    if (/\/(?:app\/commands|core\/refusal)\//.test(file)) return [];
    const text = readFileSync(file, "utf8").replaceAll(/new RefusedError\([\s\S]*?\);/g, "");
    const written = text.matchAll(/(?:code:|problem\(|add\(|find\()\s*"([A-Z][A-Z0-9_]{4,})"/g);
    return [...written].map(([, code]) => code ?? "");
  });
  expect(given.length).toBeGreaterThan(20);
  // The name of a record, and what the Data Integration Platform answers.
  const others = { HEADR: "", ...halfHourlyResponseCodes };
  expect(given.filter((code) => !(code in others) && !(code in problemCodes))).toEqual([]);
});
