import type { LogDetails } from "./log-lines/log-events.ts";

/** A log of named events, each with a sentence; pino's loggers are of this shape. */
export interface Log {
  debug(details: LogDetails, message: string): void;
  info(details: LogDetails, message: string): void;
  warn(details: LogDetails, message: string): void;
  error(details: LogDetails, message: string): void;
}
