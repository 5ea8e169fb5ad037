import { statSync } from "node:fs";
import { dirname, posix } from "node:path";
import { fixedPart, type OutboundFolder } from "../../config/channel/outbound-channel.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { storeAt } from "../../store/open.ts";

/** Every folder of this machine that an installation writes in, none below another, in order. */
export function writtenFolders(config: BusbarConfig): string[] {
  const folders = [
    ...storeAt(config.store).folders,
    config.blobs,
    ...config.channels.flatMap(({ path, work, archive, quarantine }) => [
      path,
      work,
      archive,
      quarantine,
    ]),
    ...config.sftpInboxes.map(({ quarantine }) => quarantine),
    ...config.outbound.flatMap((channel) =>
      channel.kind === "folder" ? [channel.base, temporaryFolder(channel)] : [],
    ),
    ...(config.clock === null ? [] : [dirname(config.clock)]),
  ];
  return outermost(folders);
}

/**
 * The folders that a service must be allowed to write in, none below another, in order. systemd mounts each one anew,
 * and no file can be renamed from one mount to another: folders that files are renamed between are given as the folder
 * that they have in common, which for folders far from each other is `/`.
 */
export function writableFolders(config: BusbarConfig): string[] {
  const moved = [
    ...config.channels.map(({ path, work, archive }) =>
      // An archive on a disk of its own gets copies.
      deviceOf(archive) === deviceOf(path) ? [path, work, archive] : [path, work],
    ),
    ...config.outbound.flatMap((channel) =>
      channel.kind === "folder" ? [[channel.base, temporaryFolder(channel)]] : [],
    ),
  ];
  return outermost([...writtenFolders(config), ...moved.map(commonFolder)]);
}

/** What of the folder for an outgoing file's temporary name has to be there. */
function temporaryFolder({ path, temporaryName }: OutboundFolder): string {
  if (!temporaryName.includes("/")) return fixedPart(path);
  return fixedPart(posix.resolve(path, posix.dirname(temporaryName)));
}

/** The disk that a folder is on, or will be once it is made. */
function deviceOf(folder: string): number | null {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found !== undefined) return found.dev;
  return folder === dirname(folder) ? null : deviceOf(dirname(folder));
}

/** The innermost folder that all of the folders are in, or are. */
function commonFolder(folders: readonly string[]): string {
  return folders.reduce((common, folder) => {
    let above = common;
    while (!isBelow(folder, above)) above = dirname(above);
    return above;
  });
}

/** The folders that are in none of the others. */
export function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders)].sort();
  return all.filter((folder) => !all.some((other) => other !== folder && isBelow(folder, other)));
}

/** Whether a path is in a folder, or is it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}
