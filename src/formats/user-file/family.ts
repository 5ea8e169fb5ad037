import type { FormatFamily } from "../family.ts";
import { usualLimits } from "../tree/limits.ts";
import { UserFileReader } from "../tree/reader.ts";

const byteOrderMark = [0xef, 0xbb, 0xbf];
const header = [0x5a, 0x48, 0x56, 0x7c];

/** Whether it begins with `ZHV|`, a byte order mark and empty lines before it left aside. */
function recognises(head: Uint8Array): boolean {
  let at = byteOrderMark.every((byte, index) => head[index] === byte) ? 3 : 0;
  while (head[at] === 0x0a || head[at] === 0x0d) at += 1;
  return header.every((byte, index) => head[at + index] === byte);
}

/** User File Format, variable length: lines of pipe-terminated fields from a ZHV header to a ZPT trailer. */
export const userFile: FormatFamily = {
  id: "user-file",
  recognises,
  open: (options) => new UserFileReader(options, usualLimits, false),
  /** Copies no bytes. */
  openStable: (options) => new UserFileReader(options, usualLimits, true),
};
