import { familyRules } from "../../catalogue/flow-rules.ts";
import type { Frame } from "../tree/frame.ts";
import { pipe } from "../tree/line.ts";
import { readHeader } from "./header.ts";
import { checkTrailer } from "./trailer.ts";

/** AAA … ZZZ: lines of pipe-terminated fields, with a checksum. Times are GMT. */
export const settlementFrame: Frame = {
  family: "settlement",
  families: new Set(["settlement"]),
  rules: familyRules.settlement,
  header: "AAA",
  trailer: "ZZZ",
  delimiter: pipe,
  closedLines: true,
  versioned: false,
  undescribed: /^[A-Z][A-Z0-9]{4}\d{3}$/,
  checksum: true,
  readHeader,
  checkTrailer,
};
