import { resolve } from "node:path";
import { metricsText } from "../../app/queries/metrics-text.ts";
import { publicMode, replaceFileSync } from "../../disk/create-file.ts";
import { sayFileError } from "../../disk/file-error.ts";
import type { CommandContext } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { withStore } from "../session.ts";

/** `busbar metrics`. */
export interface MetricsOptions {
  readonly textfile?: string;
}

/** `busbar metrics`: how everything is, for Prometheus; to a file as a whole or not at all. */
export function printMetrics(context: CommandContext, options: MetricsOptions): Promise<ExitCode> {
  return withStore(context, async (session) => {
    const text = await metricsText(session);
    if (options.textfile === undefined) await context.output.text(text);
    else writeWhole(resolve(options.textfile), text);
    return exitCode.good;
  });
}

/** The collector may read at any moment. */
function writeWhole(path: string, text: string): void {
  try {
    replaceFileSync(path, text, publicMode);
  } catch (error) {
    const words = sayFileError(error);
    if (words === null) throw error;
    throw new CommandFailure(`${visible(path)} cannot be written: ${words.why}`);
  }
}
