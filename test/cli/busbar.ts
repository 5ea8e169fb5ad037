import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { SentFile } from "../promises/flow-files.ts";

/** The program as `bin/busbar` starts it, from source. */
export const mainFile = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url));

/** How a command ended and what it said. */
export interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own to run the program in. */
export interface Place {
  readonly folder: string;
  /** Runs the real program there. */
  busbar(...words: string[]): Promise<Said>;
  /** Runs it with `--json` and gives the objects, one a line. */
  json(...words: string[]): Promise<Record<string, unknown>[]>;
  /** Writes a file there and gives its path. */
  write(file: SentFile): string;
  remove(): void;
}

export function makePlace(environment: Record<string, string> = {}): Place {
  const folder = mkdtempSync(join(tmpdir(), "busbar-cli-"));
  const busbar = (...words: string[]) => run(folder, words, environment);
  return {
    folder,
    busbar,
    json: async (...words) => {
      const { stdout } = await busbar(...words, "--json");
      const lines = stdout.split("\n").filter((line) => line !== "");
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    write: ({ name, bytes }) => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(cwd: string, words: string[], environment: Record<string, string>): Promise<Said> {
  const env = { ...process.env, TZ: "UTC", BUSBAR_CONFIG: "", ...environment };
  return new Promise((resolve) => {
    execFile(process.execPath, [mainFile, ...words], { cwd, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
      resolve({ code, stdout, stderr });
    });
  });
}
