import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
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
    .filter((line) => !/^(npm ci|alias busbar=)/.test(line));
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

  it("gives commands for a first real use that work as they are", () => {
    const commands = commandsUnder("A first real use");
    // The file is waited for, and not the clock: a busy machine takes longer.
    const taken = 'until [ -z "$(ls inbox)" ] && [ -n "$(ls archive)" ]; do sleep 0.1; done';
    const script = [
      "set -e",
      "trap 'kill $! 2>/dev/null; wait' EXIT",
      ...commands
        .slice(1)
        .map((line) =>
          line
            .replace(/^busbar run &/, "busbar run >daemon.log 2>&1 &")
            .replace(/^sleep 5$/, taken),
        ),
      "echo; busbar file list --json",
    ].join("\n");

    desk.run(commands[0] ?? "");
    desk.quicken("supplier", "http: {}");
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

  it("has busbar found, and no other program than before: bin/test is not test", () => {
    const programs = join(desk.folder, "project");
    mkdirSync(join(programs, "bin"), { recursive: true });
    for (const [name, code] of [
      ["busbar", 0],
      ["test", 9],
    ] as const) {
      const path = join(programs, "bin", name);
      writeFileSync(path, `#!/bin/sh\necho "bin/${name} $*"\nexit ${code}\n`, { mode: 0o755 });
    }
    const installing = /^npm ci.*\n((?:.*\n)*?)busbar init/m.exec(readme)?.[1] ?? "";
    const script = `shopt -s expand_aliases\n${installing}cd /\nbusbar status\nenv test 1 = 1\n`;

    const output = execFileSync("bash", ["-ec", script], { cwd: programs, encoding: "utf8" });

    expect(output).toBe("bin/busbar status\n");
  });

  it("gives commands over flows that work as they are", () => {
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
