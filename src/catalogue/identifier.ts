import type { SubjectKind } from "../core/file/document.ts";
import { hasRightCheckDigit } from "./mpan.ts";

/** What a message may be about. */
export interface SubjectKinds {
  readonly kind: SubjectKind;
  readonly otherwise: SubjectKind;
}

/** What a text identifies: `kind` when it is 13 digits, else `otherwise`. Most have one kind for both. */
export function subjectKindOf({ kind, otherwise }: SubjectKinds, text: string): SubjectKind {
  return /^\d{13}$/.test(text) ? kind : otherwise;
}

/** What a message may be about, in words: `mpan`, or `mpan or mprn`. */
export function kindsText({ kind, otherwise }: SubjectKinds): string {
  return kind === otherwise ? kind : `${kind} or ${otherwise}`;
}

/** What is wrong with the identifier that says what a message is about. */
export type IdentifierFault = "SPOILT_IDENTIFIER" | "NO_METER_POINT" | "SUBJECT_CHECK_DIGIT";

/** A number as spreadsheets show a long one, such as `9.90001E+12`. */
const exponent = /^[+-]?\d(?:[.,]\d+)?E[+-]?\d\d+$/i;
/** A whole number that a program took for one with decimals, such as `9900012045006.0`. */
const decimals = /^\d{4,}[.,]0+$/;
/** A formula, or a text that was kept from being a number: `="9900012045006"`, `'9900012045006`. */
const marked = /^(?:=|['\u2018\u2019])/;
/** What is in a cell whose value cannot be shown. */
const noValue = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!|#+)$/;
/** Blanks other than plain ones, and signs that take no room: people see nothing of them. */
const unseen = /[\p{Cf}\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/u;

/**
 * Whether the text looks as a spreadsheet leaves an identifier that it took for a number or a formula, or
 * holds what nobody sees: keyed by it, a process of its own would be opened beside the true one.
 */
export function isSpoilt(text: string): boolean {
  return (
    exponent.test(text) ||
    decimals.test(text) ||
    marked.test(text) ||
    noValue.test(text) ||
    unseen.test(text)
  );
}

/**
 * What is wrong with an identifier of a kind; null when nothing is, or nothing can be known. An MPAN core
 * has 13 digits, of which the last is a check digit. An MPRN, which keys a gas meter point, has 6 to 10
 * digits and no check digit that old ones keep to.
 */
export function identifierFault(kind: SubjectKind, text: string): IdentifierFault | null {
  if (kind === "mpan" && hasRightCheckDigit(text)) return null;
  // Digits alone are not spoilt.
  if (!/^\d+$/.test(text) && isSpoilt(text)) return "SPOILT_IDENTIFIER";
  if (kind === "mprn") return /^\d{6,10}$/.test(text) ? null : "NO_METER_POINT";
  if (kind !== "mpan") return null;
  if (!/^\d{13}$/.test(text)) return "NO_METER_POINT";
  return hasRightCheckDigit(text) ? null : "SUBJECT_CHECK_DIGIT";
}

/** What is wrong with it and what to do, to follow a name of the field and its value. */
export function sayIdentifier(fault: IdentifierFault, kind: SubjectKind | null): string {
  switch (fault) {
    case "SPOILT_IDENTIFIER":
      return "is no identifier as its sender has it: a spreadsheet such as Excel took it for a number or a formula, or it holds blanks or signs that cannot be seen; ask the sender for the file with that column as text";
    case "NO_METER_POINT":
      return kind === "mprn"
        ? "is neither the 13 digits of an MPAN core nor the 6 to 10 digits of a gas meter point; ask the sender to correct it"
        : "is not the 13 digits of an MPAN core; ask the sender to correct it";
    case "SUBJECT_CHECK_DIGIT":
      return "is not 13 digits with the right check digit at the end; look whether it is mistyped (the flow's setting `checkDigits: advisory` takes made-up ones)";
  }
}
