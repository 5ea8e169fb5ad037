/** How much a line of the log matters, as pino has it. */
export type LogLevel = "debug" | "info" | "warn" | "error";

/** What can be said of every line of the log that goes by one name. */
export interface LogEventKind {
  readonly level: LogLevel;
  /** What it means, and what a person does about it. */
  readonly about: string;
  /** Fields of the line beside those that every line has; those that may be missing end in `?`. */
  readonly fields: readonly string[];
}
