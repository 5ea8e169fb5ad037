import type { FormatFamily, ReaderOptions } from "../family.ts";
import type { Frame } from "./frame.ts";
import { usualLimits } from "./limits.ts";
import { TreeReader } from "./reader.ts";

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Whether it begins with the code and one of the bytes, a byte order mark and empty lines before it left aside. */
export function beginsWith(head: Uint8Array, code: string, after: readonly number[]): boolean {
  let at = byteOrderMark.every((byte, index) => head[index] === byte) ? 3 : 0;
  while (head[at] === 0x0a || head[at] === 0x0d) at += 1;
  for (let index = 0; index < code.length; index += 1)
    if (head[at + index] !== code.charCodeAt(index)) return false;
  return after.includes(head[at + code.length] ?? -1);
}

/** A family whose lines are read as they lie in the file. */
export function treeFamily(frame: Frame): FormatFamily {
  const open = (options: ReaderOptions, stable: boolean) =>
    new TreeReader({ ...options, frame, limits: usualLimits, stable });
  return {
    id: frame.family,
    recognises: (head) => beginsWith(head, frame.header, [frame.delimiter]),
    open: (options) => open(options, false),
    /** Copies no bytes. */
    openStable: (options) => open(options, true),
  };
}
