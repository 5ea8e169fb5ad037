import { resolve } from "node:path";
import { backUp } from "../../app/commands/daemon/back-up.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../print/visible.ts";
import { withStore } from "../session.ts";

/** `busbar backup FILE`: a copy of the store, whole and of one moment, while the daemon goes on. */
export function backup(context: CommandContext, file: string): Promise<ExitCode> {
  const path = resolve(file);
  return withStore(context, async (session) => {
    await backUp(session, { path });
    await context.output.line(
      `The store was copied to ${visible(path)}. Copy ${visible(session.config.blobs)}, the bytes of large files, after it.`,
    );
    return exitCode.good;
  });
}
