import { closeSync, lstatSync, rmSync, writeSync } from "node:fs";
import { createFileWith, replaceFileSync } from "../../../disk/create-file.ts";
import type { Host } from "../../../disk/host.ts";
import { openToChangeSync, readSmallFile } from "../../../disk/open-file.ts";

/** Who has a store, as the file beside it says. */
export interface WrittenLease {
  readonly host: Host;
  readonly pid: number;
  /** Made anew by each daemon. */
  readonly token: string;
  /** Counts up with each heartbeat. */
  readonly beat: number;
}

/** Every lease takes so many bytes, so that a heartbeat needs no room on a full disk. */
const leaseBytes = 2_048;

/** The path of the file of the lease on a store. */
export function leasePath(storePath: string): string {
  return `${storePath}-daemon.lease`;
}

/** The lease in the file of that path; null when there is none, or what is there is no lease. */
export function readLease(path: string): WrittenLease | null {
  try {
    const value = JSON.parse(readSmallFile(path, leaseBytes * 2).toString("utf8")) as WrittenLease;
    const isWhole = typeof value.token === "string" && typeof value.beat === "number";
    return isWhole && typeof value.host?.id === "string" ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError || isMissing(error)) return null;
    throw error;
  }
}

/** Writes a lease where there was none. False when there is one by now. */
export function createLease(path: string, lease: WrittenLease): boolean {
  try {
    createFileWith(path, textOf(lease));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    rmSync(path, { force: true });
    throw error;
  }
}

/** Puts a lease in the place of another. */
export function replaceLease(path: string, lease: WrittenLease): void {
  replaceFileSync(path, textOf(lease));
}

/** Writes a heartbeat over the last. */
export function renewLease(path: string, lease: WrittenLease): void {
  const descriptor = openToChangeSync(path);
  try {
    writeSync(descriptor, textOf(lease), 0);
  } finally {
    closeSync(descriptor);
  }
}

/** Differs when somebody else wrote the file; null when there is none. */
export function leaseMark(path: string): string | null {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.dev} ${stats.ino} ${stats.mtimeNs} ${stats.size}`;
}

/** Removes a lease. */
export function removeLease(path: string): void {
  rmSync(path, { force: true });
}

function textOf(lease: WrittenLease): string {
  return `${JSON.stringify(lease).padEnd(leaseBytes - 1)}\n`;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
