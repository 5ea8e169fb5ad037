import type { Hold } from "../../core/hold/hold.ts";
import type { StoryNoun } from "../../core/stuck/nouns.ts";
import type { Remedy } from "../../core/stuck/remedy.ts";
import type { Store } from "../../store/port/store.ts";
import type { Sentence } from "./sentence.ts";
import type { Formatter, Story } from "./story.ts";

/** Which way a story is traced from a thing: `back` to what it came of, `on` to what it led to. */
export type Way = "back" | "on" | "both";

/** Things named beneath one thing: of more, how many there are. */
export const mostBeneath = 20;

/** A story without anything beneath it. */
export const nothing = { because: [], ledTo: [], more: 0, goOn: [], notes: [] } as const;

/** How what a hold keeps is let go; nothing where none does. */
export function releaseOfHold(hold: Hold | null): readonly Remedy[] {
  return hold === null ? [] : [{ remedy: "release-hold", hold }];
}

/** What the stories of all things are traced with. */
export interface Telling {
  readonly store: Store;
  readonly formatter: Formatter;
  /** The story of a thing; null when the store has no such thing. */
  tell(noun: StoryNoun, id: number, way?: Way): Promise<Story | null>;
  /** The stories of the first so many of some things, those that are not there left out. */
  all(noun: StoryNoun, ids: readonly number[], way: Way): Promise<Story[]>;
  /** How a thing is stuck, and what people said of it. */
  stuckOf(noun: StoryNoun, number: number): Promise<StuckTold>;
}

/** How a thing is stuck, in words. */
export interface StuckTold {
  readonly isStuck: boolean;
  /** What people said of it and of its causes, even when it is stuck no longer. */
  readonly said: readonly Sentence[];
  /** How it is stuck, then what people said. */
  readonly notes: readonly Sentence[];
  readonly goOn: readonly Remedy[];
}
