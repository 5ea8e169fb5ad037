import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { CommandContext } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../print/visible.ts";
import { withStore } from "../session.ts";

/** `busbar backup FILE`: a copy of the store, whole and of one moment, while the daemon goes on. */
export function backup(context: CommandContext, file: string): Promise<ExitCode> {
  const path = resolve(file);
  if (existsSync(path))
    throw new CommandFailure(
      `${visible(path)} is there already; name another file, since a copy never replaces one`,
      exitCode.usage,
    );
  return withStore(context, async ({ config, store }) => {
    await store.backups.copyTo(path);
    await context.output.line(
      `The store was copied to ${visible(path)}. Copy ${visible(config.blobs)}, the bytes of large files, after it.`,
    );
    return exitCode.good;
  });
}
