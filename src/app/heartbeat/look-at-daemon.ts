import type { BusbarConfig } from "../../config/config.ts";
import { changedFiles, type SettingsMarks, settingsMarks } from "../../config/settings-marks.ts";
import { storeAt } from "../../store/open.ts";
import type { StorePlace } from "../../store/port/store-place.ts";
import { type DaemonStatus, readStatuses, staleAfterMs } from "./daemon-status.ts";
import { type DaemonBeside, daemonsBeside, statusOfAll } from "./several-daemons.ts";

/**
 * How the daemon of a store is. `running`: it does, and says so. `silent`: it holds the store and has
 * said nothing for too long, or never. `died`: it is gone without having said so. `stopped`: it is gone,
 * or never ran.
 */
export type DaemonLook =
  | {
      readonly is: "running";
      readonly status: DaemonStatus;
      /** All that run, of a store that may have several; none where it has one. */
      readonly daemons?: readonly DaemonBeside[];
    }
  | { readonly is: "silent"; readonly pid: number | null; readonly last: DaemonStatus | null }
  | { readonly is: "died"; readonly last: DaemonStatus }
  | { readonly is: "stopped" };

/** Looks at the lock or the lease of a store, which no dead daemon keeps, and at what the daemon last said of itself. */
export async function lookAtDaemon(
  { heartbeat, leader }: Pick<StorePlace, "heartbeat" | "leader">,
  now: number,
): Promise<DaemonLook> {
  const all = await readStatuses(heartbeat);
  const [said] = all;
  const last = said?.status ?? null;
  const holder = await leader.holder();
  const agoMs = said?.agoMs ?? now - (last?.writtenAt ?? 0);
  const isNews = last?.running === true && agoMs < staleAfterMs;
  if (holder === null) {
    if (isNews && (await leader.otherHost()) !== null) return { is: "running", status: last };
    return last?.running === true ? { is: "died", last } : { is: "stopped" };
  }
  const isOwn = holder.pid === null || holder.pid === last?.pid;
  if (isNews && isOwn) {
    const daemons = daemonsBeside(all);
    return {
      is: "running",
      status: statusOfAll(last, all),
      ...(daemons.length > 0 && { daemons }),
    };
  }
  return { is: "silent", pid: holder.pid, last };
}

/** How the daemon of a configuration is at this moment. */
export function lookAtDaemonOf({ store }: Pick<BusbarConfig, "store">): Promise<DaemonLook> {
  return lookAtDaemon(storeAt(store), Date.now());
}

/** The other machine whose daemon has the store of a configuration; null when none has. */
export function otherHostOf({ store }: Pick<BusbarConfig, "store">): Promise<string | null> {
  return storeAt(store).leader.otherHost();
}

/**
 * The files of settings that were changed since the daemon started, which reads them then alone. Of several daemons, the
 * one that was started with this configuration is asked, on this machine where there is one; none when none was.
 */
export function changedSettings(look: DaemonLook, config: BusbarConfig, here: string): string[] {
  if (look.is !== "running") return [];
  const read = readOf(look, config.file, here);
  return read === null ? [] : changedFiles(read, settingsMarks(config));
}

function readOf(
  { status, daemons }: Extract<DaemonLook, { is: "running" }>,
  file: string,
  here: string,
): SettingsMarks | null {
  if (daemons === undefined) return status.settings;
  const own = daemons.filter(({ settings }) => file in settings);
  return (own.find(({ host }) => host === here) ?? own[0])?.settings ?? null;
}
