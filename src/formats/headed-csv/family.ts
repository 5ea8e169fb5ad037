import type { FormatFamily } from "../family.ts";
import { beforeReturn, matchHeader } from "./header.ts";
import { usualLimits, wholeLimits } from "./limits.ts";
import { HeadedCsvReader } from "./reader.ts";
import { writeCsv } from "./writer.ts";

/**
 * The bytes of the first line that is not blank; the last name may be cut where the line is long. Of a
 * file whose lines end in carriage returns alone it is the first, too: the reader says what is wrong.
 */
function firstLine(head: Uint8Array): Buffer {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  let start = 0;
  while (bytes[start] === 0x0a || bytes[start] === 0x0d) start += 1;
  const end = bytes.indexOf(0x0a, start);
  const line = bytes.subarray(start, end < 0 ? bytes.length : end);
  const text = line.at(-1) === 0x0d ? line.subarray(0, -1) : line;
  return beforeReturn(text) ?? text;
}

/** CSV with a line of column names; which table it is shows in those names. */
export const headedCsv: FormatFamily = {
  id: "headed-csv",
  recognises: (head, catalogue) => matchHeader(firstLine(head), catalogue.tables()) !== null,
  open: (options) =>
    new HeadedCsvReader(options, options.whole === true ? wholeLimits : usualLimits),
  write: writeCsv,
};
