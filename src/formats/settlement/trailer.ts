import type { Envelope } from "../../core/file/envelope.ts";
import type { TreeFindings } from "../tree/check/findings.ts";
import { type CountField, checkChecksum, checkRecordCount } from "../tree/check/record-count.ts";
import type { Counted } from "../tree/read/frame.ts";
import type { Line } from "../tree/read/lines/line.ts";
import { checkEnvelopeLine, type EnvelopeLine } from "../tree/write/envelope-line.ts";
import { responseFlow } from "./header.ts";

/** A ZZZ line (NETA Interface Definition and Design, part 1, section 2.2). */
export const settlementTrailer: EnvelopeLine = {
  what: "trailer",
  code: "ZZZ",
  fields: [
    { key: "recordCount", name: "Record count", length: 10, required: true, kind: "number" },
    { key: "checksum", name: "Checksum", length: 10, required: true, kind: "number" },
  ],
  closed: "error",
};

/** Where a trailer has its count. */
export const settlementCount: CountField = {
  group: "ZZZ",
  index: 1,
  key: "recordCount",
  name: "Record count",
  digits: 10,
};

/** Holds a ZZZ line against what was counted, and its checksum against that of the records. */
export function checkSettlementTrailer(
  line: Line,
  envelope: Envelope | null,
  counted: Counted,
  findings: TreeFindings,
): void {
  checkEnvelopeLine(line, settlementTrailer, findings);
  if (envelope?.flow === responseFlow && counted.groups === 0)
    findings.find(
      false,
      "MISSING_GROUP",
      () => ({ line: line.number, group: "ADT" }),
      () =>
        "A response must have at least one group ADT, which says what became of a file, and has none; ask the sender for the whole file.",
    );
  checkRecordCount(line, settlementCount, counted, findings);
  checkChecksum(line, 2, "ZZZ", counted, findings);
}
