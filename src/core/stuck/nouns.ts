import { type Advice, advice } from "./remedy.ts";

/** What people call things by, beside their number or key. */
const things = {
  file: { see: null },
  message: { see: null },
  event: { see: null },
  process: { see: null },
  action: { see: null },
  command: { see: null },
  deadline: { see: null },
  outbound: { see: null },
  queue: {
    see: advice("What waits for a channel, and the actions that asked for it: {}", {
      remedy: "list-waiting",
    }),
  },
  "outbound-message": {
    see: advice("What waits to be sent, and the action that asked for it: {}", {
      remedy: "list-waiting",
    }),
  },
  expected: { see: advice("Expected files and answers: {}", { remedy: "list-expected" }) },
  gap: {
    see: advice(
      "The channel by which later numbers came: {}, then {}",
      { remedy: "list-channels" },
      { remedy: "show-channel" },
    ),
  },
} as const satisfies Readonly<Record<string, { readonly see: Advice | null }>>;

/** A noun that people refer to a thing by, e.g. `file`. */
export type Noun = keyof typeof things;

/** Nouns of things that have a story: what they came of and what they led to. */
export type StoryNoun = {
  [N in Noun]: (typeof things)[N] extends { readonly see: null } ? N : never;
}[Noun];

/** All nouns that people refer to things by. */
export const nouns = Object.keys(things) as Noun[];

/** The nouns of things that have a story, in the order in which a bare number is looked up. */
export const storyNouns = nouns.filter((noun) => things[noun].see === null) as StoryNoun[];

/** Where more is to be seen of a thing that has no story but being stuck; null for one that has. */
export function seeMoreOf(noun: Noun): Advice | null {
  return things[noun].see;
}
