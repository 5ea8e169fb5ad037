import { dirname } from "node:path";
import { networkFileSystem } from "../disk/network-file-system.ts";
import type { Log } from "../runtime/log.ts";
import { DaemonLease, type LeaseTimes, usualLeaseTimes } from "./daemon-lease.ts";
import { type Host, thisHost } from "./host.ts";

/** Who is to hold the lease; this machine and the usual times when absent. */
interface HolderOptions {
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly host?: Host;
  readonly leaseTimes?: LeaseTimes;
}

/** Holds the store against daemons of other machines, and says when its place is one that they may share. */
export async function takeLease(
  store: string,
  { log, signal, host, leaseTimes }: HolderOptions,
): Promise<DaemonLease | null> {
  const shared = networkFileSystem(dirname(store));
  if (shared !== null) {
    const message = `the store ${store} lies on a network file system (${shared}): two machines that use it at once, even by single commands, may damage it; keep it on a disk of this machine`;
    log.warn({ event: "store-shared", store, reason: shared }, message);
  }
  const times = leaseTimes ?? usualLeaseTimes;
  return DaemonLease.take(store, {
    host: host ?? thisHost(process.env),
    times,
    isShared: shared !== null,
    steady: () => performance.now(),
    signal,
    onWatch: ({ host: its, pid }) => {
      const seconds = times.staleMs / 1_000;
      const message = `the daemon on ${its.name} (process id ${pid}) has or had the store; waiting ${seconds} s for its heartbeat`;
      log.warn({ event: "lease-watched", store, host: its.name }, message);
    },
  });
}

/** Sends heartbeats until all that is in hand is finished; `end` rejects when the lease was lost. */
export function keepLease(
  lease: DaemonLease,
  onLost: () => void,
): { readonly end: () => Promise<void> } {
  const stop = new AbortController();
  const ran = lease.run(stop.signal).then(
    () => null,
    (error: unknown) => {
      onLost();
      return error;
    },
  );
  return {
    async end() {
      stop.abort();
      const error = await ran;
      if (error !== null) throw error;
    },
  };
}
