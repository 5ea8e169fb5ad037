import { existsSync, rmdirSync, unlinkSync } from "node:fs";
import type { FolderChannel } from "../../config/channel/channel.ts";
import { archiveFile } from "./archive.ts";
import { markerFolder } from "./claim.ts";
import { type DiskName, pathIn } from "./disk-name.ts";
import { namesIn } from "./listing.ts";
import { markerNames } from "./marker.ts";
import { placeFile } from "./place-file.ts";

/** Which of the arrivals named the store has. */
export type FindArrivals = (
  arrivals: readonly string[],
) => Promise<{ has(arrival: string): boolean }>;

/**
 * Puts the markers of a claim where they belong: beside their archived file when that is recorded; back
 * into the inbox when the file never left it (a crash came between), unless a newer marker is there.
 * The marker of a file that still lies in the claim stays with it.
 */
export async function settleMarkers(
  channel: FolderChannel,
  claimId: string,
  findArrivals: FindArrivals,
): Promise<void> {
  const folder = markerFolder(channel, claimId);
  if (channel.marker === null || !existsSync(folder)) return;
  const names = markerNames(channel.marker);
  const waiting = namesIn(folder).map((name) => ({ name, file: names.fileOf(name) ?? name }));
  const recorded = await findArrivals(waiting.map(({ file }) => `${claimId}/${file.text}`));
  for (const { name, file } of waiting) {
    if (existsSync(pathIn(`${channel.work}/${claimId}`, file))) continue;
    const path = pathIn(folder, name);
    if (recorded.has(`${claimId}/${file.text}`)) {
      await archiveFile(channel.archive, claimId, { name, path });
    } else {
      returnMarker(channel, name, path);
    }
  }
  if (namesIn(folder).length === 0) rmdirSync(folder);
}

function returnMarker(channel: FolderChannel, name: DiskName, path: string | Buffer): void {
  if (placeFile(path, channel.path, [name]) === null) unlinkSync(path);
}
