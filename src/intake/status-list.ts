import { listedInStatus, type StatusEntry, type StatusList } from "./channel-status.ts";

/** The first entries, and how many there are. */
export function statusList(entries: readonly StatusEntry[]): StatusList {
  return {
    count: entries.length,
    entries: entries
      .slice(0, listedInStatus)
      .map(({ name, since, reason }) => ({ name, since, reason })),
  };
}
