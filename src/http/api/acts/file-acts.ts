import { z } from "zod";
import { decideFile } from "../../../app/commands/file/decide-file.ts";
import { releaseFile } from "../../../app/commands/file/release-file.ts";
import { reprocessFiles } from "../../../app/commands/file/reprocess-files.ts";
import { restateEvents } from "../../../app/restate/restate-events.ts";
import { actedEventView } from "../../../app/views/event-view.ts";
import {
  fileView,
  reprocessedView,
  viewFile,
  viewReprocessed,
} from "../../../app/views/file-view.ts";
import { restateView, viewRestate } from "../../../app/views/restate-view.ts";
import { type ActRoute, act } from "../act-route.ts";
import { idText } from "../parameters.ts";

const tag = "Files";
const input = { file: idText };

/** What can be done with a file that came in. */
export const fileActs: readonly ActRoute[] = [
  act("/files/{file}/decisions", {
    tag,
    summary: "Settles which of two files with one identity is active.",
    input,
    body: { decision: z.enum(["keep-first", "replace", "keep-both"]) },
    answer: z.strictObject({
      file: fileView,
      other: fileView.nullable(),
      acted: z.array(actedEventView).readonly(),
      moreActed: z.boolean(),
    }),
    run: async (of, { file, decision }, { changedBy }) => {
      const decided = await decideFile(of, { file, decision }, changedBy);
      const { other, acted, moreActed } = decided;
      const after = other === null ? null : viewFile(other);
      return { file: viewFile(decided.file), other: after, acted, moreActed };
    },
  }),
  act("/files/{file}/releases", {
    tag,
    summary: "Lets a file through that awaits release.",
    input,
    answer: fileView,
    run: async (of, { file }, { changedBy }) =>
      viewFile((await releaseFile(of, { file }, changedBy)).file),
  }),
  act("/files/{file}/reprocessings", {
    tag,
    summary: "Reads the kept bytes of a file again, and those of the files in it.",
    input,
    answer: z.strictObject({ items: z.array(reprocessedView).readonly() }),
    run: async (of, { file }) => {
      const items = [];
      for await (const { done, refused } of reprocessFiles(of, [file])) {
        if (refused !== null) throw refused;
        items.push(viewReprocessed(done, done.otherwise));
      }
      return { items };
    },
  }),
  act("/files/{file}/restatements", {
    tag,
    summary:
      "Reads the bytes of a file again and gives its events what today's reading says; with dryRun only says what that would be.",
    input,
    body: { dryRun: z.boolean().default(false) },
    answer: restateView,
    run: async (of, { file, dryRun }, { changedBy }) => {
      const asked = { selection: { file } };
      const tally = await restateEvents(of, asked, dryRun ? null : changedBy);
      return viewRestate(tally, await of.definitions(), dryRun);
    },
  }),
];
