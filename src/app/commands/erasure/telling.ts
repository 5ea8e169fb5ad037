import type { ErasedValue } from "../../../formats/erase/erase-file.ts";

const email = /^[^\s@]+@[^\s@]+$/;
const telephone = /^\+?[\d\s()-]+$/;
const day = /^\d{4}-\d\d-\d\d|^\d\d-\d\d-\d{4}/;
const leastOfTelephone = 9;
const nameOfName = /name/i;
const nameOfPlace = /town|city|county|country|region|post_?code/i;

const amountOrDay = /^[\d\s.,:+/-]*$/;

/** A text that no list of codes has, and neither an amount nor a day. */
export function isWords({ from, field }: ErasedValue): boolean {
  return field.kind === "text" && field.codes === null && !amountOrDay.test(from);
}

/** An e-mail address or a telephone number. */
export function isReach({ from, field }: ErasedValue): boolean {
  if (field.kind !== "text" || field.codes !== null) return false;
  const text = from.trim();
  if (email.test(text)) return true;
  const digits = text.replace(/\D/g, "").length;
  return telephone.test(text) && !day.test(text) && digits >= leastOfTelephone;
}

/** Several words: hardly ever there by chance. */
export function isSeveralWords(value: ErasedValue): boolean {
  return isWords(value) && wordsOf(value.from) > 1;
}

/**
 * What tells somebody from all others wherever it is: how to reach them, a full name, a line of an address. A town
 * or a county, of several words too, is everybody's.
 */
export function tellsAnywhere(value: ErasedValue): boolean {
  if (isReach(value)) return true;
  const { name, from } = value;
  if (!isSeveralWords(value) || nameOfPlace.test(name)) return false;
  return nameOfName.test(name) || /\d/.test(from) || wordsOf(from) > 2;
}

function wordsOf(text: string): number {
  return text.split(/\s+/).filter((one) => /[\p{L}\p{N}]/u.test(one)).length;
}
