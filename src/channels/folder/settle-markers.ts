import { existsSync, rmdirSync } from "node:fs";
import type { FolderChannel } from "../../config/channel.ts";
import { archiveFile } from "./archive.ts";
import { markerFolder } from "./claim.ts";
import { pathIn } from "./disk-name.ts";
import { namesIn } from "./listing.ts";
import { markerNames } from "./marker.ts";
import { placeFile } from "./place-file.ts";

/**
 * Puts the markers of a claim where they belong: beside their archived file when that is recorded, back
 * into the inbox when the file was never claimed (a crash came between), else they stay.
 */
export async function settleMarkers(
  channel: FolderChannel,
  claimId: string,
  isRecorded: (arrival: string) => boolean,
): Promise<void> {
  const folder = markerFolder(channel, claimId);
  if (!existsSync(folder)) return;
  const names = markerNames(channel.marker ?? "{name}");
  let left = 0;
  for (const marker of namesIn(folder)) {
    const path = pathIn(folder, marker);
    const file = names.fileOf(marker) ?? marker;
    if (isRecorded(`${claimId}/${file.text}`)) {
      await archiveFile(channel.archive, claimId, { name: marker, path });
    } else if (
      existsSync(pathIn(`${channel.work}/${claimId}`, file)) ||
      placeFile(path, channel.path, [marker]) === null
    ) {
      left += 1;
    }
  }
  if (left === 0) rmdirSync(folder);
}
