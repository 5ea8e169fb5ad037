import { unsequenced } from "../../catalogue/tree-family.ts";
import { isHalfHourly } from "../../core/file/half-hourly.ts";
import type { FormatFamily } from "../family.ts";
import { JsonEventReader } from "./reader.ts";
import { statusFiles } from "./status-files.ts";
import { writeJson } from "./write/writer.ts";

const byteOrderMark = [0xef, 0xbb, 0xbf];
const blanks: ReadonlySet<number | undefined> = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Whether it begins with an object, or with an array that is empty or begins with one, one byte a
 * character: UTF-16 has a zero in every other byte of plain text, and is reported as what it is.
 */
export function beginsJson(head: Uint8Array): boolean {
  let at = byteOrderMark.every((byte, index) => head[index] === byte) ? 3 : 0;
  while (blanks.has(head[at])) at += 1;
  if (head[at + 1] === 0 && head[at + 3] === 0) return false;
  if (head[at] !== 0x5b) return head[at] === 0x7b;
  at += 1;
  while (blanks.has(head[at])) at += 1;
  return head[at] === 0x7b || head[at] === 0x5d || at >= head.length;
}

/** JSON: one event, or an array of them; which flow it is shows in a member of the event. */
export const jsonEvent: FormatFamily = {
  id: "json-event",
  recognises: beginsJson,
  open: (options) => new JsonEventReader(options),
  openStable: (options) => new JsonEventReader(options, { stable: true }),
  write: writeJson,
  zone: "Europe/London",
  numbering: "definition",
  sequence: unsequenced,
  definitions: null,
  // The same event may be said again and meant.
  repeats: "by-name-and-time",
  saysVersion: true,
  saysSender: false,
  lettersRoles: false,
  // A message of half-hourly settlement has to say which environment it comes from.
  emptyTestFlag: (flow) => (isHalfHourly(flow) ? "await-release" : "live"),
  usualIdentifier: "{number:10}",
  extension: "json",
  crlf: "CRLF",
  answers: statusFiles,
  madeUp: null,
};
