import { listFileMessages } from "../../app/queries/lists/file-messages.ts";
import { keptBytes, showFile } from "../../app/queries/things/file.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { withStore } from "../session.ts";
import { hasMessages, printFile, shownMessages } from "./file-page.ts";

/** `busbar file show ID`. */
export interface FileShowOptions extends JsonOption {
  readonly raw?: boolean;
}

/** `busbar file show ID`: all that is known of a file, or its very bytes. */
export function fileShow(
  { output, ...context }: CommandContext,
  file: number,
  options: FileShowOptions,
): Promise<ExitCode> {
  return withStore({ output, ...context }, async (session) => {
    if (options.raw) {
      await output.pieces(keptBytes(session, { file }));
      return exitCode.good;
    }
    const shown = await showFile(session, { file });
    if (options.json) await output.json(shown);
    else {
      const asked = { file, limit: shownMessages };
      const some = hasMessages(shown) ? await listFileMessages.page(session, asked) : null;
      await printFile(output, shown, some?.items ?? []);
    }
    return exitCode.good;
  });
}
