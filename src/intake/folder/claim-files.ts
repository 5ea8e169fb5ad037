import type { FolderChannel } from "../../config/channel/channel.ts";
import { syncFolders } from "../../disk/sync-folder.ts";
import type { OnCrashPoint } from "../../runtime/crash-points.ts";
import { type ArrivalReading, type ReadingContext, readAll } from "../file/read-file.ts";
import {
  type Claim,
  type ClaimedFile,
  type ClaimFailure,
  claimFiles,
  type ReadyFile,
} from "./claim.ts";
import { type Archived, archiveSource, type SourceRead } from "./settle.ts";

/** ClaimReadings of the files of a claim. */
export type ClaimReadings = ReadonlyMap<ClaimedFile, ArrivalReading>;

/** A claim whose files are read, and the files that could not be claimed. */
export interface ReadClaim {
  readonly claim: Claim;
  readonly failures: readonly ClaimFailure[];
  readonly readings: ClaimReadings;
}

/** What it takes to work on files without a store. */
export type FileContext = ReadingContext & { readonly onStep: OnCrashPoint };

/** What is done with the files of claims and needs no store: by the thread of the store, or beside it. */
export interface ClaimFiles {
  /**
   * Claims files, makes their names durable and reads them: after a power cut, a file whose arrival is
   * recorded must still be in its claim. Rejects with `ChannelError` when the work folder is on another mount.
   */
  take(channel: FolderChannel, id: string, files: readonly ReadyFile[]): Promise<ReadClaim>;
  /** Archives the sources of recorded files of a claim; an answer for each, in their order. */
  archive(
    channel: FolderChannel,
    id: string,
    sources: readonly SourceRead[],
  ): Promise<readonly Archived[]>;
}

/** Works on the files of claims in this thread. */
export function claimFilesHere(context: FileContext): ClaimFiles {
  const { onStep } = context;
  return {
    take: async (channel, id, files) => {
      const { claim, failures } = claimFiles(channel, id, files, () => onStep("file-claimed"));
      onStep("claimed");
      return { claim, failures, readings: await readDurably(context, channel, claim) };
    },
    archive: async (channel, id, sources) => {
      const fates: Archived[] = [];
      for (const source of sources) {
        const fate = await archiveSource(channel, id, source);
        fates.push(fate);
        if (fate.kind === "archived") onStep("file-archived");
      }
      return fates;
    },
  };
}

/** Makes the names of claimed files durable and reads them. */
export async function readDurably(
  context: FileContext,
  channel: FolderChannel,
  { id, files }: Pick<Claim, "id" | "files">,
): Promise<ClaimReadings> {
  // The disk is asked first, so that it works while files are read.
  const durable = makeDurable(channel, id);
  const [readings] = await Promise.all([readAll(context, channel.name, files), durable]);
  context.onStep("read");
  return readings;
}

async function makeDurable(channel: FolderChannel, id: string): Promise<void> {
  const inbox = syncFolders(channel.path).catch(() => {});
  await Promise.all([syncFolders(`${channel.work}/${id}`, channel.work), inbox]);
}
