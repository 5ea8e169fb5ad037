import { buildProcess } from "../src/core/process/build.ts";
import { Planner } from "../src/core/process/plan.ts";
import type { ProcessDefinition } from "../src/core/process/process.ts";
import type { Store } from "../src/store/port/store.ts";

/** Builds every process: read whole, in order, folded, its actions judged. Returns how many events that were. */
export async function rebuildInMemory(
  store: Store,
  definitions: ReadonlyMap<string, ProcessDefinition>,
  processesAtOnce: number,
): Promise<number> {
  let events = 0;
  for (let after = 0; ; ) {
    const names = await store.processes.after({ after, limit: processesAtOnce });
    const last = names.at(-1);
    if (last === undefined) return events;
    after = last.process;
    const histories = await store.processes.histories(names.map(({ process }) => process));
    for (const { process, type, key } of names) {
      const definition = definitions.get(type);
      const history = histories.get(process);
      if (definition === undefined || history === undefined) throw new Error(`no ${type} ${key}`);
      const planner = new Planner(definition, key, history.events, () => true);
      buildProcess(definition, key, history.events, planner);
      events += history.events.length;
    }
  }
}
