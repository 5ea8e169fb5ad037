import type { Catalogue } from "../../catalogue/definition.ts";
import { eventCodeConstant, eventCodeWords } from "../../catalogue/half-hourly/event-code.ts";
import { eventCodeNames } from "../../catalogue/half-hourly/event-code-names.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import type { InstallationModel } from "../installation/open-installation.ts";

/** Says an event's type for people; the type of its process distinguishes what several have. */
export type NameEvent = (type: string, processType?: string) => string;

/** Names events as an installation's catalogue and definitions do. */
export async function eventNamesOf({
  catalogue,
  definitions,
}: Pick<InstallationModel, "catalogue" | "definitions">): Promise<NameEvent> {
  return eventNames(await catalogue(), await definitions());
}

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
    const received = halfHourlyName(type);
    if (received !== null) return received;
    const [first = "", ...rest] = type.split("_");
    const name = flows.get(first);
    const words = rest.join(" ").toLowerCase();
    if (name !== undefined) return `${first} ${words}, ${name}`;
    if (/\d/.test(first)) return `${first} ${words}`;
    return `${first.slice(0, 1)}${[first.slice(1), ...rest].join(" ").toLowerCase()}`;
  };
}

const halfHourlyType = /^(IF|PUB|REP)_(\d{3}[A-Z]?)(?:_(.+))?_RECEIVED$/;

/** `IF_037_MS_DE_APP_RECEIVED` is "IF-037 MS de-appointment received"; null when it is no event of half-hourly settlement. */
function halfHourlyName(type: string): string | null {
  const [, kind, number, constant] = halfHourlyType.exec(type) ?? [];
  if (kind === undefined || number === undefined) return null;
  const name =
    constant === undefined
      ? []
      : [codeWords.get(constant) ?? constant.replaceAll("_", " ").toLowerCase()];
  return [`${kind}-${number}`, ...name, "received"].join(" ");
}

/** What event codes say, by the constants that they make. */
const codeWords: ReadonlyMap<string, string> = new Map(
  Object.keys(eventCodeNames).map((code) => [eventCodeConstant(code), eventCodeWords(code)]),
);

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
