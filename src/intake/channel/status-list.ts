import { listedInStatus, type StatusEntry, type StatusList } from "./channel-status.ts";

type Listed = Omit<StatusEntry, "since"> & { readonly since?: number | null };

/** The first entries, and how many there are. */
export function statusList(entries: readonly Listed[]): StatusList {
  return {
    count: entries.length,
    entries: entries
      .slice(0, listedInStatus)
      .map(({ name, since = null, reason }) => ({ name, since, reason })),
  };
}
