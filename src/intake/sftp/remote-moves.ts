import { isMissing, isOfLink, SftpError } from "../../channels/sftp/sftp-error.ts";
import type { SftpLink } from "../../channels/sftp/sftp-link.ts";
import type { SftpInbox } from "../../config/channel/sftp-inbox.ts";
import type { RemoteVersion } from "../../store/port/files/remote-file-store.ts";
import { isSameVersion, type RemoteItem, remotePath } from "./remote-item.ts";

/** What a rename came to: see `remoteFiles.claim`. */
export type Renamed = "renamed" | "gone";

/**
 * Renames a file, and looks when the server says that it failed: some say so of what they have done.
 * `gone`: it was not there. Rejects with the server's refusal, and nothing is changed then.
 */
export async function renameRemote(
  link: SftpLink,
  from: string,
  to: string,
  version: Pick<RemoteVersion, "sizeBytes" | "modifiedAt">,
): Promise<Renamed> {
  try {
    await link.rename(from, to);
    return "renamed";
  } catch (error) {
    if (isOfLink(error)) throw error;
    const [here, there] = await Promise.all([link.look(from), link.look(to)]);
    if (here === null && there !== null && isSameVersion(there, version)) return "renamed";
    if (here === null && there === null) return "gone";
    throw error;
  }
}

/** What became of a recorded file at the partner. `gone`: somebody else took it; `replaced`: it is another by now. */
export type Disposed = "done" | "gone" | "replaced";

/**
 * Deletes or moves a recorded file, if it still is the version that was fetched; its marker goes first,
 * since it would vouch for the next file of that name. Rejects with `SftpError`; done again it ends the
 * same.
 */
export async function dispose(
  link: SftpLink,
  inbox: Pick<SftpInbox, "taken" | "folder" | "claim">,
  item: RemoteItem,
  marker: string | null,
): Promise<Disposed> {
  const { taken } = inbox;
  if (taken.kind === "keep") return "done";
  const now = await link.look(item.path);
  if (now === null) return "gone";
  if (!isSameVersion(now, item.version)) return "replaced";
  if (marker !== null && (inbox.claim === null || (await isLeft(link, inbox, item))))
    await removeRemote(link, remotePath(inbox.folder, marker));
  if (taken.kind === "delete") await removeRemote(link, item.path);
  else await moveAway(link, item, taken.folder);
  return "done";
}

/** Never over another file: one of that name keeps it, and this one gets its claim behind its own. */
async function moveAway(link: SftpLink, item: RemoteItem, folder: string): Promise<void> {
  const { name } = item.version;
  for (const target of [name, `${name}.${item.claim}`]) {
    const path = remotePath(folder, target);
    // Some servers replace what is there without a word, so that refusing cannot be left to them.
    if ((await link.look(path)) !== null) continue;
    await renameRemote(link, item.path, path, item.version);
    return;
  }
  throw new SftpError("failed", `every name for ${name} in ${folder} is taken`);
}

/**
 * Whether the marker of a claimed file is still its own, left by a break: by now another file of that name
 * may lie in the folder, with a marker of its own.
 */
async function isLeft(
  link: SftpLink,
  { folder }: Pick<SftpInbox, "folder">,
  { version }: RemoteItem,
): Promise<boolean> {
  return (await link.look(remotePath(folder, version.name))) === null;
}

/** Removes the file of a name, if there is one. */
export async function removeRemote(link: SftpLink, path: string): Promise<void> {
  try {
    await link.remove(path);
  } catch (error) {
    if (isMissing(error)) return;
    if (isOfLink(error) || (await link.look(path)) !== null) throw error;
  }
}
