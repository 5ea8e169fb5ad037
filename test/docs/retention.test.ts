import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { goodFile } from "../promises/flow-files.ts";
import { blocksOf, Desk } from "./guide.ts";

const blocks = new Map(blocksOf("docs/guides/retention.md").map(({ name, text }) => [name, text]));
const desk = new Desk();
afterAll(() => desk.remove());

function run(name: string): string {
  const text = blocks.get(name) ?? "";
  expect(text).not.toBe("");
  return desk.run(text.trimEnd());
}

beforeAll(() => {
  desk.run("busbar init");
  appendFileSync(join(desk.folder, "busbar.yaml"), `\n${blocks.get("settings") ?? ""}`);
  const { name, bytes } = goodFile(1);
  writeFileSync(join(desk.folder, name), bytes);
  desk.run(`busbar ingest ${name}`);
});

test("the guide's commands say what would go, what went, and write the store anew", () => {
  expect(run("dry-run")).toBe("Nothing is old enough.\n");
  expect(run("show")).toMatch(
    /^Settings {3}pack after 90.0 days, drop after 2555.0 days, archive after 30.0 days, quarantine after 90.0 days\nIn store {3}Bytes of 1 file /,
  );
  expect(run("compact")).toMatch(/^The store has \d+ bytes/);
});
