import { reloadDaemon } from "../../app/commands/daemon/reload-daemon.ts";
import { checkConfiguration } from "../../daemon/check-configuration.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { withStore } from "../session.ts";

/** `busbar reload`: has the running daemon use the settings as they are now, and says whether it does. */
export function reload(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async (session) => {
    await checkConfiguration(session.config);
    const daemons = await reloadDaemon(session);
    await context.output.line(
      daemons === 1
        ? `The daemon uses ${session.config.file} as it is now.`
        : `All ${daemons} daemons use their settings as they are now.`,
    );
    return exitCode.good;
  });
}
