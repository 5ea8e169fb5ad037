import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * What a check of the sources tells of each of these texts, in one process for all of them: the lines about each,
 * with `FILE` in place of its path. `npm run check` runs the checks on the sources as they are.
 */
export function toldOf(script: string, texts: readonly string[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), "busbar-check-"));
  try {
    const files = texts.map((text, number) => {
      const file = join(folder, `text-${number}.ts`);
      writeFileSync(file, text);
      return file;
    });
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...files], {
      encoding: "utf8",
    });
    if (status !== (stdout.includes(folder) ? 1 : 0)) throw new Error(`${status}: ${stderr}`);
    const lines = stdout.trimEnd().split("\n");
    return files.map((file) =>
      lines.filter((line) => line.includes(file)).map((line) => line.replaceAll(file, "FILE")),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
