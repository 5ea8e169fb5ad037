import type { Remedy } from "../core/stuck/remedy.ts";

/** What the console is given by those who put it together. */
export interface ConsoleParts {
  /** The command of the command line that does what a remedy says. */
  readonly commandOf: (remedy: Remedy) => string;
  /** What is said on a page where something is masked: how one comes to see it. */
  readonly maskedNote: string;
}
