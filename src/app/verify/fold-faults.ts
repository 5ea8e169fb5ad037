import { setImmediate } from "node:timers/promises";
import type { Definitions } from "../../build/build-pending.ts";
import type { StoredBuild } from "../../core/process/stored-build.ts";
import { compareBuild } from "../../core/replay/compare.ts";
import { advice } from "../../core/stuck/remedy.ts";
import type { ProcessHistory, ProcessName } from "../../store/port/processes/process-store.ts";
import type { Store } from "../../store/port/store.ts";
import type { Fault } from "../../store/port/verify-store.ts";

import { unreadableFault } from "./damage.ts";

/** Processes built at once. */
const processesAtOnce = 100;

/** Whether every process equals the fold of its events. */
export async function* foldFaults(store: Store, definitions: Definitions): AsyncGenerator<Fault> {
  for (let after = 0; ; ) {
    const names = await store.processes.after({ after, limit: processesAtOnce });
    const last = names.at(-1);
    if (last === undefined) return;
    after = last.process;
    try {
      yield* await faultsOf(store, definitions, names);
    } catch {
      // One of them cannot be read: one by one, that one is found and the others are looked at.
      for (const name of names) {
        try {
          yield* await faultsOf(store, definitions, [name]);
        } catch (error) {
          yield unreadableFault(aboutOf(name), error);
        }
      }
    }
    await setImmediate();
  }
}

async function faultsOf(
  store: Store,
  definitions: Definitions,
  names: readonly ProcessName[],
): Promise<Fault[]> {
  const processes = names.map(({ process }) => process);
  const histories = await store.processes.histories(processes);
  const isAllBuilt = (await store.builds.backlog()) === 0;
  const builds = await store.builds.stored(processes);
  return names.flatMap((name) => {
    const history = histories.get(name.process) ?? { events: [], upTo: 0 };
    const fault = faultOf(definitions, name, history, builds.get(name.process), isAllBuilt);
    return fault === null ? [] : [{ ...fault, about: aboutOf(name) }];
  });
}

function aboutOf({ type, key }: ProcessName): string {
  return `process ${type}/${key}`;
}

function faultOf(
  definitions: Definitions,
  { type, key }: ProcessName,
  { events, upTo }: ProcessHistory,
  stored: StoredBuild | undefined,
  isAllBuilt: boolean,
): Omit<Fault, "about"> | null {
  if (isAllBuilt && (stored === undefined || (stored.error === null && stored.seq < upTo)))
    return {
      code: "NOT_BUILT",
      message: "The builder has passed events that no build of it holds.",
    };
  const definition = definitions.get(type);
  if (definition === undefined || stored === undefined || stored.error !== null) return null;
  if (stored.waits || stored.seq > upTo) return null;
  if (stored.definitionVersion !== definition.version) {
    const message = `It was built by version ${stored.definitionVersion} of its definition, which is version ${definition.version} now.`;
    return { code: "BUILD_STALE", message, remedy: replayHint };
  }
  const known = events.filter(({ seq }) => seq <= stored.seq);
  return foldFault(compareBuild(definition, key, stored, known, () => []));
}

const replayHint = advice("`{}` builds it anew.", { remedy: "replay-all" });

function foldFault(comparison: ReturnType<typeof compareBuild>): Omit<Fault, "about"> | null {
  const code = "BUILD_DIFFERS";
  if (comparison.kind === "same") return null;
  if (comparison.kind === "fails")
    return { code, message: `Its events cannot be folded: ${comparison.error.split("\n", 1)[0]}` };
  const { fields, fromStatus, toStatus } = comparison;
  if (fields.length === 0 && fromStatus === toStatus) return null;
  const paths = [...new Set(fields.map(({ path }) => (path === "" ? "all of it" : path)))];
  const differs = paths.length === 0 ? `status, ${toStatus}` : paths.slice(0, 5).join(", ");
  const message = `What is stored is not the fold of its events: ${differs}.`;
  return { code, message, remedy: replayHint };
}
