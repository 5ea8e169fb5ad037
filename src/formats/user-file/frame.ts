import { madeCount } from "../tree/check/record-count.ts";
import type { Frame, Made } from "../tree/read/frame.ts";
import { headerValue } from "../tree/read/header-value.ts";
import { pipe } from "../tree/read/lines/line.ts";
import { readUserFileHeader, userFileHeader } from "./header.ts";
import { userFileRow } from "./row.ts";
import { checkUserFileTrailer, userFileCount, userFileTrailer } from "./trailer.ts";

/** ZHV … ZPT: lines of pipe-terminated fields. */
export const userFileFrame: Frame = {
  family: "user-file",
  families: new Set(["user-file", "pool"]),
  row: userFileRow,
  zone: "Europe/London",
  header: "ZHV",
  trailer: "ZPT",
  delimiter: pipe,
  split: (line) => line.split("|"),
  quoted: false,
  closedLines: true,
  usuallyClosed: true,
  versioned: () => true,
  strict: [],
  undescribed: null,
  checksum: false,
  readHeader: readUserFileHeader,
  headerLine: () => userFileHeader,
  headerShape: () => ({}),
  headerValue,
  checkTrailer: checkUserFileTrailer,
  trailerLine: userFileTrailer,
  trailerValue,
};

/** Flows are counted by the first group (J1066); the checksum (J1078) is left empty, as everybody does. */
function trailerValue(key: string, made: Made): string {
  const { firstGroups, envelope } = made;
  switch (key) {
    case "fileIdentifier":
      return envelope.fileIdentifier ?? "";
    case "groupCount":
      return madeCount(made, "groups", userFileCount);
    case "flowCount":
      return String(firstGroups);
    case "completed":
      return envelope.created ?? "";
    default:
      return "";
  }
}
