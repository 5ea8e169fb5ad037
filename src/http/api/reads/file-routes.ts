import { z } from "zod";
import { listFiles } from "../../../app/queries/lists/files.ts";
import { fileView } from "../../../app/views/file-view.ts";
import { listRoute } from "../list-route.ts";
import { broughtInput, wordText, yesText } from "../parameters.ts";
import type { ReadRoute } from "../route.ts";

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
];
