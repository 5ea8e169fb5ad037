import type { Envelope } from "../../core/envelope.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { onlyEmptyAfter } from "../tree/field-check.ts";
import type { Findings } from "../tree/findings.ts";
import type { Counted } from "../tree/frame.ts";
import type { Line } from "../tree/line.ts";
import { checkDateTime, checkNumber } from "../tree/values.ts";

/** Fields of a trailer after its code ZPT. */
const trailerFields = 5;
/** The trailer has room for ten digits of the group count: of a larger one the last ten are sent (J1067). */
const countLimit = 10 ** 10;

/** Holds a ZPT line against the header and against what was counted. The checksum (J1078) is opaque. */
export function checkTrailer(
  line: Line,
  envelope: Envelope | null,
  counted: Counted,
  findings: Findings,
): void {
  const add: Add = (code, field, value, say) =>
    findings.find(
      false,
      code,
      () => ({ line: line.number, group: "ZPT", field, value }),
      () => say,
    );
  checkShape(line, add);
  checkIdentifier(line, envelope, add);
  checkGroupCount(line, counted.groups, add);
  if (counted.known) checkFlowCount(line, counted, add);
  const time = line.field(5);
  const start = line.fieldStart(5);
  if (time !== "" && checkDateTime(line.bytes, start, start + time.length) !== null)
    add(
      "ENVELOPE_TIME",
      "completed",
      time,
      "The completion time (J1065) is not a real day and time as ccyymmddhhmmss; it is not used.",
    );
}

type Add = (code: ProblemCode, field: string | null, value: string | null, say: string) => void;

function checkShape(line: Line, add: Add): void {
  const found = line.count - 1;
  if (!line.terminated)
    add(
      "TRAILER_NO_FINAL_PIPE",
      null,
      null,
      "The trailer does not end with a pipe, so the file may be cut short; ask the sender for the whole file.",
    );
  if (found > trailerFields && onlyEmptyAfter(line, trailerFields))
    add(
      "EXTRA_EMPTY_FIELDS",
      null,
      String(line.count),
      "The trailer has more than its 6 fields; the ones to spare are empty and ignored.",
    );
  else if (found !== trailerFields)
    add(
      "TRAILER_FIELD_COUNT",
      null,
      String(line.count),
      `The trailer has ${line.count} fields, ZPT included, where 6 would be right; ask the sender to correct the file.`,
    );
}

function checkIdentifier(line: Line, envelope: Envelope | null, add: Add): void {
  const identifier = line.field(1);
  const expected = envelope?.fileIdentifier ?? null;
  if (identifier === "")
    add(
      "MISSING_VALUE",
      "fileIdentifier",
      null,
      "The file identifier (J1064) of the trailer is empty; it has to repeat the header's.",
    );
  else if (expected !== null && identifier !== expected)
    add(
      "FILE_IDENTIFIER_DIFFERS",
      "fileIdentifier",
      identifier,
      `The trailer belongs to file ${identifier}, the header to file ${expected}: two files may have run into one; ask the sender for both.`,
    );
}

function checkGroupCount(line: Line, groups: number, add: Add): void {
  const text = line.field(2);
  const start = line.fieldStart(2);
  if (text === "")
    add(
      "MISSING_VALUE",
      "groupCount",
      null,
      "The group count (J1067) of the trailer is empty, so nobody can tell whether the file is whole; ask the sender for it.",
    );
  else if (checkNumber(line.bytes, start, start + text.length, 10, 0, false) !== null)
    add(
      "BAD_NUMBER",
      "groupCount",
      text,
      "The group count (J1067) of the trailer is not a number of up to 10 digits; ask the sender to correct it.",
    );
  else if (Number(text) !== groups % countLimit)
    add(
      "GROUP_COUNT",
      "groupCount",
      text,
      `The trailer counts ${Number(text)} groups and the file has ${groups}: lines are missing or too many; ask the sender for the whole file.`,
    );
}

/**
 * One flow is one occurrence of the first group (J1066); some senders count messages instead. Others
 * are known to count wrongly, so it is only a warning.
 */
function checkFlowCount(line: Line, counted: Counted, add: Add): void {
  const text = line.field(4);
  if (text === "" || counted.groups === 0) return;
  const { firstGroups, messages } = counted;
  if (/^\d+$/.test(text) && [firstGroups, messages].includes(Number(text))) return;
  add(
    "FLOW_COUNT",
    "flowCount",
    text,
    `The trailer counts "${text}" flows and the file has ${firstGroups}; the group count decides, so this is only noted.`,
  );
}
