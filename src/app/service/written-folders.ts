import { dirname } from "node:path";
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
    ...config.outbound.flatMap((channel) => (channel.kind === "folder" ? [channel.base] : [])),
    ...(config.clock === null ? [] : [dirname(config.clock)]),
  ];
  return outermost(folders);
}

/** The folders that lie in none of the others. */
export function outermost(folders: readonly string[]): string[] {
  const all = [...new Set(folders)].sort();
  return all.filter((folder) => !all.some((other) => other !== folder && isBelow(folder, other)));
}

/** Whether a path lies in a folder, or is it. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === "/" ? "/" : `${folder}/`);
}
