import { resolve } from "node:path";
import { backUp } from "../../app/backup/back-up.ts";
import { restoreBackup } from "../../app/backup/restore.ts";
import { counted } from "../../runtime/counted.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { withStore } from "../session.ts";

/** `busbar backup FILE`. */
export interface BackupOptions {
  readonly withoutLost?: boolean;
}

/** `busbar backup FILE`: the store and the bytes of large files in one file, while the daemon goes on. */
export function backup(
  context: CommandContext,
  file: string,
  { withoutLost = false }: BackupOptions,
): Promise<ExitCode> {
  const path = resolve(file);
  return withStore(context, async (session) => {
    const { files, lost = [] } = await backUp(session, { path, withoutLost });
    const beside = besideStore(files.map(({ name }) => name));
    await context.output.line(
      `Backed up the store${beside} to ${visible(path)}, and read it again: it is whole.`,
    );
    if (lost.length > 0) await context.output.lines(lostLines(lost));
    return lost.length > 0 ? exitCode.failed : exitCode.good;
  });
}

/** What is in a backup beside the store. */
function besideStore(names: readonly string[]): string {
  const packs = names.filter((name) => name.startsWith("blobs/packs/")).length;
  const large = names.length - 1 - packs;
  const parts = [
    ...(large === 0 ? [] : [counted(large, "large file")]),
    ...(packs === 0 ? [] : [counted(packs, "pack")]),
  ];
  return parts.length === 0 ? "" : ` with ${parts.join(" and ")}`;
}

function lostLines(lost: readonly string[]): string[] {
  return [
    `But for ${counted(lost.length, "file")} of kept bytes that are missing or damaged, and so not in it:`,
    ...lost.slice(0, 20).map((name) => `  ${visible(name)}`),
    ...(lost.length > 20 ? [`  and ${lost.length - 20} more, in its manifest.json`] : []),
    "`busbar verify` says whose bytes they are.",
  ];
}

/** `busbar restore FILE DIR`: a backup in an empty folder, with everything on hold. */
export async function restore(
  { output }: CommandContext,
  file: string,
  folder: string,
  options: DecisionOptions,
): Promise<ExitCode> {
  const where = { path: resolve(file), folder: resolve(folder) };
  const { manifest, storePath, blobs } = await restoreBackup(where, decisionOf(options));
  const { lost = [] } = manifest;
  await output.lines([
    `Restored the backup of ${localTime(manifest.madeAt)} into ${visible(where.folder)}; every file in it is whole.`,
    ...(lost.length === 0 ? [] : lostLines(lost)),
    "",
    "Next:",
    `  in busbar.yaml       store: ${visible(storePath)}${blobs === null ? "" : ` and blobs: ${visible(blobs)}`}`,
    "  busbar verify        check the store; names what is known to be missing from the backup",
    "  busbar file unknown  list the files that came or were sent after the backup was made",
    "  busbar run           start the daemon; intake, actions and outbound are on hold",
    "  busbar release       release each of the three once that is settled",
    "",
    "The whole procedure: docs/guides/backup-and-restore.md, where Busbar is installed.",
  ]);
  return exitCode.good;
}
