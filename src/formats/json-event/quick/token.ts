/**
 * A text of ASCII to be found at a place, eight bytes at a time: those of one number are compared as fast
 * as one. Bytes of ASCII are never a number that is unlike itself.
 */
export interface Token {
  readonly length: number;
  /** Its bytes by eights, the last eight once more; of a shorter one by fours; of one of three or less none. */
  readonly words: readonly number[];
}

const widest = 8;
const narrow = 4;

/** A token of a text, which has ASCII alone. */
export function tokenOf(text: string): Token {
  const bytes = Buffer.from(text, "latin1");
  const { length } = bytes;
  const words: number[] = [];
  if (length >= widest) {
    for (let at = 0; at + widest < length; at += widest) words.push(bytes.readDoubleLE(at));
    words.push(bytes.readDoubleLE(length - widest));
  } else if (length >= narrow) words.push(bytes.readInt32LE(0), bytes.readInt32LE(length - narrow));
  return { length, words };
}

/** Whether a token of four bytes or more is at a place. */
export function standsAt({ length, words }: Token, view: DataView, at: number): boolean {
  if (length < widest)
    return (
      view.getInt32(at, true) === words[0] && view.getInt32(at + length - narrow, true) === words[1]
    );
  const last = words.length - 1;
  if (view.getFloat64(at + length - widest, true) !== words[last]) return false;
  for (let word = 0; word < last; word += 1)
    if (view.getFloat64(at + word * widest, true) !== words[word]) return false;
  return true;
}
