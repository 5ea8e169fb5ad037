import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const guide = readFileSync(join(root, "docs/guides/own-catalogue.md"), "utf8");

/** A fenced block: its language, the word behind it (a file's name, mostly), its text. */
const blocks = [...guide.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language = "", name = "", text = ""]) => ({ language, name, text }),
);
const shown = (name: string) =>
  blocks
    .filter((block) => block.language === "text" && block.name === name)
    .flatMap(({ text }) => text.trimEnd().split("\n"));

/** Lines with one blank where there are several, and without the moment they were run at. */
function plain(text: string): string[] {
  return text.split("\n").map((line) =>
    line
      .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, "TIME")
      .replaceAll(/ +/g, " ")
      .trim(),
  );
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "busbar-guide-"));
  mkdirSync(join(folder, "bin"));
  const busbar = join(folder, "bin", "busbar");
  writeFileSync(busbar, `#!/bin/sh\nexec '${process.execPath}' '${root}/src/cli/main.ts' "$@"\n`);
  chmodSync(busbar, 0o755);
  for (const { language, name, text } of blocks) {
    if (name === "" || language === "text") continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string): string {
  return execFileSync("bash", ["-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: {
      ...process.env,
      PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
      BUSBAR_CONFIG: "",
    },
    timeout: 50_000,
  });
}

it("the guide's definitions, files and commands give what it shows", () => {
  const commands = blocks.filter(({ language }) => language === "sh").map(({ text }) => text);
  const script = [
    "set -e",
    "trap 'kill $! 2>/dev/null; wait' EXIT",
    ...commands.map((text) =>
      text
        .replace(/^busbar run &$/m, "busbar run >daemon.log 2>&1 &")
        // No longer than it takes: the guide's people wait by the clock.
        .replace(
          /^sleep \d+$/m,
          "for _ in $(seq 90); do busbar event list | grep -q RETURNS && break; sleep 0.1; done",
        ),
    ),
  ].join("\n");
  const said = plain(run(script));
  for (const line of plain(shown("").join("\n"))) expect(said).toContain(line);
  expect(existsSync(join(folder, "inbox", "returns-1.csv"))).toBe(false);
}, 60_000);

it("a wrong definition is told as the guide says", () => {
  const file = join(folder, "flows/returns.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace("CHAR(20)", "CHAR"));
  const said = run("busbar flow list 2>&1 || true");
  for (const line of shown("wrong")) expect(said).toContain(line);
});
