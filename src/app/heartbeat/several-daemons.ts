import type { SettingsMarks } from "../../config/settings-marks.ts";
import {
  type DaemonStatus,
  type ReloadOutcome,
  type SaidStatus,
  staleAfterMs,
} from "./daemon-status.ts";

/** One of several daemons of a store. */
export interface DaemonBeside {
  /** The machine that it runs on. */
  readonly host: string;
  readonly pid: number;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  /** The channels that it has. */
  readonly channels: readonly string[];
  /** The files of settings as they were when it read them. */
  readonly settings: SettingsMarks;
  /** How the last request to read them again ended; null when there was none. */
  readonly reload: ReloadOutcome | null;
}

/** The daemons that live, of a store that may have several; none where it has one. */
export function daemonsBeside(said: readonly SaidStatus[]): readonly DaemonBeside[] {
  return living(said).flatMap(({ status, host }) => {
    const { pid, startedAt, channels, outbound, settings, reload } = status;
    const names = [...channels, ...outbound].map(({ name }) => name);
    return host === null ? [] : [{ host, pid, startedAt, channels: names, settings, reload }];
  });
}

/**
 * What several daemons say, as of one: each tells of the channels that it has. A channel that wanders from one to
 * another just now may be reported by both, or by none. `first` reports everything else.
 */
export function statusOfAll(first: DaemonStatus, said: readonly SaidStatus[]): DaemonStatus {
  const all = living(said).filter(({ host }) => host !== null);
  if (all.length === 0) return first;
  const nameOf = ({ host, status }: SaidStatus) => `${host} (process ${status.pid})`;
  return {
    ...first,
    http: all.map(({ status }) => status.http).find((address) => address != null) ?? null,
    channels: all.flatMap((one) =>
      one.status.channels.map((channel) => ({ ...channel, daemon: nameOf(one) })),
    ),
    outbound: all.flatMap((one) =>
      one.status.outbound.map((channel) => ({ ...channel, daemon: nameOf(one) })),
    ),
  };
}

function living(said: readonly SaidStatus[]): readonly SaidStatus[] {
  return said.filter(
    ({ status, agoMs }) => status.running && agoMs !== null && agoMs < staleAfterMs,
  );
}
