import type { StoryNoun } from "../../core/stuck/nouns.ts";
import type { StuckItem, StuckNote } from "../../core/stuck/stuck.ts";
import type { StuckKind } from "../../core/stuck/stuck-kind.ts";
import { noteWords } from "../../core/text/note-words.ts";
import type { Store } from "../../store/port/store.ts";
import { kindsOf, stuckKind } from "../../store/stuck/stuck-kinds.ts";
import { citing, plain, type Sentence, say } from "./sentence.ts";
import type { Formatter } from "./story.ts";
import type { StuckTold } from "./telling.ts";

/** How a thing is stuck, and what people said of it and of its causes, even when it is stuck no longer. */
export async function stuckTold(
  store: Store,
  formatter: Formatter,
  noun: StoryNoun,
  number: number,
): Promise<StuckTold> {
  const keys = kindsOf(noun).map((kind) => ({ kind, number }));
  const items = await store.stuck.at(keys);
  const notes = await store.stuck.said(keys);
  for (const id of new Set(items.map(({ cause }) => cause.id)))
    notes.push(...(await store.stuck.notesOfCause(id)));
  const said = notes.toSorted((a, b) => a.at - b.at).map((note) => noteSaid(note, formatter));
  return {
    isStuck: items.length > 0,
    said,
    notes: [...items.map(itemSaid), ...said],
    goOn: items.map(({ cause }) => ({ remedy: "show-cause", cause: cause.id })),
  };
}

function itemSaid({ kind, reason, quoted, cause, assignee, dismissed }: StuckItem): Sentence {
  const who = assignee === null ? "" : `, assigned to ${assignee}`;
  const gone = dismissed === null ? "" : `, dismissed by ${dismissed.actor}`;
  const how = plain(`${howWords(kind)}, cause ${cause.id}${who}${gone}`);
  return say`${how}: ${citing(reason, quoted ?? [])}`;
}

function howWords(kind: StuckKind): string {
  const { retries } = stuckKind(kind);
  if (retries === "behind-another") return "waiting for another file";
  return retries === "by-itself" ? "failing, retried automatically" : `stuck, ${kind}`;
}

function noteSaid(note: StuckNote, { moment }: Formatter): Sentence {
  const about = note.on === null ? `of all of cause ${note.cause}, ` : "";
  const by = plain(`${moment(note.at)} ${note.actor}, ${about}`);
  return say`${by}${citing(noteWords(note), [note.text])}`;
}
