import type { StuckNote } from "../stuck/stuck.ts";

/** What a person said about what is stuck, in words that follow their name. */
export function noteWords({ verb, text }: Pick<StuckNote, "verb" | "text">): string {
  switch (verb) {
    case "assign":
      return text === "" ? "took it from whoever had it" : `assigned it to ${text}`;
    case "note":
      return `noted: ${text}`;
    case "dismiss":
      return `dismissed it: ${text}`;
    case "restore":
      return `restored it: ${text}`;
  }
}
