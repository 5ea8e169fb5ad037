import type { Frame } from "../frame.ts";
import type { Line } from "./line.ts";

/** Whether a line has nothing but blanks and control characters. */
export function holdsNothing({ bytes, start, end }: Line): boolean {
  return bytes.subarray(start, end).every((byte) => byte <= 0x20);
}

/** Whether what should be the header goes on, behind carriage returns, with the file's other lines. */
export function endsInReturns({ bytes, start, end }: Line, { trailer }: Frame): boolean {
  const [, second = "", third] = bytes.toString("latin1", start, end).split("\r");
  return third !== undefined || (trailer !== null && second.startsWith(trailer));
}
