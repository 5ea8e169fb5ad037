import type { FileRecord } from "../../core/file.ts";
import type { ConflictDecision } from "../../core/store.ts";
import { routePending } from "../../intake/route.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { definitionsOf } from "../definitions.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { actedLines } from "../print/consequence-lines.ts";
import { counted } from "../print/counted.ts";
import { fileJson } from "../print/file-json.ts";
import { withStore } from "../session.ts";
import { findFile } from "./file-show.ts";

/** `busbar file decide`. */
export type FileDecideOptions = JsonOption & DecisionOptions;

/** Events told of because of which something is done already. */
const mostActed = 20;

/**
 * `busbar file decide ID DECISION`: a person settles which of two files with one identity stands, or says
 * otherwise than before.
 */
export function fileDecide(
  context: CommandContext,
  id: number,
  decision: ConflictDecision,
  options: FileDecideOptions,
): Promise<ExitCode> {
  const { actor, reason } = decisionOf(options);
  return withStore(context, async ({ config, store }) => {
    const before = await findFile(store, id);
    const definitions = [...(await definitionsOf({ config })).values()];
    const decided = before.decisions.findLast((one) => one.decision !== "release");
    if (before.state !== "conflict" && decided === undefined) {
      throw new CommandFailure(
        `file ${id} is ${before.state}, not a conflict; \`busbar stuck\` shows the conflicts`,
      );
    }
    const other = before.state === "conflict" ? before.otherFile : (decided?.other ?? null);
    await store.decideConflict(id, decision, actor, reason);
    await routePending(store, definitions);
    const file = await findFile(store, id);
    if (options.json) {
      await context.output.json(fileJson(file));
      return exitCode.good;
    }
    const { output } = context;
    await output.line(isNow(file));
    // Of a decision that is made anew, both are told: either may stand again, or no more.
    if (before.state !== "conflict" && other !== null)
      await output.line(isNow(await findFile(store, other)));
    const withdrawn = withdrawnBy(decision, before, other);
    if (withdrawn !== null) {
      const acted = await store.actedEvents(withdrawn, mostActed + 1);
      const byType = new Map(definitions.map((definition) => [definition.type, definition]));
      await output.lines(actedLines(acted.slice(0, mostActed), acted.length > mostActed, byType));
    }
    return exitCode.good;
  });
}

function isNow({ id, state, events }: FileRecord): string {
  return `File ${id} is now ${state}, with ${counted(events, "event")}.`;
}

/** The file whose events the decision declared void, if there is one. */
function withdrawnBy(
  decision: ConflictDecision,
  before: FileRecord,
  other: number | null,
): number | null {
  if (decision === "replace") return other;
  return decision === "keep-first" && before.state === "recorded" ? before.id : null;
}
