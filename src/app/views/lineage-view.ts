import { z } from "zod";
import { storyNouns } from "../../core/stuck/nouns.ts";
import type { Finding } from "../lineage/everything.ts";
import { type NotTaken, notTakenStates } from "../lineage/not-taken.ts";
import type { Sentence } from "../lineage/sentence.ts";
import type { Story } from "../lineage/story.ts";
import { count, id, list } from "./parts.ts";
import { remedyView, viewRemedy } from "./remedy-view.ts";

const sentences = {
  item: z.string(),
  said: z.string(),
  notes: list(z.string()),
  /** What item, words and notes quote of persons, or of what people wrote. */
  quoted: list(z.string()).optional(),
};

/** A thing with what it came of and what it led to, each such a thing in turn. */
export const lineageView = z.strictObject({
  item: sentences.item,
  said: sentences.said,
  notes: sentences.notes,
  quoted: sentences.quoted,
  get because() {
    return list(lineageView);
  },
  get ledTo() {
    return list(lineageView);
  },
  more: count,
  remedies: list(remedyView),
});

/** A thing with its lineage, as views give it. */
export type LineageView = z.infer<typeof lineageView>;

/** The lineage of a thing for programs. */
export function viewLineage(story: Story): LineageView {
  const { because, ledTo, more, goOn } = story;
  return {
    ...viewSentences(
      story,
      // What can be done next may name what is given beneath it.
      [...because, ...ledTo].map(({ item }) => item),
    ),
    because: because.map(viewLineage),
    ledTo: ledTo.map(viewLineage),
    more,
    remedies: goOn.map(viewRemedy),
  };
}

function viewSentences(
  { item, said, notes }: Pick<Story, "item" | "said" | "notes">,
  beneath: readonly Sentence[] = [],
): { item: string; said: string; notes: string[]; quoted?: string[] } {
  const quoted = new Set([item, said, ...notes, ...beneath].flatMap((one) => one.quoted));
  return {
    item: item.text,
    said: said.text,
    notes: notes.map(({ text }) => text),
    ...(quoted.size > 0 && { quoted: [...quoted] }),
  };
}

/** How a text that was looked for was read. */
const reading = z.strictObject({
  text: z.string(),
  changed: z.string().nullable(),
  match: z.enum(["exact", "beginning", "part"]),
});

/** A thing that bears the text that was looked for; `by` says what of it does. */
export const findingView = z.strictObject({
  ...sentences,
  noun: z.enum(storyNouns),
  id,
  by: z.string(),
  read: reading,
});

/** A thing that bears a text, as views give it. */
export type FindingView = z.infer<typeof findingView>;

/** A finding for programs. */
export function viewFinding(
  { noun, id: number, by }: Finding,
  story: Story,
  { text, changed, match }: z.infer<typeof reading>,
): z.infer<typeof findingView> {
  return { ...viewSentences(story), noun, id: number, by, read: { text, changed, match } };
}

/** A file that is at a channel and not in the store; `notes` say what keeps it. */
export const notTakenView = z.strictObject({
  ...sentences,
  noun: z.literal("channel"),
  channel: z.string(),
  name: z.string(),
  state: z.enum(notTakenStates),
  remedies: list(remedyView),
  read: reading,
});

/** A file that is not in the store, as views give it. */
export type NotTakenView = z.infer<typeof notTakenView>;

/** A file that is not in the store, for programs. */
export function viewNotTaken(
  { channel, name, state }: NotTaken,
  story: Story,
  { text, changed, match }: z.infer<typeof reading>,
): NotTakenView {
  const read = { text, changed, match };
  const remedies = story.goOn.map(viewRemedy);
  return { ...viewSentences(story), noun: "channel", channel, name, state, remedies, read };
}
