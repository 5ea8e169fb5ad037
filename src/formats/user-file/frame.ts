import { familyRules } from "../../catalogue/flow-rules.ts";
import type { Frame } from "../tree/frame.ts";
import { pipe } from "../tree/line.ts";
import { readHeader } from "./header.ts";
import { checkTrailer } from "./trailer.ts";

/** ZHV … ZPT: lines of pipe-terminated fields. */
export const userFileFrame: Frame = {
  family: "user-file",
  families: new Set(["user-file", "pool"]),
  rules: familyRules["user-file"],
  header: "ZHV",
  trailer: "ZPT",
  delimiter: pipe,
  closedLines: true,
  versioned: true,
  undescribed: null,
  checksum: false,
  readHeader,
  checkTrailer,
};
