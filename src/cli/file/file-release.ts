import { viewFile } from "../../app/views/file-view.ts";
import { routePending } from "../../intake/route/route.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { type DecisionOptions, decisionOf } from "../outbound/decision.ts";
import { withStore } from "../session.ts";
import { findFile } from "./file-show.ts";

/** `busbar file release`. */
export interface FileReleaseOptions extends JsonOption, DecisionOptions {}

/**
 * `busbar file release ID`: a person lets a file on hold through. Said again of a file that was
 * released, it only routes what is left to route.
 */
export function fileRelease(
  context: CommandContext,
  id: number,
  options: FileReleaseOptions,
): Promise<ExitCode> {
  const { actor, reason } = decisionOf(options);
  return withStore(context, async (session) => {
    const { store } = session;
    const before = await findFile(store, id);
    const definitions = [...(await session.definitions()).values()];
    const released = before.decisions.find(({ decision }) => decision === "release");
    if (!before.onHold && released === undefined) {
      throw new CommandFailure(
        `file ${id} is ${before.state} and not on hold; \`busbar stuck\` shows what is`,
      );
    }
    if (before.onHold) await store.files.release({ file: id, actor, reason });
    await routePending(store, definitions);
    const file = await findFile(store, id);
    const now = before.onHold ? "is released" : `was released by ${released?.actor} before`;
    if (options.json) await context.output.json(viewFile(file));
    else await context.output.line(`File ${id} ${now}: ${counted(file.events, "event")}.`);
    return exitCode.good;
  });
}
