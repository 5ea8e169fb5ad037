import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { mainFile } from "../built.ts";

export const root = resolve(import.meta.dirname, "../..");

/** A fenced block: its language, the word behind it (a file's name, mostly), its text. */
export interface Block {
  readonly language: string;
  readonly name: string;
  readonly text: string;
}

/** A page as it is. */
export function pageText(page: string): string {
  return readFileSync(join(root, page), "utf8");
}

/** The fenced blocks of a page. */
export function blocksOf(page: string): Block[] {
  const text = pageText(page);
  return [...text.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", name = "", body = ""]) => ({ language, name, text: body }),
  );
}

/** How a test's daemon looks: people leave a file two seconds to be complete, and tests write it whole. */
const quickLooks = ["steady: 50ms", "poll: 200ms"];

/** Settings whose inboxes take files without a pause; `http` is what they say of HTTP where they say nothing. */
function quickSettings(text: string, http: string): string {
  const inbox = String.raw`path: (?:inbox|dip-in)\b`;
  const quick = text
    .replaceAll(new RegExp(String.raw`(?<=\{ )(${inbox})`, "g"), `$1, ${quickLooks.join(", ")}`)
    .replaceAll(new RegExp(`^( +)${inbox}`, "gm"), `$&\n$1${quickLooks.join("\n$1")}`);
  return /^http:/m.test(quick) ? quick : `${quick.trimEnd()}\n${http}\n`;
}

/** A folder in which what a page says is tried, with `busbar` on the path. */
export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), "busbar-guide-"));

  constructor() {
    mkdirSync(join(this.folder, "bin"));
    const busbar = join(this.folder, "bin", "busbar");
    writeFileSync(busbar, `#!/bin/sh\nexec '${process.execPath}' '${mainFile}' "$@"\n`);
    chmodSync(busbar, 0o755);
  }

  /** Lays out the files that blocks name. */
  layOut(blocks: readonly Block[]): void {
    for (const { name, text } of blocks) {
      if (name === "") continue;
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      const isSettings = basename(name) === "busbar.yaml";
      writeFileSync(
        join(this.folder, name),
        isSettings ? quickSettings(text, "http: false") : text,
      );
    }
  }

  /** Makes an installation's settings quick where `busbar init` has written them. */
  quicken(folder: string, http: string): void {
    const file = join(this.folder, folder, "busbar.yaml");
    writeFileSync(file, quickSettings(readFileSync(file, "utf8"), http));
  }

  /** What a script says; `environment` is set beside what is set here. */
  run(script: string, environment: Readonly<Record<string, string>> = {}): string {
    const path = `${join(this.folder, "bin")}:${dirname(process.execPath)}:${process.env["PATH"]}`;
    return execFileSync("bash", ["-c", script], {
      cwd: this.folder,
      encoding: "utf8",
      env: { ...process.env, PATH: path, BUSBAR_CONFIG: "", NODE_OPTIONS: "", ...environment },
      timeout: 340_000,
    });
  }

  /**
   * Runs the commands of a page's blocks one after the other, a daemon among them. Where people wait by
   * the clock, `soonerWhen` waits no longer than it takes.
   */
  runAll(
    blocks: readonly Block[],
    soonerWhen: string,
    environment: Readonly<Record<string, string>> = {},
  ): string {
    const commands = blocks.filter(({ language }) => language === "sh").map(({ text }) => text);
    const script = commands.map((text) =>
      text
        .replace(/^busbar run &$/m, "busbar run >daemon.log 2>&1 &")
        .replace(
          /^sleep \d+$/m,
          `for _ in $(seq 1500); do ${soonerWhen} && break; sleep 0.1; done`,
        ),
    );
    return this.run(
      ["set -e", "trap 'kill $! 2>/dev/null; wait' EXIT", ...script].join("\n"),
      environment,
    );
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
