import type { FindCalendar } from "../../calendar/working-calendar.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";

/** What a module's function `processes` is given. */
export interface Installation {
  /** Finds a calendar of working days: `england-and-wales`, and those that `calendars:` names. */
  readonly calendar: FindCalendar;
}

/**
 * The definitions among what a module exports: those exported under any name, and those that a function
 * `processes` makes, which is given what is configured. Whatever else it exports does not matter.
 */
export async function definitionsIn(
  exported: Readonly<Record<string, unknown>>,
  installation: Installation,
): Promise<readonly ProcessDefinition[]> {
  const { processes, ...others } = exported;
  const made: unknown = typeof processes === "function" ? await processes(installation) : processes;
  const all = [...Object.values(others), ...[made].flat()];
  // Exported by two names, it is still one.
  return [...new Set(all.filter(isDefinition))];
}

const methods = ["route", "begin", "fold", "status", "deadlines", "current", "subscriptions"];

/** By what it can do, not by its class: it may come from another copy of Busbar. */
function isDefinition(value: unknown): value is ProcessDefinition {
  if (typeof value !== "object" || value === null) return false;
  const has: Readonly<Record<string, unknown>> = value as Readonly<Record<string, unknown>>;
  return (
    typeof has["type"] === "string" &&
    typeof has["version"] === "number" &&
    methods.every((method) => typeof has[method] === "function")
  );
}
