import { namedProcesses } from "../../app/asked/named-processes.ts";
import { viewProcess } from "../../app/views/process-view.ts";
import type { EventRecord, FoldedEvent } from "../../core/event/event.ts";
import { type Built, buildProcess } from "../../core/process/build.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import { counted } from "../../runtime/counted.ts";
import type { ProcessName } from "../../store/port/processes/process-store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { eventNames, type NameEvent } from "../event/event-name.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import type { Output } from "../output.ts";
import { localTime } from "../print/local-time.ts";
import { type Column, printTable } from "../print/table.ts";
import { visible } from "../print/visible.ts";
import { withStore } from "../session.ts";
import { folding } from "./folding.ts";
import { layOut } from "./state-layout.ts";

/** `busbar process show KEY`. */
export interface ProcessShowOptions extends JsonOption {
  readonly type?: string;
}

interface ShownProcess extends Built<unknown> {
  readonly type: string;
  readonly key: string;
  readonly events: readonly EventRecord[];
  /** Deadlines that passed and turned out to have been moved or met in time. */
  readonly superseded: ReadonlySet<number>;
}

/** `busbar process show KEY`: every process with that key, built from its events as they are now. */
export function processShow(
  context: CommandContext,
  named: string,
  options: ProcessShowOptions,
): Promise<ExitCode> {
  const { output } = context;
  return withStore(context, async (session) => {
    const { config, store } = session;
    const wanted = await namedProcesses(store, named, options.type);
    const counting: { readonly type: string; readonly key: string; events: EventRecord[] }[] = [];
    for (const { type, key } of wanted) {
      const events = await store.events.ofProcess({ processType: type, key });
      if (events.length > 0) counting.push({ type, key, events });
    }
    if (counting.length === 0) throw noProcess(named, wanted);
    const definitions = await session.definitions();
    const nameEvent = eventNames(await session.catalogue(), definitions);
    let code: ExitCode = exitCode.good;
    for (const { type, key, events } of counting) {
      const spoilt = events.find(({ data }) => !isJson(data));
      if (spoilt !== undefined) {
        await printSpoilt(context, { type, key, events }, spoilt.seq, nameEvent);
        code = exitCode.failed;
        continue;
      }
      const built = folding({ config, type, key }, () => build(definitions.get(type), key, events));
      const shown = { type, key, events, ...built };
      if (options.json) await output.json(viewProcess(shown));
      else await print(output, shown, nameEvent);
    }
    return code;
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** A process with an event whose data is damaged: its events are shown all the same. */
async function printSpoilt(
  { output, say }: CommandContext,
  { type, key, events }: Pick<ShownProcess, "type" | "key" | "events">,
  seq: number,
  nameEvent: NameEvent,
): Promise<void> {
  await output.lines([`${type} ${visible(key)}: ${counted(events.length, "event")}`, ""]);
  await printTable(output, eventColumns(nameEvent, new Set()), events, "  ");
  say(
    `busbar: ${type} ${visible(key)} cannot be built: the data of event ${seq} is damaged; \`busbar verify\` says what is, and what mends it`,
  );
}

/** There is none of that key, or none with an event that counts. */
function noProcess(named: string, [first]: readonly ProcessName[]): CommandFailure {
  if (first !== undefined)
    return new CommandFailure(
      `every event of ${first.type} ${visible(first.key)} is void; \`busbar why process ${first.type}/${visible(first.key)}\` tells of them, and \`busbar event unvoid\` takes a void back`,
    );
  return new CommandFailure(
    `there is no process ${visible(named)}; \`busbar process list\` shows those there are, \`busbar search ${visible(named)}\` what else bears that name`,
  );
}

/** A type that this Busbar has no definition of (an older or newer one had) still shows its events. */
function build(
  definition: ProcessDefinition | undefined,
  key: string,
  events: readonly EventRecord[],
): Built<unknown> & Pick<ShownProcess, "superseded"> {
  if (definition === undefined) {
    const status = "of a type not known here";
    return { state: null, status, deadlines: [], superseded: new Set() };
  }
  const superseded = new Set<number>();
  const onSuperseded = ({ seq }: EventRecord | FoldedEvent) => void superseded.add(seq);
  return { ...buildProcess(definition, key, events, { onSuperseded }), superseded };
}

async function print(output: Output, shown: ShownProcess, nameEvent: NameEvent): Promise<void> {
  const { type, key, status, state, events, superseded } = shown;
  await output.lines([
    `${type} ${visible(key)}: ${status}, ${counted(events.length, "event")}`,
    "",
  ]);
  await layOut(output, state);
  await output.lines(["", "Events, in the order sent"]);
  await printTable(output, eventColumns(nameEvent, superseded), events, "  ");
}

function eventColumns(
  nameEvent: NameEvent,
  superseded: ReadonlySet<number>,
): readonly Column<EventRecord>[] {
  const mark = ({ seq }: EventRecord) =>
    superseded.has(seq) ? " (no longer applies: the deadline was moved or met in time)" : "";
  return [
    { heading: "SEQ", align: "right", cell: (event) => event.seq },
    { heading: "SENT", cell: (event) => localTime(event.occurredAt) },
    { heading: "FROM", cell: (event) => event.sender ?? "-" },
    { heading: "FILE", align: "right", cell: (event) => event.file ?? "-" },
    { heading: "EVENT", cell: (event) => nameEvent(event.type, event.processType) + mark(event) },
  ];
}
