import { thisHost } from "../../../disk/host.ts";
import type { Leadership, LeadOptions } from "../../port/leader-store.ts";
import { holdDaemonLock } from "./daemon-lock.ts";
import { takeLease } from "./hold-lease.ts";
import { leasePath, readLease } from "./lease-file.ts";

/** Takes the lock, which holds on this machine, and the lease, which holds beside other machines. */
export async function lead(path: string, options: LeadOptions): Promise<Leadership | null> {
  const lock = holdDaemonLock(path);
  try {
    const lease = await takeLease(path, options);
    if (lease === null) {
      lock.release();
      return null;
    }
    return {
      number: null,
      check: () => lease.check(),
      run: (signal) => lease.run(signal),
      async release() {
        try {
          lease.release();
        } finally {
          lock.release();
        }
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The machine whose daemon has or had the store, when it is another than this one. */
export function otherHost(path: string): string | null {
  try {
    const host = readLease(leasePath(path))?.host;
    return host === undefined || host.id === thisHost(process.env).id ? null : host.name;
  } catch {
    return null;
  }
}
