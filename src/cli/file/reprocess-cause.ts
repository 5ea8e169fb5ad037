import { type Released, releaseWords } from "../../app/commands/stuck/release-cause.ts";
import { reprocessCause } from "../../app/commands/stuck/reprocess-cause.ts";
import { viewReleased } from "../../app/views/file-view.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { decisionOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { oneLine, visible } from "../output.ts";
import { adviceText } from "../print/remedy-command.ts";
import { withStore } from "../session.ts";

/** `busbar reprocess --cause ID`. */
export interface ReprocessCauseOptions extends JsonOption {
  readonly dryRun?: boolean;
  readonly actor?: string;
}

/** Things listed one by one; of more, only those that stay stuck and how many there were. */
const toldOneByOne = 50;

/** `busbar reprocess --cause ID`: everything that is stuck for one cause tried again, or with `--dry-run` what that would come to. */
export function reprocessAllOf(
  context: CommandContext,
  cause: string,
  options: ReprocessCauseOptions,
): Promise<ExitCode> {
  const { output } = context;
  const { json, dryRun = false } = options;
  const changedBy = decisionOf({ ...options, reason: `tried again with all of cause ${cause}` });
  return withStore(context, async (session) => {
    const { items, outcomes } = await reprocessCause(session, { cause, dryRun }, changedBy);
    const would = dryRun ? "A dry run, nothing is changed" : "Trying again";
    if (!json) await output.line(`${would}: ${releaseWords(items[0].kind, items.length)}.`);
    await output.flush();
    let free = 0;
    for await (const outcome of outcomes) {
      if (outcome.free) free += 1;
      if (json) await output.json(viewReleased(outcome, saidText(outcome.said)));
      else if (items.length <= toldOneByOne || !outcome.free) await output.line(line(outcome));
    }
    if (!json) await output.line(endLine(free, items.length - free, dryRun));
    return free === items.length ? exitCode.good : exitCode.failed;
  });
}

function endLine(free: number, left: number, dryRun: boolean): string {
  const now = free === 1 ? "is released" : "are released";
  return `${free} ${dryRun ? "would be released" : now}, ${left} stay${left === 1 ? "s" : ""} stuck.`;
}

function line({ item, said }: Released): string {
  return `  ${visible(item.item)}, ${visible(item.name)}: ${oneLine(saidText(said))}`;
}

function saidText(said: Released["said"]): string {
  return typeof said === "string" ? said : adviceText(said);
}
