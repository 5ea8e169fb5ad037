import { lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import type { SettingsMarks } from "../config/settings-marks.ts";
import { replaceFile } from "../disk/create-file.ts";
import { openToChange, readSmallFile } from "../disk/open-file.ts";
import type { ChannelStatus, StatusList } from "../intake/channel/channel-status.ts";
import type { OutboundChannelStatus } from "../outbound/deliver/outbound-status.ts";
import { errorCode } from "../runtime/error-message.ts";
import type { WrittenHighWater } from "../store/port/high-water.ts";

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
  /** The files of settings as they were when it started. */
  readonly settings: SettingsMarks;
  readonly channels: readonly ChannelStatus[];
  /** Channels that lead out. */
  readonly outbound: readonly OutboundChannelStatus[];
}

/** A status older than this, in milliseconds, is of a daemon that died or hangs. */
export const staleAfterMs = 15_000;

/** Where the daemon of a store writes its status: beside the store. */
export function statusPath(storePath: string): string {
  return join(dirname(storePath), "status.json");
}

/** A status takes a multiple of so many bytes, with this room to spare and half of its own: see `writeStatus`. */
const blockBytes = 4_096;
const spareBytes = 2_048;
/** More than the status of a thousand channels takes. */
const mostBytes = 32 << 20;

/**
 * Writes a status, never half of one: it replaces the last. On a full disk it is written over the last,
 * whose room is there already, since that is when people look; a reader in that very moment may find it
 * damaged. Not synchronous: replacing a file may have to wait for the disk.
 */
export async function writeStatus(path: string, status: DaemonStatus): Promise<void> {
  try {
    await replaceFile(path, dirname(path), padded(status));
  } catch (error) {
    if (errorCode(error) !== "ENOSPC") throw error;
    const { size } = lstatSync(path);
    const fitting = [status, withoutNames(status)]
      .map((said) => Buffer.from(JSON.stringify(said)))
      .find(({ length }) => length <= size);
    if (fitting === undefined) throw error;
    await writeOver(path, Buffer.concat([fitting, Buffer.alloc(size - fitting.length, " ")]));
  }
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

/** With blanks at its end, which no reader of JSON minds: the next may be longer and take as much room. */
function padded(status: DaemonStatus): string {
  const text = `${JSON.stringify(status)}\n`;
  const bytes = Buffer.byteLength(text);
  const room = Math.ceil((1.5 * bytes + spareBytes) / blockBytes) * blockBytes;
  return text + " ".repeat(room - bytes);
}

async function writeOver(path: string, bytes: Uint8Array): Promise<void> {
  const file = await openToChange(path);
  try {
    await file.write(bytes, 0, bytes.length, 0);
  } finally {
    await file.close();
  }
}

/** The last status a daemon wrote; null when there is none that can be read. Judge it by `writtenAt`. */
export function readStatus(path: string): DaemonStatus | null {
  try {
    const value = JSON.parse(readSmallFile(path, mostBytes).toString("utf8")) as DaemonStatus;
    const isWhole = Array.isArray(value.channels) && Array.isArray(value.outbound);
    return typeof value.writtenAt === "number" && isWhole ? value : null;
  } catch {
    return null;
  }
}
