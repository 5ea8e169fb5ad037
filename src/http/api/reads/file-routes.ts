import { z } from "zod";
import { listFileMessages } from "../../../app/queries/lists/file-messages.ts";
import { listFiles } from "../../../app/queries/lists/files.ts";
import { showFile } from "../../../app/queries/things/file.ts";
import { fileDetailView, fileView, messageView } from "../../../app/views/file-view.ts";
import { listRoute } from "../list-route.ts";
import { broughtInput, idText, wordText, yesText } from "../parameters.ts";
import { type ReadRoute, read } from "../route.ts";

const tag = "Files";

/** What can be read of the files that came in. */
export const fileRoutes: readonly ReadRoute[] = [
  listRoute("/files", {
    tag,
    summary: "Files that came in, the newest page first.",
    filters: {
      ...broughtInput,
      state: z.enum(["recorded", "duplicate", "conflict", "rejected", "withdrawn"]).optional(),
      channel: wordText.optional(),
      name: wordText.optional().meta({ description: "text that the file's name holds" }),
      awaitingRelease: yesText.optional(),
    },
    item: fileView,
    query: listFiles,
  }),
  read("/files/{file}", {
    tag,
    summary: "All that is known of a file, but for its messages.",
    input: { file: idText },
    answer: fileDetailView,
    run: (of, { file }) => showFile(of, { file }),
  }),
  listRoute("/files/{file}/messages", {
    tag,
    summary: "The messages of a file, in the order of their lines.",
    filters: { file: idText },
    item: messageView,
    query: listFileMessages,
  }),
];
