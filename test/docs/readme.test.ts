import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Desk, root } from "./guide.ts";

const readme = readFileSync(join(root, "README.md"), "utf8");

/** The shell lines under a heading, without those that install: whoever runs this has installed. */
function commandsUnder(heading: string): string[] {
  const section = readme.split(/^## /m).find((text) => text.startsWith(heading)) ?? "";
  const blocks = [...section.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? "");
  return blocks
    .flatMap((block) => block.trimEnd().split("\n"))
    .filter((line) => !/^(npm ci|export PATH=)/.test(line));
}

describe("the README", () => {
  let desk: Desk;
  beforeAll(() => {
    desk = new Desk();
    symlinkSync(join(root, "fixtures"), join(desk.folder, "fixtures"));
  });
  afterAll(() => desk.remove());

  it("has at most 120 lines", () => {
    expect(readme.split("\n").length - 1).toBeLessThanOrEqual(120);
  });

  it("gives commands for a first real use that work as they stand", () => {
    const commands = commandsUnder("A first real use");
    const script = [
      "set -e",
      "trap 'kill $! 2>/dev/null; wait' EXIT",
      ...commands.map((line) => line.replace(/^busbar run &/, "busbar run >daemon.log 2>&1 &")),
      "echo; busbar file list --json",
    ].join("\n");

    const output = desk.run(script);

    expect(commands.length).toBeGreaterThan(8);
    expect(output).toContain("D0010 received, Meter Readings");
    const files = output
      .split("\n")
      .filter((line) => line.startsWith('{"id"'))
      .map((line) => JSON.parse(line) as { state: string; events: number });
    expect(files.map(({ state, events }) => ({ state, events }))).toEqual([
      { state: "recorded", events: 5 },
      { state: "recorded", events: 2 },
    ]);
  });

  it("gives commands over flows that work as they stand", () => {
    const commands = commandsUnder("Every flow at hand");
    const script = ["set -e", ...commands, "cmp D0010-example.usr same-bytes.usr"].join("\n");

    const output = desk.run(script);

    expect(output).toContain("Meter Readings");
    expect(output).toContain("GROUP_COUNT");
  });

  it("names only files that are there", () => {
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? "");
    expect(links.filter((link) => !existsSync(join(root, link)))).toEqual([]);
  });
});
