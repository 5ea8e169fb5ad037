import { readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { OutboundChannelStatus } from "../engine/outbound/outbound-status.ts";
import type { ChannelStatus } from "../intake/channel-status.ts";

/** What a running daemon says about itself, for other programs to read. */
export interface DaemonStatus {
  readonly pid: number;
  /** In milliseconds since 1970. */
  readonly startedAt: number;
  /** When this was written; at least every few seconds while the daemon is well. */
  readonly writtenAt: number;
  /** False in the last status, written when the daemon stopped. */
  readonly running: boolean;
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

/** Writes a status, never half of one. Not synchronous: replacing a file may have to wait for the disk. */
export async function writeStatus(path: string, status: DaemonStatus): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(status)}\n`);
  await rename(`${path}.new`, path);
}

/** The last status a daemon wrote; null when there is none that can be read. Judge it by `writtenAt`. */
export function readStatus(path: string): DaemonStatus | null {
  try {
    const value = JSON.parse(readFileSync(path, "utf8")) as DaemonStatus;
    const isWhole = Array.isArray(value.channels) && Array.isArray(value.outbound);
    return typeof value.writtenAt === "number" && isWhole ? value : null;
  } catch {
    return null;
  }
}
