import type { FoundChange } from "../../app/restate/compare-message.ts";
import type { RestateTally } from "../../app/restate/restate.ts";
import { restateEvents } from "../../app/restate/restate-events.ts";
import { restateKinds, viewRestate } from "../../app/views/restate-view.ts";
import { counted } from "../../runtime/counted.ts";
import type { FileSelection } from "../../store/port/events/restatement-store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { decisionOf } from "../decision.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { visible } from "../output.ts";
import { withStore } from "../session.ts";
import { actedLines } from "./consequence-lines.ts";

/** `busbar event restate`. */
export interface EventRestateOptions extends JsonOption, FileSelection {
  readonly dryRun?: boolean;
  readonly reason?: string;
  readonly actor?: string;
}

/** `busbar event restate`: reads kept bytes again with today's readers and appends what is otherwise. */
export function eventRestate(
  context: CommandContext,
  options: EventRestateOptions,
): Promise<ExitCode> {
  const { output, say } = context;
  const { dryRun = false, reason, actor, json, ...selection } = options;
  if (!dryRun && reason === undefined)
    throw new CommandFailure("say why with --reason, or look first with --dry-run", exitCode.usage);
  const changedBy = dryRun
    ? null
    : decisionOf({ reason: reason ?? "", ...(actor !== undefined && { actor }) });
  return withStore(context, async (session) => {
    const onFile = (files: number) => {
      if (files % 10_000 === 0) say(`busbar: ${files} files read so far`);
    };
    const tally = await restateEvents(session, { selection, onFile }, changedBy);
    const view = viewRestate(tally, await session.definitions(), dryRun);
    if (json) await output.json(view);
    else
      await output.lines(
        linesOf(tally, dryRun, actedLines(view.actedEvents, view.acted > view.actedEvents.length)),
      );
    return tally.refused === 0 ? exitCode.good : exitCode.failed;
  });
}

const said: Readonly<Record<FoundChange["kind"], readonly [now: string, would: string]>> = {
  data: ["given other data", "would be given other data"],
  moved: ["void here and recorded elsewhere", "would be void here and recorded elsewhere"],
  gone: ["void: no longer in the file", "would be void: no longer in the file"],
  back: ["made to count again", "would count again"],
  new: ["put in line to be recorded", "would be put in line to be recorded"],
  message: [
    "given another subject, end or other warnings",
    "would be given another subject, end or other warnings",
  ],
  kept: [
    "left as recorded, though read differently",
    "would be left as recorded, though read differently",
  ],
};

function linesOf(tally: RestateTally, dryRun: boolean, acted: readonly string[]): string[] {
  if (tally.files === 0)
    return ["No active file matches: nothing to read again. `busbar file list` shows the files."];
  const lines = [
    `${counted(tally.files - tally.dropped, "file")} read again.`,
    ...(tally.dropped === 0
      ? []
      : [
          `${counted(tally.dropped, "file")} cannot be, since their bytes were dropped for their age: \`busbar retention show\`.`,
        ]),
  ];
  for (const kind of restateKinds) {
    const found = tally.kinds.get(kind);
    if (found === undefined) continue;
    const what = counted(found.count, kind === "new" || kind === "message" ? "message" : "event");
    lines.push("", `${what} ${said[kind][dryRun ? 1 : 0]}`);
    for (const example of found.examples) lines.push(...exampleLines(example));
    if (found.count > found.examples.length) lines.push("  …");
  }
  if (tally.kinds.size === 0 && tally.refused === 0 && tally.dropped < tally.files)
    lines.push("Everything reads as it was recorded.");
  if (tally.fields.size > 0) {
    const often = [...tally.fields].sort(([, one], [, other]) => other - one).slice(0, 20);
    lines.push("", "Fields that differ");
    lines.push(...often.map(([path, count]) => `  ${String(count).padStart(8)}  ${visible(path)}`));
  }
  lines.push(...acted);
  if (tally.refused > 0)
    lines.push(
      "",
      `${counted(tally.refused, "file")} would be refused today and stay as they are, e.g. file ${tally.refusedFiles.join(", ")}.`,
    );
  if (dryRun && tally.kinds.size > 0)
    lines.push("", 'Nothing was changed. To do it: the same with --reason "..." for --dry-run.');
  return lines;
}

function exampleLines(example: FoundChange & { readonly file: number }): string[] {
  const { event, file, line, to, why, fields } = example;
  const what =
    event === null ? `file ${file} line ${line}` : `event ${event} (file ${file} line ${line})`;
  const where = to === null ? "" : `: ${to.type} on ${to.processType} ${visible(to.key)}`;
  const because = why === null ? "" : `: ${visible(why)}`;
  return [
    `  ${what}${where}${because}`,
    ...fields
      .slice(0, 5)
      .map(
        ({ path, from, to: now }) => `      ${visible(path)}: ${textOf(from)} is ${textOf(now)}`,
      ),
    ...(fields.length > 5 ? [`      and ${fields.length - 5} more`] : []),
  ];
}

function textOf(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return visible(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
