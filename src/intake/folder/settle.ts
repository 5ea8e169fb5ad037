import { mkdirSync, renameSync } from "node:fs";
import { archiveFile } from "../../channels/folder/archive.ts";
import { type ClaimedFile, giveBack } from "../../channels/folder/claim.ts";
import { pathIn } from "../../channels/folder/disk-name.ts";
import { quarantineCopy } from "../../channels/folder/quarantine.ts";
import { reasonText } from "../../channels/folder/reason-text.ts";
import { unwritableFolder } from "../../channels/folder/unwritable.ts";
import type { FolderChannel } from "../../config/channel/channel.ts";
import type { Recorded } from "../../store/port/files/file-store.ts";
import type { IntakeContext } from "../channel/context.ts";
import { isUnchanged, type ReadState } from "../read/unchanged.ts";

/** Where a claimed file went once it was recorded. `returned`: to the inbox, since it had changed. */
export type Settled =
  | { readonly kind: "archived" }
  | { readonly kind: "returned" }
  /** It had changed and a newer file had its name in the inbox: it is a claim of its own now. */
  | { readonly kind: "moved"; readonly claimId: string };

/**
 * What is left to do for a recorded file: a refused one gets a copy in quarantine, then the source is
 * archived. If it changed since it was read, what it holds now is another arrival. Throws `ChannelError`
 * when a folder cannot be written, and the disk's errors; doing it again goes on where it broke off.
 */
export async function settleFile(
  context: IntakeContext,
  channel: FolderChannel,
  claimId: string,
  file: ClaimedFile,
  recorded: Recorded,
  read: ReadState,
): Promise<Settled> {
  if (!(await isUnchanged(file.path, read))) return asNewArrival(context, channel, claimId, file);
  if (recorded.state === "rejected") {
    await quarantine(context, channel, file, recorded.id);
    context.onStep("quarantined");
  }
  const substitute = await archiveFile(channel.archive, claimId, file).catch((error: unknown) => {
    throw unwritableFolder("archive folder", channel.archive, error);
  });
  if (substitute !== null)
    context.log.warn(
      {
        event: "archive-renamed",
        channel: channel.name,
        file: recorded.id,
        name: file.name.text,
        archived: substitute,
      },
      `the archive cannot have the file under its own name, so it is ${substitute} there`,
    );
  context.onStep("file-archived");
  return { kind: "archived" };
}

async function quarantine(
  { store, configFile }: IntakeContext,
  channel: FolderChannel,
  file: ClaimedFile,
  id: number,
): Promise<void> {
  const record = await store.files.get(id);
  if (record === null) throw new Error(`the store has lost file ${id}`);
  await quarantineCopy(
    channel.quarantine,
    id,
    file.name,
    file.path,
    reasonText(record, configFile),
  );
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
