import type { Envelope } from "../../core/file/envelope.ts";
import { printable } from "../printable.ts";
import type { TreeFindings } from "../tree/check/findings.ts";
import { type CountField, checkRecordCount } from "../tree/check/record-count.ts";
import type { Counted } from "../tree/read/frame.ts";
import type { Line } from "../tree/read/lines/line.ts";
import { addTo, checkEnvelopeLine, type EnvelopeLine } from "../tree/write/envelope-line.ts";

/** A ZPT line of User File Format. Its checksum (J1078) is opaque. */
export const userFileTrailer: EnvelopeLine = {
  what: "trailer",
  code: "ZPT",
  fields: [
    {
      key: "fileIdentifier",
      name: "The trailer's file identifier (J1064)",
      length: 10,
      required: true,
    },
    { key: "groupCount", name: "Group count (J1067)", length: 10, required: true, kind: "number" },
    { key: "checksum", name: "Checksum (J1078)", length: 10, required: false },
    { key: "flowCount", name: "Flow count (J1066)", length: 10, required: false },
    {
      key: "completed",
      name: "Completion time (J1065)",
      length: 14,
      required: false,
      kind: "datetime",
    },
  ],
  closed: "error",
};

/** Where a trailer has its count. */
export const userFileCount: CountField = {
  group: "ZPT",
  index: 2,
  key: "groupCount",
  name: "Group count (J1067)",
  digits: 10,
};

/** Holds a ZPT line against the header and against what was counted. */
export function checkUserFileTrailer(
  line: Line,
  envelope: Envelope | null,
  counted: Counted,
  findings: TreeFindings,
): void {
  checkEnvelopeLine(line, userFileTrailer, findings);
  checkIdentifier(line, envelope, findings);
  checkRecordCount(line, userFileCount, counted, findings);
  if (counted.known) checkFlowCount(line, counted, findings);
}

function checkIdentifier(line: Line, envelope: Envelope | null, findings: TreeFindings): void {
  const identifier = line.field(1);
  const expected = envelope?.fileIdentifier ?? null;
  if (identifier === "" || expected === null || identifier === expected) return;
  addTo(findings, line, "ZPT")(
    "FILE_IDENTIFIER_DIFFERS",
    "fileIdentifier",
    identifier,
    `The trailer belongs to file ${printable(identifier)}, the header to file ${printable(expected)}: two files may have run into one; ask the sender for both.`,
  );
}

/**
 * One flow is one occurrence of the first group (J1066); some senders count messages instead. Others
 * are known to count wrongly, so it is only a warning.
 */
function checkFlowCount(line: Line, counted: Counted, findings: TreeFindings): void {
  const text = line.field(4);
  if (text === "" || counted.groups === 0) return;
  const { firstGroups, messages } = counted;
  if (/^\d+$/.test(text) && [firstGroups, messages].includes(Number(text))) return;
  addTo(findings, line, "ZPT")(
    "FLOW_COUNT",
    "flowCount",
    text,
    `The trailer counts "${text}" flows and the file has ${firstGroups}; the group count decides, so this is only noted.`,
  );
}
