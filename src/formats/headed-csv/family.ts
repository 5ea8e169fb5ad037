import type { FormatFamily } from "../family.ts";
import { isTar } from "../tar.ts";
import { firstLine } from "./first-line.ts";
import { matchHeader } from "./header.ts";
import { usualLimits, wholeLimits } from "./limits.ts";
import { HeadedCsvReader } from "./reader.ts";
import { writeCsv } from "./writer.ts";

/** CSV with a line of column names; which table it is shows in those names. */
export const headedCsv: FormatFamily = {
  id: "headed-csv",
  // The first line of a table that is packed in a tar archive has most of its names, too.
  recognises: (head, catalogue) =>
    !isTar(head) && matchHeader(firstLine(head), catalogue.tables()) !== null,
  open: (options) =>
    new HeadedCsvReader(options, options.whole === true ? wholeLimits : usualLimits),
  write: writeCsv,
};
