import type { Catalogue } from "../../catalogue/definition.ts";
import type { ProcessDefinition } from "../../core/process.ts";

/** Says an event's type for people; the type of its process tells apart what several have. */
export type NameEvent = (type: string, processType?: string) => string;

/**
 * Names events as the catalogue does: `D0010_RECEIVED` is "D0010 received, Meter Readings". Types that no
 * flow names are said as their process's definition says them, else in words: `SUPPLY_STARTED` is
 * "Supply started".
 */
export function eventNames(
  catalogue: Catalogue,
  definitions: ReadonlyMap<string, ProcessDefinition>,
): NameEvent {
  const flows = new Map(catalogue.list().map(({ flow, name }) => [flow, name]));
  return (type, processType) => {
    const about = aboutIn(definitions, type, processType);
    if (about !== null) return about;
    const [first = "", ...rest] = type.split("_");
    const name = flows.get(first);
    const words = rest.join(" ").toLowerCase();
    if (name !== undefined) return `${first} ${words}, ${name}`;
    if (/\d/.test(first)) return `${first} ${words}`;
    return `${first.slice(0, 1)}${[first.slice(1), ...rest].join(" ").toLowerCase()}`;
  };
}

function aboutIn(
  definitions: ReadonlyMap<string, ProcessDefinition>,
  type: string,
  processType: string | undefined,
): string | null {
  if (processType !== undefined) return definitions.get(processType)?.aboutEvent(type) ?? null;
  for (const definition of definitions.values()) {
    const about = definition.aboutEvent(type);
    if (about !== null) return about;
  }
  return null;
}
