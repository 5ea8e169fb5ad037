import { daemonOf } from "../store/sqlite/database/daemon-lock.ts";
import { thisHost } from "./host.ts";
import { leasePath, readLease } from "./lease-file.ts";
import { type DaemonStatus, readStatus, staleAfterMs, statusPath } from "./status-file.ts";

/**
 * How the daemon of a store is. `running`: it does, and says so. `silent`: it holds the store and has
 * said nothing for too long, or never. `died`: it is gone without having said so. `stopped`: it is gone,
 * or never was.
 */
export type DaemonLook =
  | { readonly is: "running"; readonly status: DaemonStatus }
  | { readonly is: "silent"; readonly pid: number | null; readonly last: DaemonStatus | null }
  | { readonly is: "died"; readonly last: DaemonStatus }
  | { readonly is: "stopped" };

/** The machine whose daemon has or had the store, when it is another than this one; its locks are not seen here. */
export function otherHost(storePath: string): string | null {
  try {
    const host = readLease(leasePath(storePath))?.host;
    return host === undefined || host.id === thisHost(process.env).id ? null : host.name;
  } catch {
    return null;
  }
}

/** Looks at the lock of a store, which no dead daemon holds, and at what the daemon last said of itself. */
export function lookAtDaemon(storePath: string, now: number): DaemonLook {
  const last = readStatus(statusPath(storePath));
  const holder = daemonOf(storePath);
  const isNews = last?.running === true && now - last.writtenAt < staleAfterMs;
  if (holder === null) {
    if (isNews && otherHost(storePath) !== null) return { is: "running", status: last };
    return last?.running === true ? { is: "died", last } : { is: "stopped" };
  }
  const isOwn = holder.pid === null || holder.pid === last?.pid;
  if (isNews && isOwn) return { is: "running", status: last };
  return { is: "silent", pid: holder.pid, last };
}
