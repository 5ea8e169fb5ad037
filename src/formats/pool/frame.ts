import { familyRules } from "../../catalogue/flow-rules.ts";
import type { Frame } from "../tree/frame.ts";
import { userFileFrame } from "../user-file/frame.ts";
import { readHeader } from "./header.ts";
import { checkTrailer } from "./trailer.ts";

/** ZHD … ZPT: flows of the Data Transfer Catalogue, lines with or without a last pipe, with a checksum. */
export const poolFrame: Frame = {
  ...userFileFrame,
  family: "pool",
  header: "ZHD",
  rules: familyRules.pool,
  closedLines: false,
  checksum: true,
  readHeader,
  checkTrailer,
};
