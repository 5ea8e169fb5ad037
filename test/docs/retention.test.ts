import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePlace } from "../cli/busbar.ts";
import { goodFile } from "../promises/flow-files.ts";
import { blocksOf } from "./guide.ts";
import { runBlock } from "./guide-commands.ts";

const page = "docs/guides/retention.md";
const place = makePlace();
afterAll(() => place.remove());

/** What the commands of a block say, one after the other. */
async function run(name: string): Promise<string> {
  const ran = await runBlock(page, name, place);
  return ran.map(({ stdout }) => stdout).join("");
}

beforeAll(async () => {
  await place.busbar("init");
  const settings = blocksOf(page).find(({ name }) => name === "settings")?.text ?? "";
  appendFileSync(join(place.folder, "busbar.yaml"), `\n${settings}`);
  await place.busbar("ingest", place.write(goodFile(1)));
});

test("the guide's commands say what would go, what went, and write the store anew", async () => {
  expect(await run("dry-run")).toBe("Nothing is old enough.\n");
  expect(await run("show")).toMatch(
    /^Settings {3}pack after 90.0 days, drop after 2555.0 days, archive after 30.0 days, quarantine after 90.0 days\nIn store {3}Bytes of 1 file /,
  );
  expect(await run("compact")).toMatch(/^The store has \d+ bytes/);
});
