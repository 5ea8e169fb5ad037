import type { ListedNoun, Remedy } from "../core/stuck/remedy.ts";

/** What a page shows, where more than a remedy is needed to show the same elsewhere: what, and by which filters. */
export interface PageSubject {
  readonly look: "list" | "show" | "build" | "report" | "check";
  readonly of: ListedNoun | "duration" | "notice" | "snooze" | "audit" | "stuck" | "status";
  /** Which one, where it is one. */
  readonly name?: string | number;
  /** By their names in lists, e.g. `processType`; of those that are on or off, `true`. */
  readonly filters?: Readonly<Record<string, string>>;
}

/** What the console is given by those who put it together. */
export interface ConsoleParts {
  /** The command of the command line that does what a remedy says, or shows the same as a page. */
  readonly commandOf: (what: Remedy | PageSubject) => string;
  /** What is said on a page where something is masked: how one comes to see it. */
  readonly maskedNote: string;
}
