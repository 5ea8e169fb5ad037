/** What the order of files of one look goes by. */
export interface ArrivalPlace {
  readonly name: string;
  /** Milliseconds since 1970, with fractions where the disk tells them. */
  readonly modifiedAt: number;
}

/**
 * The order in which files of one look are taken: the one last written to the longest ago first, then by
 * name, where numbers count as numbers, so that `part-9` comes before `part-10`. A listing comes in an
 * order of the disk's own, which says nothing of what its sender wrote first.
 */
export function compareArrivals(a: ArrivalPlace, b: ArrivalPlace): number {
  return a.modifiedAt - b.modifiedAt || compareNames(a.name, b.name);
}

/**
 * Names with their numbers read as numbers; texts by code unit, so that it is the same on every machine. A
 * name is runs of digits and what is between them, compared one by one from where two names differ.
 */
function compareNames(a: string, b: string): number {
  let left = runBeforeDifference(a, b);
  let right = left;
  while (left < a.length && right < b.length) {
    const [leftEnd, rightEnd] = [runEnd(a, left), runEnd(b, right)];
    const order = comparePieces(a.slice(left, leftEnd), b.slice(right, rightEnd));
    if (order !== 0) return order;
    left = leftEnd;
    right = rightEnd;
  }
  if (left < a.length) return 1;
  // Names that differ in leading zeros alone: some order, and always the same.
  return right < b.length ? -1 : compareText(a, b);
}

/** Where the run begins that two names differ in, or that they differ behind. */
function runBeforeDifference(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  if (at === 0) return 0;
  const digits = isDigit(a.charCodeAt(at - 1));
  while (at > 0 && isDigit(a.charCodeAt(at - 1)) === digits) at -= 1;
  return at;
}

function runEnd(name: string, from: number): number {
  const digits = isDigit(name.charCodeAt(from));
  let end = from + 1;
  while (end < name.length && isDigit(name.charCodeAt(end)) === digits) end += 1;
  return end;
}

function comparePieces(a: string, b: string): number {
  if (!isDigit(a.charCodeAt(0)) || !isDigit(b.charCodeAt(0))) return compareText(a, b);
  if (a.length === b.length) return compareText(a, b);
  const left = a.replace(/^0+/, "");
  const right = b.replace(/^0+/, "");
  // A number of any length: the longer is the larger.
  return left.length - right.length || compareText(left, right);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Behind the clock by so much, in milliseconds, the moments given before are a wrong clock's. */
const clockWasAheadMs = 60_000;

/**
 * Gives the files of each look moments of their own in whole milliseconds, rising in the order they are
 * given in, over looks as well. Facts of files that say nothing of when they were sent fold by when the
 * file was first seen: with one moment for a whole look, chance would decide between them. The last file
 * of a look has the clock's moment and the others those before it, so that none is in the future
 * unless more than a thousand a second come.
 */
export class ArrivalMoments {
  #last = Number.NEGATIVE_INFINITY;

  /** So many moments, for a look at that moment. */
  *of(count: number, wall: number): Generator<number> {
    if (this.#last > wall + clockWasAheadMs) this.#last = Number.NEGATIVE_INFINITY;
    for (let left = count - 1; left >= 0; left -= 1) {
      this.#last = Math.max(this.#last + 1, wall - left);
      yield this.#last;
    }
  }
}
