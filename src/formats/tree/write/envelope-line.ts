import type { ProblemCode } from "../../problem-codes.ts";
import { hasControl, hasHigh, onlyEmptyAfter } from "../check/field-check.ts";
import type { TreeFindings } from "../check/findings.ts";
import { sayHigh } from "../check/say-high.ts";
import type { Line } from "../read/lines/line.ts";
import { checkDate, checkDateTime, checkNumber, checkTime } from "../read/values.ts";

/** A field of a header or trailer. */
export interface EnvelopeField {
  readonly key: string;
  /** As people know it, e.g. `File identifier (J1064)`. */
  readonly name: string;
  /** Most characters. */
  readonly length: number;
  readonly required: boolean;
  /** What its text must be, beside short enough; a time that is none is only noted. */
  readonly kind?: "number" | "date" | "time" | "datetime";
  /** The texts it may be. */
  readonly codes?: readonly string[];
}

/** What a header or trailer must look like. */
export interface EnvelopeLine {
  readonly what: "header" | "trailer";
  /** Its record code, e.g. `ZHV`. */
  readonly code: string;
  readonly fields: readonly EnvelopeField[];
  /** A line that ends without its last delimiter: an error, noted, or as good as one with it. */
  readonly closed: "error" | "noted" | "free";
  /** Fields may follow those listed. */
  readonly open?: true;
}

/** What a layout calls a field after those listed, counted from 1 behind the code. */
export function furtherKey(position: number): string {
  return `field${position}`;
}

/** Adds a problem of the line; `say` is given whether what is usually a warning is an error here. */
export type Add = (
  code: ProblemCode,
  field: string | null,
  value: string | null,
  say: string | ((raised: boolean) => string),
) => void;

/** Adds problems of one header or trailer line. */
export function addTo(findings: TreeFindings, line: Line, group: string): Add {
  return (code, field, value, say) =>
    findings.find(
      false,
      code,
      () => ({ line: line.number, group, field, value }),
      (raised) => (typeof say === "string" ? say : say(raised)),
    );
}

/** Checks how many fields a header or trailer has, and each of them. */
export function checkEnvelopeLine(line: Line, rule: EnvelopeLine, findings: TreeFindings): void {
  const { fields } = rule;
  const add = addTo(findings, line, rule.code);
  if (!line.cut && (!line.terminated || line.count - 1 !== fields.length))
    checkShape(line, rule, add);
  // Of a line that is too long, the last field that was read is not whole, and nobody knows those after it.
  const whole = line.cut ? line.count - 1 : Number.POSITIVE_INFINITY;
  let index = 0;
  for (const field of fields) {
    index += 1;
    if (index >= whole) break;
    const start = line.fieldStart(index);
    const end = index < line.count ? (line.ends[index] ?? start) : start;
    if (end > start ? isFaulty(line, start, end, field) : field.required)
      sayFault(line.field(index), field, add);
  }
  if (line.odd) checkCharacters(line, rule, add);
}

function checkShape(
  line: Line,
  { what, code, fields, closed, open }: EnvelopeLine,
  add: Add,
): void {
  const right = fields.length;
  const found = line.count - 1;
  if (!line.terminated) sayOpen(what, closed, found >= right, add);
  // Without a last delimiter, what looks like one is before an empty last field.
  const emptyLast = closed === "free" && line.terminated && found === right - 1;
  if (found === right || emptyLast || (open === true && found > right)) return;
  if (found > right && onlyEmptyAfter(line, right))
    add(
      "EXTRA_EMPTY_FIELDS",
      null,
      String(line.count),
      `The ${what} has more than its ${right + 1} fields; the ones to spare are empty and ignored.`,
    );
  else
    add(
      what === "header" ? "HEADER_FIELD_COUNT" : "TRAILER_FIELD_COUNT",
      null,
      String(line.count),
      `The ${what} has ${line.count} field${line.count === 1 ? "" : "s"}, ${code} included, where ${right + 1} would be right; ask the sender to correct the file.`,
    );
}

