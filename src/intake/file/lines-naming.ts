import { hasRightCheckDigit } from "../../catalogue/mpan.ts";
import {
  type JudgedOutcome,
  type Message,
  mostNamedLines,
  type NamedLine,
} from "../../core/file/document.ts";
import { hasError } from "../../core/file/problem.ts";

/** Thirteen digits with no digit beside them. */
const thirteen = /(?<!\d)\d{13}(?!\d)/g;

/**
 * The outcome of a refused file of which no message could be read, with the meter points that its text names:
 * who looks for one finds the file all the same.
 */
export function withNamedLines(
  outcome: JudgedOutcome,
  messages: readonly Message[],
  bytes: Uint8Array,
): JudgedOutcome {
  const isRead = messages.some(({ subject }) => subject !== null);
  if (isRead || !hasError(outcome.problems)) return outcome;
  return { ...outcome, named: linesNaming(bytes) };
}

/** Where a text names MPAN cores: numbers of 13 digits of which the last is the check digit, each once a line. */
export function linesNaming(bytes: Uint8Array): NamedLine[] {
  const found: NamedLine[] = [];
  const lines = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString("latin1")
    .split("\n");
  for (const [at, text] of lines.entries()) {
    const keys = new Set([...text.matchAll(thirteen)].map(([key]) => key));
    for (const key of keys) {
      if (!hasRightCheckDigit(key)) continue;
      if (found.length === mostNamedLines) return found;
      found.push({ line: at + 1, key });
    }
  }
  return found;
}
