/** One line of a comparison: in both texts, in the first alone, or in the second alone. Lines are counted from 1. */
export type DiffLine =
  | { readonly in: "both"; readonly text: string; readonly first: number; readonly second: number }
  | { readonly in: "first"; readonly text: string; readonly first: number }
  | { readonly in: "second"; readonly text: string; readonly second: number };

/** So many insertions and removals are looked for; texts with more have little in common. */
const mostEdits = 1_000;

/**
 * The shortest way from one text to another, line by line (Myers 1986); null when so much differs that it says
 * nothing.
 */
export function diffLines(first: readonly string[], second: readonly string[]): DiffLine[] | null {
  let head = 0;
  while (head < first.length && head < second.length && first[head] === second[head]) head += 1;
  let tail = 0;
  const most = Math.min(first.length, second.length) - head;
  while (tail < most && first.at(-1 - tail) === second.at(-1 - tail)) tail += 1;
  const middle = editsBetween(
    first.slice(head, first.length - tail),
    second.slice(head, second.length - tail),
  );
  if (middle === null) return null;
  const both = (text: string, one: number, other: number): DiffLine => ({
    in: "both",
    text,
    first: one + 1,
    second: other + 1,
  });
  const shift = second.length - first.length;
  return [
    ...first.slice(0, head).map((text, at) => both(text, at, at)),
    ...middle.map((line) => moved(line, head)),
    ...first
      .slice(first.length - tail)
      .map((text, at) => both(text, first.length - tail + at, first.length - tail + at + shift)),
  ];
}

function moved(line: DiffLine, by: number): DiffLine {
  if (line.in === "both") return { ...line, first: line.first + by, second: line.second + by };
  if (line.in === "first") return { ...line, first: line.first + by };
  return { ...line, second: line.second + by };
}

/** How far each diagonal is reached with so many edits, for every number of edits until the end is. */
function editsBetween(first: readonly string[], second: readonly string[]): DiffLine[] | null {
  const reached: Map<number, number>[] = [];
  let last = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= Math.min(mostEdits, first.length + second.length); edits += 1) {
    reached.push(last);
    const next = new Map<number, number>();
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = isDown(last, diagonal, edits)
        ? (last.get(diagonal + 1) ?? 0)
        : (last.get(diagonal - 1) ?? 0) + 1;
      while (x < first.length && x - diagonal < second.length && first[x] === second[x - diagonal])
        x += 1;
      next.set(diagonal, x);
      if (x >= first.length && x - diagonal >= second.length)
        return wayBack(first, second, reached);
    }
    last = next;
  }
  return null;
}

/** Whether a diagonal is reached by a line of the second text rather than one of the first. */
function isDown(last: ReadonlyMap<number, number>, diagonal: number, edits: number): boolean {
  if (diagonal === -edits) return true;
  return diagonal !== edits && (last.get(diagonal - 1) ?? -1) < (last.get(diagonal + 1) ?? -1);
}

function wayBack(
  first: readonly string[],
  second: readonly string[],
  reached: readonly ReadonlyMap<number, number>[],
): DiffLine[] {
  const lines: DiffLine[] = [];
  let x = first.length;
  let y = second.length;
  for (let edits = reached.length - 1; edits >= 0; edits -= 1) {
    const last = reached[edits] ?? new Map<number, number>();
    const diagonal = x - y;
    const down = isDown(last, diagonal, edits);
    const before = down ? diagonal + 1 : diagonal - 1;
    const beforeX = last.get(before) ?? 0;
    const beforeY = beforeX - before;
    while (x > beforeX && y > beforeY && x > 0 && y > 0) {
      lines.push({ in: "both", text: first[x - 1] ?? "", first: x, second: y });
      x -= 1;
      y -= 1;
    }
    if (edits === 0) break;
    if (down) lines.push({ in: "second", text: second[y - 1] ?? "", second: y });
    else lines.push({ in: "first", text: first[x - 1] ?? "", first: x });
    x = beforeX;
    y = beforeY;
  }
  return lines.reverse();
}
