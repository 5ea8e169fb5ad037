import { userInfo } from "node:os";
import type { ConflictDecision } from "../../core/store.ts";
import { routePending } from "../../intake/route.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { definitionsOf } from "../definitions.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { actedLines } from "../print/consequence-lines.ts";
import { counted } from "../print/counted.ts";
import { fileJson } from "../print/file-json.ts";
import { withStore } from "../session.ts";
import { findFile } from "./file-show.ts";

/** `busbar file decide`. */
export interface FileDecideOptions extends JsonOption {
  readonly reason: string;
}

/** Events told of because of which something is done already. */
const mostActed = 20;

/** `busbar file decide ID DECISION`: a person settles which of two files with one identity stands. */
export function fileDecide(
  context: CommandContext,
  id: number,
  decision: ConflictDecision,
  options: FileDecideOptions,
): Promise<ExitCode> {
  const reason = options.reason.trim();
  if (reason === "") throw new CommandFailure("say why with --reason", exitCode.usage);
  return withStore(context, async ({ config, store }) => {
    const before = await findFile(store, id);
    const definitions = [...(await definitionsOf({ config })).values()];
    if (before.state !== "conflict") {
      throw new CommandFailure(
        `file ${id} is ${before.state}, not a conflict; \`busbar stuck\` shows the conflicts`,
      );
    }
    await store.decideConflict(id, decision, userInfo().username, reason);
    await routePending(store, definitions);
    const file = await findFile(store, id);
    if (options.json) await context.output.json(fileJson(file));
    else
      await context.output.line(
        `File ${id} is now ${file.state}, with ${counted(file.events, "event")}.`,
      );
    if (!options.json && decision === "replace" && before.otherFile !== null) {
      const acted = await store.actedEvents(before.otherFile, mostActed + 1);
      const byType = new Map(definitions.map((definition) => [definition.type, definition]));
      await context.output.lines(
        actedLines(acted.slice(0, mostActed), acted.length > mostActed, byType),
      );
    }
    return exitCode.good;
  });
}
