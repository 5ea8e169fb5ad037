import type { Output } from "./output.ts";

/** What every command is given. */
export interface CommandContext {
  readonly output: Output;
  /** A line for people on standard error, beside the result. */
  readonly say: (text: string) => void;
  /** The file that `--config` names. */
  readonly config: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Of the commands that list or show something. */
export interface JsonOption {
  /** One JSON object a line instead of a table for people. */
  readonly json?: boolean;
}
