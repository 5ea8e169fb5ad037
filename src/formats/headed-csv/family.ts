import { unsequenced } from "../../catalogue/tree-family.ts";
import type { FlowReader, FormatFamily, ReaderOptions } from "../family.ts";
import { holdsOtherData } from "../foreign-formats.ts";
import { isTar } from "../tar.ts";
import { firstLine } from "./first-line.ts";
import { matchHeader } from "./header.ts";
import { usualTableLimits, wholeTableLimits } from "./limits.ts";
import { HeadedCsvReader } from "./reader.ts";
import { writeCsv } from "./writer.ts";

function open(options: ReaderOptions): FlowReader {
  return new HeadedCsvReader(options, options.whole === true ? wholeTableLimits : usualTableLimits);
}

/** CSV with a line of column names; which table it is shows in those names. */
export const headedCsv: FormatFamily = {
  id: "headed-csv",
  // The first line of a table that is packed has most of its names, too, where it is in the clear.
  recognises: (head, catalogue) =>
    !isTar(head) &&
    !holdsOtherData(head) &&
    matchHeader(firstLine(head), catalogue.tables()) !== null,
  open,
  openStable: open,
  write: writeCsv,
  // A table does not say when it was made.
  zone: "UTC",
  numbering: "definition",
  sequence: unsequenced,
  definitions: null,
  // The same rows may be said again and meant.
  repeats: "by-name-and-time",
  saysVersion: true,
  saysSender: false,
  lettersRoles: false,
  emptyTestFlag: () => "live",
  usualIdentifier: "{number:10}",
  extension: "csv",
  crlf: "\r\n",
  answers: null,
  madeUp: null,
};
