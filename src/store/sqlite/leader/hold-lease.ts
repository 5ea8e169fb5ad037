import { dirname } from "node:path";
import { thisHost } from "../../../disk/host.ts";
import { networkFileSystem } from "../../../disk/network-file-system.ts";
import type { LeadOptions } from "../../port/leader-store.ts";
import { DaemonLease, usualLeaseTimes } from "./daemon-lease.ts";

/** Holds the store against daemons of other machines, and says when its place is one that they may share. */
export async function takeLease(
  store: string,
  { log, signal, host, leaseTimes }: LeadOptions,
): Promise<DaemonLease | null> {
  const shared = networkFileSystem(dirname(store));
  if (shared !== null) {
    const message = `the store ${store} is on a network file system (${shared}): two machines that use it at once, even by single commands, may damage it; keep it on a disk of this machine`;
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
