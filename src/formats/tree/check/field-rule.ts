import type { FieldDefinition } from "../../../catalogue/definition.ts";
import { identifierFault } from "../../../catalogue/identifier.ts";
import { hasRightCheckDigit } from "../../../catalogue/mpan.ts";
import type { SubjectKind } from "../../../core/file/document.ts";
import type { ProblemCode } from "../../problem-codes.ts";
import { noBytes } from "../read/lines/line.ts";
import { checkBoolean, checkDate, checkDateTime, checkNumber, checkTime } from "../read/values.ts";

/** What kinds of format are called inside a rule: numbers, since a switch over them is a jump. */
export const kinds = {
  text: 0,
  number: 1,
  date: 2,
  datetime: 3,
  time: 4,
  boolean: 5,
  any: 6,
} as const;

/** A field prepared for checking. */
export interface FieldRule {
  readonly kind: number;
  /** Characters of a text, digits of a number. */
  readonly length: number;
  readonly decimals: number;
  readonly signed: boolean;
  readonly required: boolean;
  readonly unused: boolean;
  /** Its text is an MPAN core, which has a check digit. */
  readonly mpan: boolean;
  /** What its text keys where it says what a message is about; null for any other field. */
  readonly subject: SubjectKind | null;
  readonly codes: ReadonlySet<string> | null;
  /** The listed codes of one character, by character; null when some are longer. */
  readonly letters: Uint8Array | null;
}

/** Items that are MPAN cores: the core itself, the metering system id, the two related cores. */
const mpanItems: ReadonlySet<string | null> = new Set([
  "J0003",
  "J0083",
  "J1813",
  "J2243",
  "J2244",
]);

/** Prepares a field for checking. */
export function ruleFor(field: FieldDefinition, subject: SubjectKind | null): FieldRule {
  const { format } = field;
  const codes = format.kind === "boolean" || field.codes === null ? null : listed(field);
  return {
    kind: kinds[format.kind],
    length: format.kind === "text" ? format.length : format.kind === "number" ? format.digits : 0,
    decimals: format.kind === "number" ? format.decimals : 0,
    signed: format.kind === "number" && format.signed,
    required: field.required,
    unused: field.unused,
    mpan: mpanItems.has(field.item),
    subject,
    codes,
    letters: codes === null ? null : lettersOf(codes),
  };
}

/** Numbers are compared without leading zeros: profile class 3 is sent as `3` and as `03`. */
function listed(field: FieldDefinition): ReadonlySet<string> {
  const strip = field.format.kind === "number";
  return new Set(field.codes?.map((code) => (strip ? withoutZeros(code) : code)));
}

function withoutZeros(text: string): string {
  return text.replace(/^0+(?=\d)/, "");
}

function lettersOf(codes: ReadonlySet<string>): Uint8Array | null {
  const letters = new Uint8Array(256);
  for (const code of codes) {
    if (code.length !== 1 || code.charCodeAt(0) > 0xff) return null;
    letters[code.charCodeAt(0)] = 1;
  }
  return letters;
}

/** Whether the value has the format of its field: the code of what is wrong, or null. */
export function checkFormat(
  rule: FieldRule,
  bytes: Buffer,
  start: number,
  end: number,
): ProblemCode | null {
  switch (rule.kind) {
    case kinds.text:
      return end - start > rule.length ? "TOO_LONG" : null;
    case kinds.number:
      return checkNumber(bytes, start, end, rule.length, rule.decimals, rule.signed);
    case kinds.date:
      return checkDate(bytes, start, end);
    case kinds.datetime:
      return checkDateTime(bytes, start, end);
    case kinds.time:
      return checkTime(bytes, start, end);
    case kinds.boolean:
      return checkBoolean(bytes, start, end);
    default:
      return null;
  }
}

/** Bytes seen as a text, without making one. */
class TextView {
  length = 0;
  #bytes: Buffer = noBytes;
  #start = 0;

  of(bytes: Buffer, start: number, end: number): this {
    this.#bytes = bytes;
    this.#start = start;
    this.length = end - start;
    return this;
  }

  charCodeAt(index: number): number {
    return this.#bytes[this.#start + index] ?? Number.NaN;
  }
}

const digits = new TextView();

/** Whether a text can say what a message is about: the code of what is wrong, or null. A right MPAN core makes no text. */
export function checkSubject(
  kind: SubjectKind,
  bytes: Buffer,
  start: number,
  end: number,
): ProblemCode | null {
  if (kind === "mpan" && hasRightCheckDigit(digits.of(bytes, start, end))) return null;
  return identifierFault(kind, bytes.toString("latin1", start, end));
}

/** What is wrong with, or worth a warning about, a value of the right format: the code, or null. */
export function checkMeaning(
  rule: FieldRule,
  bytes: Buffer,
  start: number,
  end: number,
): ProblemCode | null {
  if (rule.subject !== null) {
    const fault = checkSubject(rule.subject, bytes, start, end);
    if (fault !== null) return fault;
  } else if (rule.mpan && !hasRightCheckDigit(digits.of(bytes, start, end)))
    return "MPAN_CHECK_DIGIT";
  if (rule.codes === null) return null;
  if (rule.letters !== null && end - start === 1)
    return rule.letters[bytes[start] ?? 0] === 1 ? null : "UNLISTED_CODE";
  const text = bytes.toString("latin1", start, end);
  const value = rule.kind === kinds.number ? withoutZeros(text) : text;
  return rule.codes.has(value) ? null : "UNLISTED_CODE";
}
