import type { BusbarConfig } from "../../config/config.ts";
import { replaceFileSync } from "../../disk/create-file.ts";
import { readSmallFile } from "../../disk/open-file.ts";
import type { HighWater } from "../../store/port/high-water.ts";
import { highWaterJson, highWaterOf } from "../../store/port/high-water.ts";

/** More than the numbers of a hundred thousand recipients take. */
const mostBytes = 8 << 20;

/**
 * Where a mark of the store is that a restored copy of the store's folder does not take back: with each
 * channel's refused files, since even a channel to a partner has a folder for those, and it is our own.
 */
export function markFolders({ channels, sftpInboxes }: BusbarConfig): string[] {
  return [...new Set([...channels, ...sftpInboxes].map(({ quarantine }) => quarantine))];
}

/** Writes how far a store has come. Where that cannot be done, the mark is only behind. */
export function writeMark(folder: string, storeId: string, water: HighWater): void {
  try {
    const text = `${JSON.stringify({ store: storeId, ...highWaterJson(water) })}\n`;
    replaceFileSync(pathIn(folder), text);
  } catch {
    // A full disk, a folder that is gone: others report it.
  }
}

/** How far a store had come, as the mark in a folder says; null where that does not say. */
export function readMark(folder: string, storeId: string): HighWater | null {
  try {
    const value: unknown = JSON.parse(readSmallFile(pathIn(folder), mostBytes).toString("utf8"));
    const isOurs =
      typeof value === "object" && value !== null && "store" in value && value.store === storeId;
    return isOurs ? highWaterOf(value) : null;
  } catch {
    return null;
  }
}

function pathIn(folder: string): string {
  return `${folder}/.busbar-high-water`;
}
