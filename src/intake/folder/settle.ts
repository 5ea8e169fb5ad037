import { mkdirSync, renameSync } from "node:fs";
import { pathIn } from "../../channels/folder/disk-name.ts";
import { unwritableFolder } from "../../channels/folder/unwritable.ts";
import type { FolderChannel } from "../../config/channel/channel.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { Recorded } from "../../store/port/files/file-store.ts";
import type { IntakeContext } from "../channel/context.ts";
import { quarantineCopy } from "../channel/quarantine.ts";
import { reasonText } from "../channel/reason-text.ts";
import { isUnchanged, type ReadState } from "../file/read-file.ts";
import { archiveFile } from "./archive.ts";
import { type ClaimedFile, giveBack } from "./claim.ts";

/** What became of a claimed file that had changed since it was read. `returned`: to the inbox. */
export type Settled =
  | { readonly kind: "returned" }
  /** It had changed and a newer file had its name in the inbox: it is a claim of its own now. */
  | { readonly kind: "moved"; readonly claimId: string };

/** A recorded file that is still in the work folder, as it was read. */
export interface SourceRead {
  readonly file: Pick<ClaimedFile, "name" | "path">;
  readonly read: ReadState;
  readonly isRefused: boolean;
}

/** What became of the source of a recorded file. `substitute`: the name it has in the archive, when that is not made from its own. */
export type Archived =
  | { readonly kind: "archived"; readonly substitute: string | null }
  /** What it holds now is another arrival. */
  | { readonly kind: "changed" }
  | { readonly kind: "failed"; readonly reason: string };

/**
 * Archives the source of a recorded file, unless it changed since it was read. Needs no store, and never
 * rejects; doing it again goes on where it broke off.
 */
export async function archiveSource(
  channel: Pick<FolderChannel, "archive">,
  claimId: string,
  { file, read, isRefused }: SourceRead,
): Promise<Archived> {
  try {
    if (!(await isUnchanged(file.path, read))) return { kind: "changed" };
  } catch (error) {
    return { kind: "failed", reason: errorMessage(error) };
  }
  try {
    return {
      kind: "archived",
      substitute: await archiveFile(channel.archive, claimId, { ...file, isRefused }),
    };
  } catch (error) {
    const { message } = unwritableFolder("archive folder", channel.archive, error);
    return { kind: "failed", reason: message };
  }
}

/** Says that a file is in the archive under a name that is not made from its own. */
export function tellSubstitute(
  { log }: Pick<IntakeContext, "log">,
  channel: Pick<FolderChannel, "name">,
  of: { readonly file: ClaimedFile; readonly recorded: Recorded; readonly substitute: string },
): void {
  log.warn(
    {
      event: "archive-renamed",
      channel: channel.name,
      file: of.recorded.id,
      name: of.file.name.text,
      archived: of.substitute,
    },
    `the archive cannot have the file under its own name, so it is ${of.substitute} there`,
  );
}

/** Copies a refused file to quarantine, the reason beside it. Throws `ChannelError` when the folder cannot be written. */
export async function quarantineSource(
  { store, commandOf }: IntakeContext,
  channel: FolderChannel,
  file: ClaimedFile,
  id: number,
): Promise<void> {
  const record = await store.files.get(id);
  if (record === null) throw new Error(`the store has lost file ${id}`);
  await quarantineCopy(channel.quarantine, id, file.name, file.path, reasonText(record, commandOf));
}

/** Gives a claimed file that has changed another chance: in the inbox, else in a claim of its own. */
export function asNewArrival(
  { newClaimId }: Pick<IntakeContext, "newClaimId">,
  channel: FolderChannel,
  id: string,
  file: ClaimedFile,
): Settled {
  if (giveBack(channel, { id, name: file.name })) return { kind: "returned" };
  const claimId = newClaimId();
  const folder = `${channel.work}/${claimId}`;
  mkdirSync(folder);
  renameSync(file.path, pathIn(folder, file.name));
  return { kind: "moved", claimId };
}
