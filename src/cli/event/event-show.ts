import { viewEventDetail } from "../../app/views/event-view.ts";
import type { EventRecord } from "../../core/event/event.ts";
import { storedJson } from "../../core/text/stored-json.ts";
import type { Consequence } from "../../store/port/events/consequence.ts";
import type { Revision } from "../../store/port/events/revision-store.ts";
import type { Store } from "../../store/port/store.ts";

import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import type { Output } from "../output.ts";
import { localTime } from "../print/local-time.ts";
import { visible } from "../print/visible.ts";
import { layOut } from "../process/state-layout.ts";
import { withStore } from "../session.ts";
import { consequenceLines } from "./consequence-lines.ts";
import { eventNames, type NameEvent } from "./event-name.ts";
import { revisionLine } from "./revision-line.ts";

/** `busbar event show SEQ`: an event with its data, what was said of it since, and what was done because of it. */
export function eventShow(
  context: CommandContext,
  seq: number,
  { json }: JsonOption,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const { store } = session;
    const event = await findEvent(store, seq);
    const revisions = await store.revisions.list(seq);
    const consequences = await store.actions.ofEvent(seq);
    const definitions = await session.definitions();
    const definition = definitions.get(event.processType);
    if (json) {
      await output.json(viewEventDetail(event, revisions, consequences, definition));
      return exitCode.good;
    }
    const nameEvent = eventNames(await session.catalogue(), definitions);
    await print(output, event, nameEvent, revisions);
    await printActions(output, consequences, consequenceLines(consequences, definition));
    return exitCode.good;
  });
}

/** The event of this number, or a failure that says there is none. */
export async function findEvent(store: Store, seq: number): Promise<EventRecord> {
  const event = await store.events.get(seq);
  if (event !== null) return event;
  throw new CommandFailure(`there is no event ${seq}; \`busbar event list\` shows those there are`);
}

async function print(
  output: Output,
  event: EventRecord,
  nameEvent: NameEvent,
  revisions: readonly Revision[],
): Promise<void> {
  const { seq, type, processType, key } = event;
  const facts: [string, string][] = [
    ["event", `${type}, ${nameEvent(type, processType)}`],
    ["process", `${processType} ${visible(key)}`],
    ["sent", localTime(event.occurredAt)],
    ["recorded", localTime(event.recordedAt)],
    ["version", String(event.schemaVersion)],
  ];
  if (event.file !== null) facts.push(["file", `${event.file}, line ${event.line}`]);
  if (event.sender !== null) facts.push(["from", event.sender]);
  facts.push(["counts", standing(event)]);
  await output.line(`Event ${seq}`);
  await output.lines(facts.map(([name, value]) => `  ${name.padEnd(9)} ${value}`));
  await output.lines(["", "Data"]);
  // Under these names the definition, the sender and a correction know them.
  await layOut(output, storedJson(event.data), { say: visible });
  if (revisions.length === 0) return;
  await output.lines(["", "Revisions"]);
  await output.lines(revisions.map((revision) => `  ${revisionLine(revision)}`));
}

function standing({ void: isVoid, history, amended }: EventRecord): string {
  const marks = [
    isVoid === true ? "no, it is void" : "yes",
    ...(history === true ? ["as history: nothing is done because of it"] : []),
    ...(amended === true ? ["with other data than it was recorded with"] : []),
  ];
  return marks.join("; ");
}

async function printActions(
  output: Output,
  consequences: readonly Consequence[],
  lines: readonly string[],
): Promise<void> {
  if (consequences.length === 0) return;
  await output.lines(["", "Actions because of it", ...lines]);
}
