import type { Moment } from "../../../core/event/as-known.ts";
import type { EventRecord, FoldedEvent } from "../../../core/event/event.ts";
import { buildProcess } from "../../../core/process/build.ts";
import { buildAt } from "../../../core/process/build-at.ts";
import type { ProcessDefinition } from "../../../core/process/process.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { errorStack, sayDefinitionThrew } from "../../../runtime/error-stack.ts";
import type { ProcessName } from "../../../store/port/processes/process-store.ts";
import { eventNamesOf } from "../../asked/event-name.ts";
import { namedProcesses } from "../../asked/named-processes.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import {
  type BuiltProcess,
  type ProcessAtView,
  type ProcessView,
  viewProcess,
  viewProcessAt,
} from "../../views/process-view.ts";

/** Which processes are asked for: by their key, which may have the type before it, or by both. */
export interface ProcessAsked {
  readonly named: string;
  readonly type?: string;
}

/** Every process with that key, built from its events as they are now, also where all of them are void. Rejects with a refusal when there is none. */
export async function showProcesses(
  of: OpenInstallation,
  { named, type: ofType }: ProcessAsked,
): Promise<readonly ProcessView[]> {
  const { store } = of;
  const wanted = await namedProcesses(store, named, ofType);
  const counting: { readonly type: string; readonly key: string; events: EventRecord[] }[] = [];
  for (const { type, key } of wanted) {
    const events = await store.events.ofProcess({ processType: type, key });
    counting.push({ type, key, events });
  }
  if (counting.length === 0) throw noProcess(named);
  const definitions = await of.definitions();
  const nameEvent = await eventNamesOf(of);
  return counting.map(({ type, key, events }) => {
    const build = () => builtNow(definitions.get(type), { type, key, events });
    return viewProcess(folding(of, { type, key }, build), nameEvent);
  });
}

/**
 * Every process with that key as it was, or as we knew it, at a moment, built from its first event. Rejects with a
 * refusal when there is none, or none of a type that is known here.
 */
export async function showProcessesAt(
  of: OpenInstallation,
  { named, type: ofType, moment }: ProcessAsked & { readonly moment: Moment },
): Promise<readonly ProcessAtView[]> {
  const wanted = await namedProcesses(of.store, named, ofType);
  if (wanted.length === 0) throw noProcess(named);
  const definitions = await of.definitions();
  const nameEvent = await eventNamesOf(of);
  const shown: ProcessAtView[] = [];
  for (const { process, type, key } of wanted) {
    const definition = definitions.get(type);
    if (definition === undefined)
      throw new RefusedError("conflict", `${type} is a type of process that is not known here`);
    const recorded = await of.store.processes.recordedHistory(process);
    const build = () => buildAt(definition, key, recorded, moment);
    shown.push(viewProcessAt(type, key, folding(of, { type, key }, build), nameEvent));
  }
  return shown;
}

/** Why no process is shown: there is none of that key. */
export function noProcess(named: string): RefusedError {
  return new RefusedError("not-found", `There is no process ${named}`, {
    remedy: advice(
      "`{}` shows those there are, `{}` what else bears that name",
      { remedy: "list", of: "process" },
      { remedy: "search", text: named },
    ),
  });
}

/** The status of a process of which no event counts: there is nothing that a state could be built from. */
const allVoid = "every event is void";

type Counting = Pick<BuiltProcess, "type" | "key" | "events">;

function builtNow(definition: ProcessDefinition | undefined, counting: Counting): BuiltProcess {
  const nothing = { ...counting, state: null, superseded: [], damaged: null };
  if (counting.events.length === 0) return { ...nothing, status: allVoid };
  const damaged = counting.events.find(({ data }) => !isJson(data));
  if (damaged !== undefined)
    return {
      ...nothing,
      damaged: damaged.seq,
      status: `not built: the data of event ${damaged.seq} is damaged`,
    };
  // One that an older or newer Busbar had a definition of still shows its events.
  if (definition === undefined) return { ...nothing, status: "of a type not known here" };
  const superseded: number[] = [];
  const onSuperseded = ({ seq }: EventRecord | FoldedEvent) => void superseded.push(seq);
  const { key, events } = counting;
  const { state, status } = buildProcess(definition, key, events, { onSuperseded });
  return { ...counting, state, status, superseded, damaged: null };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Gives what `fold` gives of a process. What the installation's own definition throws is reported as its
 * mistake; what one of Busbar's throws is thrown on, as a mistake of Busbar.
 */
function folding<Result>(
  { config }: Pick<OpenInstallation, "config">,
  { type, key }: Pick<ProcessName, "type" | "key">,
  fold: () => Result,
): Result {
  try {
    return fold();
  } catch (error) {
    if (config.shippedProcesses.includes(type)) throw error;
    throw new RefusedError(
      "conflict",
      `${type}/${key} cannot be built: ${sayDefinitionThrew(type, errorStack(error))}`,
      {
        remedy: advice("correct its module and start the daemon again; `{}` tells of its events", {
          remedy: "tell-story",
          item: `process ${type}/${key}`,
        }),
      },
    );
  }
}
