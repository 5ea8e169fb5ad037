import { processReadings } from "../../core/process/process-reference.ts";
import type { ProcessName } from "../../store/port/processes/process-store.ts";
import type { Store } from "../../store/port/store.ts";

/**
 * Every process that a person may mean by a text: those of that key, whatever their type, and the one of a
 * type and key written `order/4711`. `type` leaves only those of it.
 */
export async function namedProcesses(
  store: Pick<Store, "processes">,
  text: string,
  type?: string,
): Promise<ProcessName[]> {
  const found: ProcessName[] = [];
  for (const reading of processReadings(text))
    for (const one of await store.processes.named(reading.key))
      if (one.type === (reading.type ?? one.type) && one.type === (type ?? one.type))
        found.push(one);
  return found;
}

/** What a list of what belongs to processes is narrowed to by a key, which may have its type before it. */
export async function keyFilter(
  store: Pick<Store, "processes">,
  text: string | undefined,
  type: string | undefined,
): Promise<{ readonly key?: string; readonly processType?: string }> {
  const typed = type === undefined ? {} : { processType: type };
  if (text === undefined) return typed;
  const named = await namedProcesses(store, text, type);
  const [first] = named;
  const isWhole = first === undefined || named.some(({ key }) => key === text);
  return isWhole ? { key: text, ...typed } : { key: first.key, processType: first.type };
}
