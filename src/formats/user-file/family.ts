import type { FlowReader, FormatFamily, ReaderOptions } from "../family.ts";
import { usualLimits } from "./limits.ts";
import { UserFileReader } from "./reader.ts";

/** User File Format, variable length: lines of pipe-terminated fields from a ZHV header to a ZPT trailer. */
export const userFile: FormatFamily = {
  id: "user-file",
  recognises: (head) => /^(?:\xef\xbb\xbf)?[\r\n]*ZHV\|/.test(Buffer.from(head).toString("latin1")),
  open: (options) => new UserFileReader(options, usualLimits, false),
};

/** The same reader for bytes that stay as they are as long as its messages are used: it copies none of them. */
export function openStable(options: ReaderOptions): FlowReader {
  return new UserFileReader(options, usualLimits, true);
}
