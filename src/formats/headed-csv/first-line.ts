import { beforeReturn } from "./header.ts";

/**
 * The bytes of the first line that is not blank; the last name may be cut where the line is long. Of a
 * file whose lines end in carriage returns alone it is the first, too: the reader says what is wrong.
 */
export function firstLine(head: Uint8Array): Buffer {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  let start = 0;
  while (bytes[start] === 0x0a || bytes[start] === 0x0d) start += 1;
  const end = bytes.indexOf(0x0a, start);
  const line = bytes.subarray(start, end < 0 ? bytes.length : end);
  const text = line.at(-1) === 0x0d ? line.subarray(0, -1) : line;
  return beforeReturn(text) ?? text;
}
