import { releaseFile } from "../../app/commands/file/release-file.ts";
import { viewFile } from "../../app/views/file-view.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { withStore } from "../session.ts";

/** `busbar file release`. */
export interface FileReleaseOptions extends JsonOption, DecisionOptions {}

/** `busbar file release ID`: a person releases a file. */
export function fileRelease(
  context: CommandContext,
  id: number,
  options: FileReleaseOptions,
): Promise<ExitCode> {
  const { output } = context;
  const changedBy = decisionOf(options);
  return withStore(context, async (session) => {
    const { file, releasedBefore } = await releaseFile(session, { file: id }, changedBy);
    const now =
      releasedBefore === null ? "is released" : `was released by ${releasedBefore} before`;
    if (options.json) await output.json(viewFile(file));
    else await output.line(`File ${id} ${now}: ${counted(file.events, "event")}.`);
    return exitCode.good;
  });
}
