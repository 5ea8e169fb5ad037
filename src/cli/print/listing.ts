import type { JsonOption } from "../context.ts";

/** Of the commands that list. */
export interface ListOptions extends JsonOption {
  readonly limit?: number;
  /** Where the page before ended. */
  readonly after?: string;
}

/** Whether a list is asked for some of its rows only, and not for all. */
export function isFiltered({ json, limit, after, ...filters }: ListOptions): boolean {
  return Object.values(filters).some((one) => one !== undefined);
}

/** How many rows people get unless they say otherwise: more than a screen, less than a flood. */
const peopleLimit = 100;

/** The limit to ask the store for; null for all. */
export function limitOf({ json, limit }: ListOptions): number | null {
  return limit ?? (json === true ? null : peopleLimit);
}
