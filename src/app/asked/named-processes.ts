import { processReadings } from "../../core/process/process-reference.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import type { ProcessName } from "../../store/port/processes/process-store.ts";
import { exactly } from "../../store/port/search-store.ts";
import type { Store } from "../../store/port/store.ts";

/** More processes than these go by a reference only of which none is meant. */
const mostTold = 20;

/**
 * Every process that a person may mean by a text: those of that key, whatever their type, and the one of a
 * type and key written `order/4711`; where there are none, the one that goes by the text, such as by its
 * registration. `type` leaves only those of it. Rejects with a refusal where several go by the text.
 */
export async function namedProcesses(
  store: Pick<Store, "processes" | "search">,
  text: string,
  type?: string,
): Promise<ProcessName[]> {
  const found: ProcessName[] = [];
  for (const reading of processReadings(text))
    for (const one of await store.processes.named(reading.key))
      if (one.type === (reading.type ?? one.type) && one.type === (type ?? one.type))
        found.push(one);
  return found.length > 0 ? found : processGoingBy(store, text, type);
}

/** The one process that goes by a text, alone or with its type before it; none when there is none. */
async function processGoingBy(
  { search }: Pick<Store, "search">,
  text: string,
  type?: string,
): Promise<ProcessName[]> {
  const found = new Map<string, ProcessName>();
  for (const reading of processReadings(text)) {
    const range = exactly(reading.key);
    for (const one of (await search.find({ range, limit: mostTold })).processesGoingBy)
      if (one.type === (reading.type ?? one.type) && one.type === (type ?? one.type))
        found.set(`${one.type}/${one.key}`, one);
  }
  if (found.size < 2) return [...found.values()];
  const all = [...found.keys()].toSorted();
  throw new RefusedError(
    "conflict",
    `Several processes go by ${text}: name one, ${all.join(" or ")}`,
  );
}

/** What a list of what belongs to processes is narrowed to by a key, which may have its type before it. */
export async function keyFilter(
  store: Pick<Store, "processes" | "search">,
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
