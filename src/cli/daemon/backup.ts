import { resolve } from "node:path";
import { backUp } from "../../app/backup/back-up.ts";
import { restoreBackup } from "../../app/backup/restore.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { localTime } from "../print/local-time.ts";
import { visible } from "../print/visible.ts";
import { withStore } from "../session.ts";

/** `busbar backup FILE`: the store and the bytes of large files in one file, while the daemon goes on. */
export function backup(context: CommandContext, file: string): Promise<ExitCode> {
  const path = resolve(file);
  return withStore(context, async (session) => {
    const { files } = await backUp(session, { path });
    const large = files.length - 1;
    const beside = large === 0 ? "" : ` with ${counted(large, "large file")}`;
    await context.output.line(
      `Backed up the store${beside} to ${visible(path)}, and read it again: it is whole.`,
    );
    return exitCode.good;
  });
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
  await output.lines([
    `Restored the backup of ${localTime(manifest.madeAt)} into ${visible(where.folder)}; every file in it is whole.`,
    "",
    "Next:",
    `  in busbar.yaml       store: ${visible(storePath)} and blobs: ${visible(blobs)}`,
    "  busbar verify        check the store; names what is known to be missing from the backup",
    "  busbar file unknown  list the files that came or were sent after the backup was made",
    "  busbar run           start the daemon; intake, actions and outbound are on hold",
    "  busbar release       release each of the three once that is settled",
    "",
    "The whole procedure: docs/guides/backup-and-restore.md, where Busbar is installed.",
  ]);
  return exitCode.good;
}
