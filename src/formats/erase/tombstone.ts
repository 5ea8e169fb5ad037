/** What a value is, as far as it settles what may be in its place. */
export type PersonalKind = "text" | "digits" | "date" | "boolean";

/** A field whose values say something of persons. */
export interface PersonalField {
  readonly kind: PersonalKind;
  /** Its values, where it has a list of them. */
  readonly codes: readonly string[] | null;
}

const backslash = 0x5c;
const firstDay = "19500101000000";
const dayFirst = "01011950";

/**
 * What replaces a value, as bytes of the same number, so that nothing after it moves: `x` for letters, `0`
 * for digits, and everything else as it was. Where only certain values can be read, one of these: the first code of
 * that length, the first day that files can name, `F`. An escape of JSON (`\u00e9`, `\"`) has no escape left in it.
 */
export function tombstone(value: Uint8Array, { kind, codes }: PersonalField): Buffer {
  const text = Buffer.from(value).toString("latin1");
  const code = codes?.find((one) => Buffer.byteLength(one) === value.length);
  if (code !== undefined) return Buffer.from(code);
  if (kind === "boolean") return Buffer.from(text === "T" ? "F" : text === "t" ? "f" : text);
  if (kind === "date") return Buffer.from(firstDayLike(text), "latin1");
  if (kind === "digits") return Buffer.from(text.replace(/\d/g, "1"), "latin1");
  const made = Buffer.from(value);
  for (let at = 0; at < made.length; at += 1) {
    const byte = made[at] ?? 0;
    if (byte === backslash && at + 1 < made.length) {
      made.write("xx", at, "latin1");
      at += 1;
    } else made[at] = plain(byte);
  }
  return made;
}

/** What replaces a text, of whatever length it is as bytes. */
export function tombstoneText(value: string, field: PersonalField): string {
  return tombstone(Buffer.from(value), field).toString("latin1");
}

function plain(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return 0x30;
  if (byte >= 0x41 && byte <= 0x5a) return 0x58;
  return (byte >= 0x61 && byte <= 0x7a) || byte >= 0x80 ? 0x78 : byte;
}

/** The first day in the layout of a day or moment: the year first or last, in whatever else is between. */
function firstDayLike(text: string): string {
  const [first = ""] = /\d+/.exec(text) ?? [];
  const digits = first.length === 1 || first.length === 2 ? dayFirst : firstDay;
  let at = 0;
  return text.replace(/\d/g, () => {
    const digit = digits[at] ?? "0";
    at += 1;
    return digit;
  });
}

/** Bytes of which nothing can be read any more, in lines as long as they were. */
export function blotted(bytes: Uint8Array): Buffer {
  const made = Buffer.from(bytes);
  for (let at = 0; at < made.length; at += 1)
    if (made[at] !== 0x0a && made[at] !== 0x0d) made[at] = 0x78;
  return made;
}
