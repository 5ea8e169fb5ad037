import type { FileRecord, FileState } from "../../../core/file/file.ts";
import { type BroughtFilters, envelopeFilterOf, problemFilterOf } from "../../asked/filters.ts";
import { refuseUnknownChannel } from "../../asked/known-words.ts";
import { type FileView, viewFile } from "../../views/file-view.ts";
import { type ListQuery, listQuery, numberKey } from "./list-query.ts";

/** Which files are wanted; all when nothing is said. */
export interface FilesWanted extends BroughtFilters {
  readonly state?: FileState;
  readonly channel?: string;
  /** Text that the file's name holds. */
  readonly name?: string;
  /** Only those that wait whole until a person releases them. */
  readonly awaitingRelease?: boolean;
}

/** The files that arrived, the newest first asked for. */
export const listFiles: ListQuery<FilesWanted, FileView> = listQuery({
  name: "files",
  key: numberKey,
  order: () => "newest",
  rows: async ({ store }, wanted: FilesWanted, part) => {
    const { state, channel, name, awaitingRelease } = wanted;
    return store.files.list({
      ...envelopeFilterOf(wanted),
      ...problemFilterOf(wanted),
      ...(state !== undefined && { state }),
      ...(channel !== undefined && { channel }),
      ...(name !== undefined && { nameHas: name }),
      ...(awaitingRelease === true && { awaitingRelease }),
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
