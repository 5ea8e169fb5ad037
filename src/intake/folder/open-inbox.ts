import { mkdirSync, statSync } from "node:fs";
import { ChannelError } from "../../channels/channel-error.ts";
import type { FolderChannel } from "../../config/channel/channel.ts";
import { sweepDraftsIn } from "../../disk/create-file.ts";
import { sayFileError } from "../../disk/file-error.ts";
import { errorCode, errorMessage } from "../../runtime/error-message.ts";
import { markInbox, type Owner, otherMount } from "./owner-mark.ts";

/** Which folder an inbox is: a folder that vanished and came back is another one. */
export interface FolderIdentity {
  readonly device: number;
  readonly inode: number;
}

/**
 * Makes a folder channel ready: its own folders are made, the work folder is checked to be on the
 * inbox's mount, and the inbox is marked. Throws `ChannelError` with what to do when that cannot be.
 */
export function openInbox(channel: FolderChannel, owner: Owner): FolderIdentity {
  const identity = inboxIdentity(channel.path);
  if (identity === null) {
    throw new ChannelError(
      "missing",
      `The inbox ${channel.path} of channel "${channel.name}" is not there or is no folder. Create it, or correct "path".`,
    );
  }
  for (const folder of [channel.work, channel.archive, channel.quarantine]) makeFolder(folder);
  sweepDraftsIn(channel.work, channel.quarantine);
  if (statSync(channel.work).dev !== identity.device) throw otherMount(channel.path, channel.work);
  markInbox(channel.path, channel.work, owner);
  return identity;
}

/** The inbox as it is now; null when there is none. */
export function inboxIdentity(path: string): FolderIdentity | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isDirectory()) return null;
  return { device: stats.dev, inode: stats.ino };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const reason =
      errorCode(error) === "EEXIST"
        ? "a file is in the way"
        : (sayFileError(error)?.why ?? errorMessage(error));
    throw new ChannelError("unusable", `Cannot make the folder ${folder}: ${reason}.`, {
      cause: error,
    });
  }
}
