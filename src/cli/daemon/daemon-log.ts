import { type Logger, pino, stdTimeFunctions } from "pino";
import { escapedJson } from "../../core/text/json-text.ts";
import { logLine } from "../print/log-line.ts";

/** Where lines of the log go, each with its line end. */
export interface LogLines {
  write(line: string): void;
}

/**
 * The daemon's log: one JSON object a line, in which nothing is raw that a terminal obeys or hides, or
 * lines for people.
 */
export function daemonLog(level: string, lines: LogLines, forPeople: boolean): Logger {
  const shown = forPeople ? logLine : (line: string) => `${escapedJson(line.trimEnd())}\n`;
  const options = {
    level,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (name: string) => ({ level: name }) },
  };
  return pino(options, { write: (line: string) => lines.write(shown(line)) });
}
