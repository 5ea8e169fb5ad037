import type { FileRecord, FileState } from "../../../core/file/file.ts";
import { type BroughtFilters, envelopeFilterOf, problemFilterOf } from "../../asked/filters.ts";
import { refuseUnknownChannel } from "../../asked/known-words.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type FileView, viewFile } from "../../views/file-view.ts";
import { type ListQuery, listQuery, numberKey, type Part } from "./list-query.ts";
import { lookWithin } from "./look-within.ts";

/** Which files are wanted; all when nothing is said. */
export interface FilesWanted extends BroughtFilters {
  /** `awaiting-release`: recorded, and waits whole until a person releases it. */
  readonly state?: FileState | "awaiting-release";
  readonly channel?: string;
  /** Text that the file's name holds. */
  readonly name?: string;
}

async function highest({ store }: OpenInstallation): Promise<number> {
  for await (const { id } of store.files.list({ limit: 1 })) return id;
  return 0;
}

async function rows({ store }: OpenInstallation, wanted: FilesWanted, part: Part<number>) {
  const { state, channel, name } = wanted;
  return store.files.list({
    ...envelopeFilterOf(wanted),
    ...problemFilterOf(wanted),
    ...(state === "awaiting-release" && { awaitingRelease: true }),
    ...(state !== undefined && state !== "awaiting-release" && { state }),
    ...(channel !== undefined && { channel }),
    ...(name !== undefined && { nameHas: name }),
    ...part,
  });
}

/** The files that arrived, the newest first asked for. */
export const listFiles: ListQuery<FilesWanted, FileView> = listQuery({
  name: "files",
  key: numberKey,
  order: () => "newest",
  rows,
  looked: lookWithin({ way: "newest", rows, highest }),
  keyOf: ({ id }: FileRecord) => id,
  items: async (_, files) => files.map(viewFile),
  onNothing: async (of, { channel }) => {
    await refuseUnknownChannel(of, channel);
    return [];
  },
});
