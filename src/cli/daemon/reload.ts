import { setTimeout } from "node:timers/promises";
import { lookAtDaemon } from "../../app/heartbeat/look-at-daemon.ts";
import { checkConfiguration } from "../../daemon/check-configuration.ts";
import { storeAt } from "../../store/open.ts";
import type { CommandContext } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { oneLine } from "../print/visible.ts";
import { withStore } from "../session.ts";

/** How long to wait for the daemon's answer, in milliseconds, and how often to see whether it came. */
const patienceMs = 60_000;
const everyMs = 250;

/** `busbar reload`: has the running daemon use the settings as they are now, and says whether it does. */
export function reload(context: CommandContext): Promise<ExitCode> {
  return withStore(context, async ({ config, store }) => {
    await checkConfiguration(config);
    if (lookAtDaemon(storeAt(config.store), Date.now()).is !== "running")
      throw new CommandFailure(
        "the daemon is not running, and reads the settings when `busbar run` starts it",
      );
    const asked = Date.now();
    await store.polls.requestReload();
    while (Date.now() - asked < patienceMs) {
      await setTimeout(everyMs);
      const look = lookAtDaemon(storeAt(config.store), Date.now());
      const answer = look.is === "running" ? look.status.reload : null;
      if (answer === null || answer.at < asked) continue;
      if (answer.refused !== null)
        throw new CommandFailure(
          `the daemon goes on with the settings that it has: ${oneLine(answer.refused)}`,
          exitCode.usage,
        );
      await context.output.line(`The daemon uses ${config.file} as it is now.`);
      return exitCode.good;
    }
    throw new CommandFailure(
      "the daemon has not answered for a minute: it finishes what is in flight first. `busbar status` says whether it still runs on older settings, and its log why",
    );
  });
}
