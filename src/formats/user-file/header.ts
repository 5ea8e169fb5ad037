import type { Envelope } from "../../core/envelope.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { onlyEmptyAfter } from "../tree/field-check.ts";
import type { Findings } from "../tree/findings.ts";
import type { Line } from "../tree/line.ts";
import { checkDateTime } from "../tree/values.ts";

/** Fields of a header after its code ZHV (Elexon P116 requirements specification, page 8). */
const headerFields = [
  { key: "fileIdentifier", name: "File identifier (J1064)", length: 10, required: true },
  { key: "flow", name: "Flow reference and version (J0937)", length: 8, required: true },
  { key: "fromRole", name: "From role (J0934)", length: 1, required: true },
  { key: "fromParticipant", name: "From participant (J0938)", length: 4, required: true },
  { key: "toRole", name: "To role (J0935)", length: 1, required: true },
  { key: "toParticipant", name: "To participant (J0939)", length: 4, required: true },
  { key: "created", name: "File creation time (J0280)", length: 14, required: true },
  { key: "sendingApplication", name: "Sending application (J1060)", length: 5, required: false },
  {
    key: "receivingApplication",
    name: "Receiving application (J1061)",
    length: 5,
    required: false,
  },
  { key: "broadcast", name: "Broadcast (J1062)", length: 1, required: false },
  { key: "testFlag", name: "Test data flag (J1063)", length: 4, required: false },
] as const;

/** Reads a ZHV line; null when it does not even name its flow. */
export function readHeader(line: Line, findings: Findings): Envelope | null {
  checkHeader(line, findings);
  const text = (index: number) => line.field(index) || null;
  const reference = line.field(2);
  if (reference === "") return null;
  const { flow, version } = splitReference(reference);
  return {
    family: "user-file",
    flow,
    version,
    fileIdentifier: text(1),
    from: { role: text(3), participant: text(4) },
    to: { role: text(5), participant: text(6) },
    created: text(7),
    testFlag: text(11),
  };
}

/** `D0010002` is version 002 of D0010. */
function splitReference(reference: string): { flow: string; version: string | null } {
  const match = /^([A-Z]\d{4})(\d{3})$/.exec(reference);
  return { flow: match?.[1] ?? reference, version: match?.[2] ?? null };
}

function checkHeader(line: Line, findings: Findings): void {
  const add = (code: ProblemCode, field: string | null, value: string | null, say: string) =>
    findings.find(
      false,
      code,
      () => ({ line: line.number, group: "ZHV", field, value }),
      () => say,
    );
  const right = headerFields.length;
  if (line.count - 1 > right && onlyEmptyAfter(line, right))
    add(
      "EXTRA_EMPTY_FIELDS",
      null,
      String(line.count),
      "The header has more than its 12 fields; the ones to spare are empty and ignored.",
    );
  else if (line.count - 1 !== right)
    add(
      "HEADER_FIELD_COUNT",
      null,
      String(line.count),
      `The header has ${line.count} fields, ZHV included, where 12 would be right; ask the sender to correct the file.`,
    );
  else if (!line.terminated)
    add(
      "NO_FINAL_PIPE",
      null,
      null,
      "The header ends without the pipe that closes its last field; nothing seems to be lost.",
    );
  for (const [index, { key, name, length, required }] of headerFields.entries()) {
    const value = line.field(index + 1);
    if (value === "") {
      if (required)
        add(
          "MISSING_VALUE",
          key,
          null,
          `${name} is empty and must have a value; ask the sender for it.`,
        );
    } else if (key === "created") checkTime(line, index + 1, name, add);
    else if (value.length > length)
      add(
        "TOO_LONG",
        key,
        value,
        `${name} is ${value.length} characters long where ${length} are allowed; ask the sender to correct it.`,
      );
  }
  if (line.odd) checkCharacters(line, add);
}

type Add = (code: ProblemCode, field: string | null, value: string | null, say: string) => void;

function checkTime(line: Line, index: number, name: string, add: Add): void {
  const start = line.fieldStart(index);
  if (checkDateTime(line.bytes, start, line.ends[index] ?? start) === null) return;
  const value = line.field(index);
  add(
    "ENVELOPE_TIME",
    "created",
    value,
    `${name} is not a real day and time as ccyymmddhhmmss; the time the file was first seen is taken instead.`,
  );
}

function checkCharacters(line: Line, add: Add): void {
  for (const [index, { key, name }] of headerFields.entries()) {
    const value = line.field(index + 1);
    for (const character of value) {
      const code = character.charCodeAt(0);
      if (code >= 0x20 && code < 0x7f) continue;
      if (code < 0x80)
        add(
          "CONTROL_CHARACTER",
          key,
          value,
          `${name} has a control character in it (shown as \\x and two digits); ask the sender to correct the file.`,
        );
      else
        add(
          "HIGH_CHARACTER",
          key,
          value,
          `${name} has characters outside plain ASCII; they are read as Latin-1.`,
        );
      break;
    }
  }
}
