import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { completionScript } from "../../../src/cli/completion/completion-script.ts";
import { shells } from "../../../src/cli/completion/describe-completion.ts";
import { makePlace } from "../busbar.ts";
import { programShapes } from "./program-shapes.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-completion-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const shapes = programShapes();

beforeAll(() => {
  mkdirSync(join(folder, "from partner"));
  writeFileSync(join(folder, "from partner", "D0010.usr"), "");
  for (const shell of shells) writeFileSync(join(folder, shell), completionScript(shell, shapes));
});

/** What is typed, and what it is completed to. */
const typed = [
  ["busbar relo", "reload"],
  ["busbar file li", "list"],
  ["busbar file list --sta", "--state"],
  ["busbar file list --state du", "duplicate"],
  ["busbar file list --state=du", "duplicate"],
  ["busbar --config stuck sta", "status"],
  ["busbar file list --config other.yaml --pro", "--problem"],
  ["busbar file list --channel file --li", "--limit"],
  ["busbar hold out", "outbound"],
  ["busbar completion f", "fish"],
  ["busbar ingest fr", "from partner"],
  ["busbar restore backup fr", "from partner"],
  ["busbar --config fr", "from partner"],
  ["busbar file show ", ""],
] as const;

/** How each shell is asked to complete lines; it answers with a line for each. */
const asked = {
  bash: (lines: readonly string[]) => {
    const words = (line: string) =>
      line
        .replaceAll("=", " = ")
        .split(" ")
        .map((word) => `'${word}'`)
        .join(" ");
    const calls = lines.map((line) => `complete_line ${words(line)}`);
    return `source ./bash
complete_line() {
  COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _busbar
  local IFS=' '; printf '%s\\n' "\${COMPREPLY[*]}"
}
${calls.join("\n")}`;
  },
  fish: (lines: readonly string[]) =>
    `source ./fish\n${lines.map((line) => `echo (complete -C '${line}' | string replace -r '\\t.*' '' | string join ' ')`).join("\n")}`,
};

function run(shell: "bash" | "fish", script: string): string[] {
  const clean = shell === "bash" ? ["--norc", "--noprofile"] : ["--no-config"];
  const said = execFileSync(shell, [...clean, "-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, HOME: folder },
  });
  return said.split("\n").slice(0, -1);
}

const isThere = (program: string) => spawnSync(program, ["-c", "true"]).status === 0;

/** As a person finds it: without the slash of a folder, what comes before the value, and quotes. */
const plain = (line: string) =>
  line
    .replaceAll(/\\(?= )/g, "")
    .replaceAll("--state=", "")
    .replaceAll(/\/(?= |$)/g, "");

describe.each(["bash", "fish"] as const)("completion in %s", (shell) => {
  test.runIf(isThere(shell))(
    "completes commands, options, words and paths, and guesses nothing",
    () => {
      const said = run(shell, asked[shell](typed.map(([line]) => line)));
      expect(typed.map(([line], at) => [line, plain(said[at] ?? "")])).toEqual(typed);
    },
  );

  test.runIf(isThere(shell))("knows every command below every other", () => {
    const groups = shapes.filter(({ below }) => below.length > 0);
    const lines = groups.map(({ words }) => `busbar ${words === "" ? "" : `${words} `}`);
    const said = run(shell, asked[shell](lines)).map((line) => line.split(" ").toSorted());
    expect(said).toEqual(groups.map(({ below }) => below.toSorted()));
  });
});

describe("completion in zsh", () => {
  test.runIf(isThere("zsh"))(
    "completes commands, options, words and paths as they are typed",
    () => {
      const lines = [
        ["busbar file li", "busbar file list"],
        ["busbar file list --sta", "busbar file list --state"],
        ["busbar file list --state du", "busbar file list --state duplicate"],
        ["busbar file list --state=du", "busbar file list --state=duplicate"],
        ["busbar --config file stu", "busbar --config file stuck"],
        ["busbar ingest fr", "busbar ingest from\\ partner/"],
        ["busbar completion f", "busbar completion fish"],
      ];
      // A terminal of its own: it is asked by Tab, and each answer is waited for.
      const script = `zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "TERM=dumb; unsetopt zle_bracketed_paste beep prompt_cr prompt_sp; autoload -Uz compinit && compinit -D -u; source ./zsh; bindkey '^I' complete-word; PS1='READY'\\$((1+1))'>'"
zpty -r z out '*READY2>*'
ask() {
  zpty -n -w z $1$'\\t'
  zpty -r z out "*\${(b)2}*"
  print -r -- "$2"
  zpty -n -w z $'\\C-u\\n'
  zpty -r z out '*READY2>*'
}
${lines.map(([line, whole]) => `ask '${line}' '${whole}'`).join("\n")}`;
      const said = execFileSync("zsh", ["-f", "-c", script], {
        cwd: folder,
        encoding: "utf8",
        timeout: 120_000,
      });
      expect(said.trimEnd().split("\n")).toEqual(lines.map(([, whole]) => whole));
    },
  );
});

test("`busbar completion` prints the script, and names the shells there are", async () => {
  const place = makePlace();
  expect((await place.busbar("completion", "bash")).stdout).toBe(completionScript("bash", shapes));
  const refused = await place.busbar("completion", "tcsh");
  place.remove();
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining("bash, zsh, fish") });
});
