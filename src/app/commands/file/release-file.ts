import type { FileRecord } from "../../../core/file/file.ts";
import { routePending } from "../../../intake/file/route.ts";
import type { ChangedBy } from "../../../store/port/events/revision-store.ts";
import { askedFile } from "../../asked/asked.ts";
import { whoAndWhy } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";

/** A file that a person accepted. */
export interface ReleasedFile {
  readonly file: FileRecord;
  /** Who had let it through before; null when it still awaited release. */
  readonly releasedBefore: string | null;
}

/** Releases a file that awaits it. Asked again of one that was released, it only routes what is left to route. */
export async function releaseFile(
  installation: OpenInstallation,
  { file: id }: { readonly file: number },
  by: ChangedBy,
): Promise<ReleasedFile> {
  const changedBy = whoAndWhy(by);
  const { store } = installation;
  const { awaitingRelease, decisions } = await askedFile(store, id);
  const before = awaitingRelease
    ? undefined
    : decisions.find(({ decision }) => decision === "release");
  if (before === undefined) await store.files.release({ file: id, ...changedBy });
  await routePending(store, [...(await installation.definitions()).values()]);
  return { file: await askedFile(store, id), releasedBefore: before?.actor ?? null };
}
