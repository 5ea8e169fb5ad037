import { showEvent } from "../../app/queries/things/event.ts";
import type { EventDetailView } from "../../app/views/event-view.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Output, visible } from "../output.ts";
import { layOut } from "../process/state-layout.ts";
import { withStore } from "../session.ts";
import { consequenceLines } from "./consequence-lines.ts";
import { revisionLine } from "./revision-line.ts";

/** `busbar event show SEQ`: an event with its data, its revisions, and what was done because of it. */
export function eventShow(
  { output, ...context }: CommandContext,
  seq: number,
  { json }: JsonOption,
): Promise<ExitCode> {
  return withStore({ output, ...context }, async (session) => {
    const event = await showEvent(session, { event: seq });
    if (json) await output.json(event);
    else await print(output, event);
    return exitCode.good;
  });
}

async function print(output: Output, event: EventDetailView): Promise<void> {
  const { seq, type, name, processType, key, revisions, actions } = event;
  const facts: [string, string][] = [
    ["event", `${type}, ${name}`],
    ["process", `${processType} ${visible(key)}`],
    ["sent", localTime(event.occurredAt)],
    ["recorded", localTime(event.recordedAt)],
    ["version", String(event.schemaVersion)],
  ];
  if (event.file !== null) facts.push(["file", `${event.file}, line ${event.line}`]);
  if (event.sender !== null) facts.push(["from", event.sender]);
  facts.push(["counts", standing(event)]);
  await output.line(`Event ${seq}`);
  await output.lines(facts.map(([fact, value]) => `  ${fact.padEnd(9)} ${value}`));
  await output.lines(["", "Data"]);
  // Under these names the definition, the sender and a correction know them.
  await layOut(output, event.data, { say: visible });
  if (revisions.length > 0)
    await output.lines([
      "",
      "Revisions",
      ...revisions.map((revision) => `  ${revisionLine(revision)}`),
    ]);
  if (actions.length > 0)
    await output.lines(["", "Actions because of it", ...consequenceLines(actions)]);
}

function standing({ void: isVoid, history, amended }: EventDetailView): string {
  const marks = [
    isVoid ? "no, it is void" : "yes",
    ...(history ? ["as history: nothing is done because of it"] : []),
    ...(amended ? ["with other data than it was recorded with"] : []),
  ];
  return marks.join("; ");
}
