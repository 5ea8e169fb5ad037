import { resolve } from "node:path";
import { backUp } from "../../app/backup/back-up.ts";
import { restoreBackup } from "../../app/backup/restore.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
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
  const { manifest, store, blobs } = await restoreBackup(where, decisionOf(options));
  await output.lines([
    `Restored the backup of ${manifest.madeAt} into ${visible(where.folder)}; every file in it is whole.`,
    "",
    "Next:",
    `  in busbar.yaml     store: ${visible(store)} and blobs: ${visible(blobs)}`,
    "  busbar verify      says what the backup lacks of what is known to have been there",
    "  busbar run         everything waits: intake, actions and outbound are on hold",
    "  busbar file unknown  lists what came and was sent since the backup was made",
    "  busbar release     lets each go on, once that is settled (docs/guides/backup-and-restore.md)",
  ]);
  return exitCode.good;
}
