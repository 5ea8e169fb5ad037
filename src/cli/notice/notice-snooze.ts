import {
  type SnoozeInput,
  snoozeNotices,
  unsnoozeNotices,
} from "../../app/commands/notice/snooze.ts";
import { goingSnoozes } from "../../app/queries/snoozes.ts";
import { type SnoozeView, viewSnooze } from "../../app/views/notice-view.ts";
import { parseDuration } from "../../config/quantity.ts";
import { snoozeText } from "../../core/notice/notice.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type DecisionOptions, decisionOf } from "../decision.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { momentFrom } from "../moment.ts";
import { printJson } from "../print/json-rows.ts";
import type { Column } from "../print/table.ts";
import { printTable } from "../print/table.ts";
import { withStore } from "../session.ts";

/** `busbar notice snooze`. */
export interface SnoozeOptions extends JsonOption, DecisionOptions {
  readonly channel?: string;
  readonly all?: boolean;
  readonly for?: string;
  readonly until?: string;
}

const columns: readonly Column<SnoozeView>[] = [
  { heading: "ID", align: "right", cell: ({ id }) => id },
  { heading: "WHAT", cell: ({ scope }) => snoozeText(scope) },
  { heading: "UNTIL", cell: ({ until }) => localTime(Date.parse(until)) },
  { heading: "BY", cell: ({ actor }) => actor },
  { heading: "WHY", cell: ({ reason }) => reason },
];

/** `busbar notice snooze`: tells nobody of something until a moment. */
export function snooze(
  context: CommandContext,
  id: number | undefined,
  options: SnoozeOptions,
): Promise<ExitCode> {
  const changedBy = decisionOf(options);
  const what = whatOf(id, options);
  const { output } = context;
  return withStore(context, async (session) => {
    const until = untilOf(options, session.clock.wall());
    const placed = await snoozeNotices(session, { of: what, until }, changedBy);
    if (options.json) await output.json(viewSnooze(placed));
    else
      await output.line(
        `Nobody is notified of ${snoozeText(placed.scope)} until ${localTime(placed.until)}; to end that: busbar notice unsnooze ${placed.id} --reason "..."`,
      );
    return exitCode.good;
  });
}

/** `busbar notice snoozes`: those that go on. */
export function snoozes(context: CommandContext, options: JsonOption): Promise<ExitCode> {
  return withStore(context, async (session) => {
    const all = await goingSnoozes(session);
    if (options.json) await printJson(context.output, toAsync(all), (one) => one);
    else if (all.length === 0) await context.output.line("Nothing is snoozed.");
    else await printTable(context.output, columns, all);
    return exitCode.good;
  });
}

async function* toAsync<Item>(items: readonly Item[]): AsyncGenerator<Item> {
  yield* items;
}

/** `busbar notice unsnooze`: ends one before its time. */
export function unsnooze(
  context: CommandContext,
  id: number,
  options: JsonOption & DecisionOptions,
): Promise<ExitCode> {
  const changedBy = decisionOf(options);
  return withStore(context, async (session) => {
    const ended = await unsnoozeNotices(session, { id }, changedBy);
    if (options.json) await context.output.json(viewSnooze(ended));
    else await context.output.line(`People are notified of ${snoozeText(ended.scope)} again.`);
    return exitCode.good;
  });
}

function whatOf(id: number | undefined, { channel, all }: SnoozeOptions): SnoozeInput["of"] {
  const said: SnoozeInput["of"][] = [];
  if (id !== undefined) said.push({ notice: id });
  if (channel !== undefined) said.push({ channel });
  if (all === true) said.push({ all: true });
  const [what, ...others] = said;
  if (what !== undefined && others.length === 0) return what;
  throw new CommandFailure("name a notice, or --channel, or --all", exitCode.usage);
}

function untilOf({ for: duration, until }: SnoozeOptions, now: number): number {
  if ((duration === undefined) === (until === undefined))
    throw new CommandFailure("say how long: --for 2h or --until a moment", exitCode.usage);
  if (until !== undefined) return momentFrom(until, "end");
  const ms = parseDuration(duration ?? "");
  if (ms === null)
    throw new CommandFailure("--for takes a duration such as 30m or 2h", exitCode.usage);
  return now + ms;
}
