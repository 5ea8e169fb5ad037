import type { MessageRecord } from "../../../core/file/file.ts";
import { askedFile } from "../../asked/asked.ts";
import { type MessageView, viewMessage } from "../../views/file-view.ts";
import { type ListQuery, listQuery, numberKey } from "./list-query.ts";

/** Whose messages are wanted. */
export interface FileMessagesWanted {
  readonly file: number;
}

/** The messages of a file, in the order of their lines. */
export const listFileMessages: ListQuery<FileMessagesWanted, MessageView> = listQuery({
  name: "messages of a file",
  key: numberKey,
  start: 0,
  order: () => "oldest",
  rows: async ({ store }, { file }: FileMessagesWanted, { after, limit }) =>
    store.messages.list(file, {
      ...(after !== undefined && { after }),
      ...(limit !== undefined && { limit }),
    }),
  keyOf: ({ line }: MessageRecord) => line,
  items: async (_, messages) => messages.map(viewMessage),
  onNothing: async ({ store }, { file }) => {
    await askedFile(store, file);
    return [];
  },
});