function sayOpen(
  what: EnvelopeLine["what"],
  closed: EnvelopeLine["closed"],
  enough: boolean,
  add: Add,
): void {
  if (closed === "error")
    add(
      "TRAILER_NO_FINAL_PIPE",
      null,
      null,
      `The ${what} does not end with a pipe, so the file may be cut short; ask the sender for the whole file.`,
    );
  else if (closed === "noted" && enough)
    add(
      "NO_FINAL_PIPE",
      null,
      null,
      `The ${what} ends without the pipe that closes its last field; nothing seems to be lost.`,
    );
}

/** Whether a filled field is not what it must be. */
function isFaulty(line: Line, start: number, end: number, field: EnvelopeField): boolean {
  const { length, kind, codes } = field;
  if (kind === "number") return checkNumber(line.bytes, start, end, length, 0, false) !== null;
  if (kind !== undefined) return times[kind].check(line.bytes, start, end) !== null;
  if (end - start > length) return true;
  return codes !== undefined && !codes.includes(line.bytes.toString("latin1", start, end));
}

function sayFault(
  value: string,
  { key, name, length, kind, codes }: EnvelopeField,
  add: Add,
): void {
  const ask = "ask the sender to correct it";
  if (value === "")
    add(
      "MISSING_VALUE",
      key,
      null,
      `${name} is empty and must have a value; ask the sender for it.`,
    );
  else if (kind !== undefined && kind !== "number") {
    const instead =
      key === "created" ? "the time the file was first seen is taken instead" : "it is not used";
    add(
      "ENVELOPE_TIME",
      key,
      value,
      (raised) => `${name} is not a real ${times[kind].say}; ${raised ? ask : instead}.`,
    );
  } else if (value.length > length)
    add(
      "TOO_LONG",
      key,
      value,
      `${name} is ${value.length} characters long where ${length} ${length === 1 ? "is" : "are"} allowed; ${ask}.`,
    );
  else if (kind === "number")
    add("BAD_NUMBER", key, value, `${name} is not a number of up to ${length} digits; ${ask}.`);
  else add("ENVELOPE_VALUE", key, value, `${name} must be ${codes?.join(" or ")}; ${ask}.`);
}

/** Whether a field is not a whole number of up to so many digits. */
export function isNoNumber(line: Line, index: number, digits: number): boolean {
  const end = line.ends[index] ?? 0;
  return checkNumber(line.bytes, line.fieldStart(index), end, digits, 0, false) !== null;
}

/** Whether bytes are the real day or time that a field must be. */
export function isRightTime(
  kind: keyof typeof times,
  bytes: Buffer,
  start: number,
  end: number,
): boolean {
  return times[kind].check(bytes, start, end) === null;
}

const times = {
  date: { check: checkDate, say: "day as ccyymmdd" },
  time: { check: checkTime, say: "time of day as hhmmss" },
  datetime: { check: checkDateTime, say: "day and time as ccyymmddhhmmss" },
} as const;

function checkCharacters(line: Line, { what, fields }: EnvelopeLine, add: Add): void {
  for (let index = 1; index < line.count; index += 1) {
    const { key = null, name = `Field ${index} of the ${what}` } = fields[index - 1] ?? {};
    const value = line.field(index);
    if (value.includes("\r"))
      add(
        "CONTROL_CHARACTER",
        key,
        value,
        `${name} has a carriage return in it: lines must end with a line feed, or with both, not with a carriage return alone; ask the sender for the file with such line ends.`,
      );
    else if (hasControl(value))
      add(
        "CONTROL_CHARACTER",
        key,
        value,
        `${name} has a control character in it (shown as \\t or its number, \\u{7f}); ask the sender to correct the file.`,
      );
    else if (hasHigh(value))
      add(
        "HIGH_CHARACTER",
        key,
        value,
        (raised) => `${name} has characters outside plain ASCII; ${sayHigh(raised)}.`,
      );
  }
}
