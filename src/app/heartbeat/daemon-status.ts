import type { SettingsMarks } from "../../config/settings-marks.ts";
import type { ChannelStatus, StatusList } from "../../intake/channel/channel-status.ts";
import type { OutboundChannelStatus } from "../../outbound/deliver/outbound-status.ts";
import type { HeartbeatStore } from "../../store/port/heartbeat-store.ts";
import type { WrittenHighWater } from "../../store/port/high-water.ts";

/** How the last request for new settings ended. */
export interface ReloadOutcome {
  /** When it was answered, in milliseconds since 1970. */
  readonly at: number;
  /** Why the settings stay as they were; null when the new ones are used. */
  readonly refused: string | null;
}

/** What a running daemon says about itself, for other programs to read. */
export interface DaemonStatus {
  readonly pid: number;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  /** When this was written; at least every few seconds while the daemon is well. */
  readonly writtenAt: number;
  /** False in the last status, written when the daemon stopped. */
  readonly running: boolean;
  /** Which file of the store is gone from its path, or another than the open one; null when none is. */
  readonly replaced: string | null;
  /** The store's id, and how far it had come; null until that is known. */
  readonly store: string;
  readonly water: WrittenHighWater | null;
  /** The files of settings as they were when it read them. */
  readonly settings: SettingsMarks;
  /** How the last request to read them again ended; null when there was none. */
  readonly reload: ReloadOutcome | null;
  /** Where it answers over HTTP, e.g. `http://127.0.0.1:8640`; null where it does not. */
  readonly http?: string | null;
  readonly channels: readonly ChannelStatus[];
  /** Channels that lead out. */
  readonly outbound: readonly OutboundChannelStatus[];
}

/** A status older than this, in milliseconds, is of a daemon that died or hangs. */
export const staleAfterMs = 15_000;

/** Puts a status in place of the last; without what its counts count where there is no room for that. */
export async function writeStatus(heartbeat: HeartbeatStore, status: DaemonStatus): Promise<void> {
  const text = JSON.stringify(status);
  await heartbeat.write({ text, shorter: JSON.stringify(withoutNames(status)) });
}

/** The counts without what they count, which takes the most room. */
function withoutNames(status: DaemonStatus): DaemonStatus {
  const countOf = ({ count }: StatusList): StatusList => ({ count, entries: [] });
  const channels = status.channels.map((channel) => ({
    ...channel,
    waiting: countOf(channel.waiting),
    ignored: countOf(channel.ignored),
    troubled: countOf(channel.troubled),
  }));
  return { ...status, channels };
}

/** A status, and how long ago it was said by the clock of the store; null: judge it by `writtenAt`. */
export interface SaidStatus {
  readonly status: DaemonStatus;
  readonly agoMs: number | null;
  /** The machine of the daemon, where the store may have several; else null. */
  readonly host: string | null;
  /** Whether who asks is that daemon. */
  readonly isOwn: boolean;
}

/** The last status of each daemon that wrote one which can be read, those that live first. */
export async function readStatuses(
  heartbeat: Pick<HeartbeatStore, "read">,
): Promise<readonly SaidStatus[]> {
  const all = await heartbeat.read().catch(() => []);
  return all.flatMap(({ text, ...heard }) => {
    const status = statusIn(text);
    return status === null ? [] : [{ status, ...heard }];
  });
}

/** The last status of the first daemon; null when there is none that can be read. Judge it by `writtenAt`. */
export async function readStatus(
  heartbeat: Pick<HeartbeatStore, "read">,
): Promise<DaemonStatus | null> {
  return (await readStatuses(heartbeat))[0]?.status ?? null;
}

/** The status that a text says; null when it says none. */
export function statusIn(text: string): DaemonStatus | null {
  try {
    const value = JSON.parse(text) as DaemonStatus;
    const isWhole = Array.isArray(value.channels) && Array.isArray(value.outbound);
    return typeof value.writtenAt === "number" && isWhole ? value : null;
  } catch {
    return null;
  }
}
