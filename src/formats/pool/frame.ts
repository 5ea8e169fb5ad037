import { countAndChecksum } from "../tree/check/record-count.ts";
import type { Frame } from "../tree/read/frame.ts";
import { headerValue } from "../tree/read/header-value.ts";
import { userFileFrame } from "../user-file/frame.ts";
import { isFlowReference, longHeader, readPoolHeader, shortHeader } from "./header.ts";
import { poolRow } from "./row.ts";
import { checkPoolTrailer, poolCount, poolTrailer } from "./trailer.ts";

/** ZHD … ZPT: flows of the Data Transfer Catalogue, lines with or without a last pipe, with a checksum. */
export const poolFrame: Frame = {
  ...userFileFrame,
  family: "pool",
  row: poolRow,
  header: "ZHD",
  closedLines: false,
  usuallyClosed: false,
  checksum: true,
  // Files about performance (PARMS), which suppliers send to the pool: BSCP533 describes them.
  undescribed: /^P\d{7}$/,
  readHeader: readPoolHeader,
  /** A layout may say `long`; else the shape is that which has room for what the envelope says. */
  headerLine: (envelope, { shape }) => {
    const long = envelope.fileIdentifier !== null || envelope.testFlag !== null;
    return shape === "long" || long ? longHeader : shortHeader;
  },
  headerShape: ([, first = ""], { testFlag, fileIdentifier }) => {
    const usuallyLong = fileIdentifier !== null || testFlag !== null;
    return isFlowReference(first) || usuallyLong ? {} : { shape: "long" };
  },
  headerValue,
  checkTrailer: checkPoolTrailer,
  trailerLine: poolTrailer,
  trailerValue: (key, made) => countAndChecksum(key, made, poolCount),
};
