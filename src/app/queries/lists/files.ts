import type { FileRecord, FileState } from "../../../core/file/file.ts";
import { type BroughtFilters, envelopeFilterOf, problemFilterOf } from "../../asked/filters.ts";
import { refuseUnknownChannel } from "../../asked/known-words.ts";
import { type FileView, viewFile } from "../../views/file-view.ts";
import { type ListQuery, listQuery, numberKey } from "./list-query.ts";

/** Which files are wanted; all when nothing is said. */
export interface FilesWanted extends BroughtFilters {
  /** `awaiting-release`: recorded, and waits whole until a person releases it. */
  readonly state?: FileState | "awaiting-release";
  readonly channel?: string;
  /** Text that the file's name holds. */
  readonly name?: string;
}

/** The files that arrived, the newest first asked for. */
export const listFiles: ListQuery<FilesWanted, FileView> = listQuery({
  name: "files",
  key: numberKey,
  order: () => "newest",
  rows: async ({ store }, wanted: FilesWanted, part) => {
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
  },
  keyOf: ({ id }: FileRecord) => id,
  items: async (_, files) => files.map(viewFile),
  onNothing: async (of, { channel }) => {
    await refuseUnknownChannel(of, channel);
    return [];
  },
});
