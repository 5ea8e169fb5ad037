import { mkdir } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createFileWith } from "../../disk/create-file.ts";
import { sayFileError } from "../../disk/file-error.ts";
import { readSmallFile } from "../../disk/open-file.ts";
import type { CommandContext } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";

/** The commented example that comes with Busbar; every new configuration is a copy of it. */
const example = fileURLToPath(new URL("../../../config/busbar.yaml", import.meta.url));
const mostBytes = 1 << 20;

/** What the build writes of the settings: editors that know YAML's language server complete and check by it. */
const schema = new URL("../../../dist/busbar.schema.json", import.meta.url);
const forEditors = `# yaml-language-server: $schema=${schema.href}\n`;

const folders = ["inbox", "archive", "quarantine", "outbox", "var"] as const;

/** `busbar init [DIR]`: writes a configuration and the folders it names. Never overwrites. */
export async function init({ output }: CommandContext, folder: string): Promise<ExitCode> {
  const file = join(folder, "busbar.yaml");
  try {
    await mkdir(folder, { recursive: true });
    createFileWith(file, forEditors + readSmallFile(example, mostBytes).toString("utf8"));
    for (const name of folders) await mkdir(join(folder, name), { recursive: true });
  } catch (error) {
    throw new CommandFailure(whyNot(error, file));
  }
  const here = resolve(folder) === process.cwd();
  await output.lines([
    `Wrote ${file} and the folders ${folders.map((name) => `${name}/`).join(" ")}`,
    "",
    "Next:",
    ...(here ? [] : [`  cd ${relative(process.cwd(), resolve(folder))}`]),
    "  busbar run              start the daemon; drop files into inbox/",
    "  busbar ingest FILE      or take in a file by hand",
    "  busbar status           see what became of them",
  ]);
  return exitCode.good;
}

function whyNot(error: unknown, file: string): string {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "EEXIST") {
    return `${file} is there already and was left as it is; edit it, or name another folder`;
  }
  const words = sayFileError(error);
  if (words === null) throw error;
  return `cannot write ${file}: ${words.why}, or name another folder`;
}
