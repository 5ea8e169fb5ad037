import { z } from "zod";
import { listErasures } from "../../../app/queries/erasures.ts";
import { tellWhy } from "../../../app/queries/lineage.ts";
import { listAwaitedAnswers } from "../../../app/queries/lists/awaited-answers.ts";
import { listExpectedFiles } from "../../../app/queries/lists/expected-files.ts";
import { keptTotals, listRetentions } from "../../../app/queries/retention.ts";
import { searchFor } from "../../../app/queries/search.ts";
import { seeStatus } from "../../../app/queries/status.ts";
import { erasureView, viewErasure } from "../../../app/views/daemon/erasure-view.ts";
import {
  keptBytesView,
  retentionView,
  viewKeptBytes,
  viewRetention,
} from "../../../app/views/daemon/retention-view.ts";
import { awaitedAnswerView, expectedFileView } from "../../../app/views/expected-view.ts";
import { findingView, lineageView, notTakenView } from "../../../app/views/lineage-view.ts";
import { list } from "../../../app/views/parts.ts";
import { statusView, viewStatus } from "../../../app/views/status-view.ts";
import { stuckItemView } from "../../../app/views/stuck-view.ts";
import { listRoute } from "../list-route.ts";
import { wordText } from "../parameters.ts";
import { type ReadRoute, read } from "../route.ts";

/** Things of each kind that a search gives. */
const mostFound = 50;

/** What can be read of all: how it is, what bears a text, and what a thing came of. */
export const overallRoutes: readonly ReadRoute[] = [
  read("/status", {
    tag: "Status",
    summary: "What the store holds, and how the daemon and its channels are.",
    answer: statusView,
    run: async (of) => viewStatus(await seeStatus(of)),
  }),
  read("/search", {
    tag: "Search",
    summary:
      "What bears a text as its key, name or identifier: whatever became of it, at channels too.",
    input: { text: wordText },
    answer: z.strictObject({
      /** How the text was read. */
      text: z.string(),
      changed: z.string().nullable(),
      match: z.enum(["exact", "beginning", "part"]),
      shape: z.string().nullable(),
      waiting: z.int().nonnegative(),
      more: z.boolean(),
      items: list(findingView),
      notTaken: list(notTakenView),
    }),
    run: async (of, asked, { who }) => {
      const wholeOnly = !who.personal;
      const found = await searchFor(of, { text: asked.text, limit: mostFound, wholeOnly });
      const { text, changed, match, shape, waiting, more, notTaken } = found;
      const items = await Array.fromAsync(found.findings);
      return { text, changed, match, shape, waiting, more, items, notTaken };
    },
  }),
  read("/why/{item}", {
    tag: "Search",
    summary:
      "The whole story of a thing, e.g. `file 12`, `event 34`, a key or a name: what it came of, back to the bytes, and what it led to.",
    input: { item: wordText },
    answer: z.discriminatedUnion("is", [
      z.strictObject({ is: z.literal("lineage"), lineage: lineageView }),
      z.strictObject({ is: z.literal("stuck"), item: stuckItemView }),
    ]),
    run: async (of, { item }) => {
      const told = await tellWhy(of, { words: item.split(" ") });
      if (told.is === "lineage") return { is: "lineage" as const, lineage: told.lineage };
      return { is: "stuck" as const, item: told.item };
    },
  }),
  read("/retention", {
    tag: "Retention",
    summary: "How many files' bytes are kept where, and what was done with bytes for their age.",
    answer: z.strictObject({ kept: keptBytesView, done: list(retentionView) }),
    run: async (of) => ({
      kept: viewKeptBytes(await keptTotals(of)),
      done: (await Array.fromAsync(listRetentions(of))).map(viewRetention),
    }),
  }),
  read("/erasures", {
    tag: "Retention",
    summary: "What was erased of persons, the first first.",
    answer: z.strictObject({ items: list(erasureView) }),
    run: async (of) => ({
      items: (await Array.fromAsync(listErasures(of))).map(viewErasure),
    }),
  }),
  read("/expected/files", {
    tag: "Expected",
    summary: "Files that a calendar says are to come.",
    answer: z.strictObject({ items: list(expectedFileView) }),
    run: async (of) => ({ items: await listExpectedFiles(of) }),
  }),
  listRoute("/expected/answers", {
    tag: "Expected",
    summary: "Answers to what we sent that have not come, the first due first.",
    filters: {},
    item: awaitedAnswerView,
    query: listAwaitedAnswers,
  }),
];
