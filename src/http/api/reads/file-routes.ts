import { z } from "zod";
import { compareFiles } from "../../../app/queries/file-difference.ts";
import { listFileMessages } from "../../../app/queries/lists/file-messages.ts";
import { listFiles } from "../../../app/queries/lists/files.ts";
import { showFile } from "../../../app/queries/things/file.ts";
import { fileDifferenceView, viewFileDifference } from "../../../app/views/file-difference-view.ts";
import { fileDetailView, fileView, messageView } from "../../../app/views/file-view.ts";
import { needPersonal } from "../check-input.ts";
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
  read("/files/{file}/difference", {
    tag,
    summary:
      "The lines in which a file and another differ: the one that it repeats or is in conflict with, or the one that is named. They may say something of persons, so that this takes the right to see that.",
    input: { file: idText, with: idText.optional() },
    answer: fileDifferenceView,
    run: async (of, { file: first, with: second }, { who }) => {
      needPersonal(who, "the lines of files");
      const compared = await compareFiles(of, { first, ...(second !== undefined && { second }) });
      return viewFileDifference(compared);
    },
  }),
  listRoute("/files/{file}/messages", {
    tag,
    summary: "The messages of a file, in the order of their lines.",
    filters: { file: idText },
    item: messageView,
    query: listFileMessages,
  }),
];
