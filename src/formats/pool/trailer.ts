import type { Envelope } from "../../core/file/envelope.ts";
import type { TreeFindings } from "../tree/check/findings.ts";
import { type CountField, checkChecksum, checkRecordCount } from "../tree/check/record-count.ts";
import type { Counted } from "../tree/read/frame.ts";
import type { Line } from "../tree/read/lines/line.ts";
import { checkEnvelopeLine, type EnvelopeLine } from "../tree/write/envelope-line.ts";

/** A ZPT line of a pool file (DTC items J1130 and J1078). */
export const poolTrailer: EnvelopeLine = {
  what: "trailer",
  code: "ZPT",
  fields: [
    {
      key: "recordCount",
      name: "File record count (J1130)",
      length: 10,
      required: true,
      kind: "number",
    },
    { key: "checksum", name: "Checksum (J1078)", length: 10, required: true, kind: "number" },
  ],
  closed: "free",
};

/** Where a trailer has its count. */
export const poolCount: CountField = {
  group: "ZPT",
  index: 1,
  key: "recordCount",
  name: "File record count (J1130)",
  digits: 10,
};

/** Holds a ZPT line against what was counted, and its checksum against that of the records. */
export function checkPoolTrailer(
  line: Line,
  _envelope: Envelope | null,
  counted: Counted,
  findings: TreeFindings,
): void {
  checkEnvelopeLine(line, poolTrailer, findings);
  checkRecordCount(line, poolCount, counted, findings);
  checkChecksum(line, 2, "ZPT", counted, findings);
}
