import { backfill } from "../../app/commands/process/backfill.ts";
import type { TakenUp } from "../../app/commands/process/take-up.ts";
import { viewTakenUp } from "../../app/views/restate-view.ts";
import { counted } from "../../runtime/counted.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { withStore } from "../session.ts";

/** `busbar route`. */
export interface RouteOptions extends JsonOption {
  readonly type: string;
  readonly since?: number;
  readonly dryRun?: boolean;
}

/** `busbar route --type T`: a type of process that came later takes up past messages, as history. */
export function route(context: CommandContext, options: RouteOptions): Promise<ExitCode> {
  const { output } = context;
  const { type, since = null, dryRun = false, json } = options;
  return withStore(context, async (session) => {
    const taken = await backfill(session, { type, since, dryRun });
    if (json) await output.json(viewTakenUp(type, taken, dryRun));
    else await output.lines(linesOf(type, taken, dryRun));
    return taken.failed === 0 ? exitCode.good : exitCode.failed;
  });
}

function linesOf(type: string, taken: TakenUp, dryRun: boolean): string[] {
  const { messages, events, joining, recorded, failed, error } = taken;
  const lines = [
    `${counted(messages, "past message")} that the type ${type} does not have, looked at.`,
    ...[...events].map(([name, count]) => `  ${String(count).padStart(8)}  ${name}`),
  ];
  if (joining > 0) lines.push(`${joining} of these join a process only if it is there.`);
  if (failed > 0)
    lines.push(`${counted(failed, "message")} could not be placed: ${visible(error ?? "")}`);
  if (events.size === 0) lines.push(`Nothing is there for the type ${type} to take up.`);
  else if (dryRun) lines.push("Nothing was changed. To do it: the same without --dry-run.");
  else
    lines.push(
      `${counted(recorded, "event")} recorded as history: they are built, and nothing is done because of them.`,
    );
  return lines;
}
