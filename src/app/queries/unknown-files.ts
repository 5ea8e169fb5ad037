import { isReasonFile } from "../../intake/channel/quarantine.ts";
import { type UnknownFileSearch, unknownFiles } from "../../intake/file/unknown-files.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import type { UnknownFileView } from "../views/file-view.ts";
import { unknownAtPartner } from "./unknown-at-partners.ts";

/** Files in the folders that Busbar puts files into and that its store does not know, as after a restore. */
export interface UnknownFiles {
  readonly archived: readonly UnknownFileView[];
  /** Refused files, but for those that are in an archive as well. */
  readonly quarantined: readonly UnknownFileView[];
  /** In outbound folders of this machine, and in those of partners' servers. */
  readonly sent: readonly UnknownFileView[];
  /** Outbound channels whose server could not be looked at: what was sent by them since it is unknown. */
  readonly unseen: readonly string[];
}

/** Which unknown files are asked for. */
export interface UnknownFilesAsked {
  /** A day of the archive, `2026-03-02`: only archived files of that day and later. */
  readonly since?: string;
  /** Called for what cannot be read, and passed over. */
  readonly onSkipped: (path: string, error: unknown) => void;
}

/**
 * Looks through the archives, quarantine folders and outbound folders, those at partners' servers too, for files that
 * the store does not know.
 */
export async function unknownFilesOf(
  { config, store }: OpenInstallation,
  { since, onSkipped }: UnknownFilesAsked,
): Promise<UnknownFiles> {
  const told = new Set<string>();
  const below = async (
    kind: UnknownFileView["kind"],
    folders: readonly string[],
    isOwn?: UnknownFileSearch["isOwn"],
  ) => {
    const files: UnknownFileView[] = [];
    const search = { onSkipped, told, ...(isOwn !== undefined && { isOwn }) };
    for (const folder of new Set(folders))
      for await (const file of unknownFiles(store, folder, search)) files.push({ kind, ...file });
    return files;
  };
  const { channels, sftpInboxes, outbound } = config;
  const archived = await below(
    "archived",
    channels.map(({ archive }) => archive),
  );
  const places = [...channels, ...sftpInboxes].map(({ quarantine }) => quarantine);
  const leading = outbound.flatMap((channel) => (channel.kind === "folder" ? [channel.base] : []));
  const unseen: string[] = [];
  const atPartners: UnknownFileView[] = [];
  for (const channel of outbound) {
    if (channel.kind !== "sftp") continue;
    try {
      atPartners.push(...(await unknownAtPartner(store, channel)));
    } catch (error) {
      if (error instanceof Error && error.name === "StoreError") throw error;
      onSkipped(`the folder of channel ${channel.name}`, error);
      unseen.push(channel.name);
    }
  }
  return {
    archived: archived.filter(({ path }) => since === undefined || dayOf(path) >= since),
    quarantined: await below("quarantined", places, isReasonFile),
    sent: [...(await below("sent", leading)), ...atPartners],
    unseen,
  };
}

/** The day whose folder of the archive a file is in; the last of days where it is in none. */
function dayOf(path: string): string {
  return /\/(\d{4}-\d\d-\d\d)\/[^/]+$/.exec(path)?.[1] ?? "9999-12-31";
}
