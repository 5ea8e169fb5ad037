import type { BusbarConfig } from "../../config/config.ts";
import type { IntakeContext } from "../../intake/channel/context.ts";
import { FileThread } from "../../intake/folder/thread/file-thread.ts";

/** Source files carry types, built ones do not: each begins its own kind. */
const ending = import.meta.url.endsWith(".ts") ? ".ts" : ".js";

/** A thread for files that reads them as the configuration says; not begun yet. */
export function fileThread(
  config: BusbarConfig,
  { log, onStep }: Pick<IntakeContext, "log" | "onStep">,
): FileThread {
  const entry = new URL(`./file-thread-main${ending}`, import.meta.url);
  return new FileThread({ entry, config, log, onStep });
}
