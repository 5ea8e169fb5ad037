/** A column's place in the lines that a row takes. */
export interface CellPlace {
  readonly column: number;
  readonly width: number;
}

/** What a layout needs to know of a column. */
export interface MeasuredColumn {
  /** Places its longest cell or its heading takes. */
  readonly width: number;
  /** The least that can be read well, where its cells go over several lines. */
  readonly narrowest: number;
}

/** The lines that a row takes, each with the columns that are on it. */
export type TableLayout = readonly (readonly CellPlace[])[];

/** Blanks between two columns. */
export const gap = 2;

/** How far the lines of a row below its first are moved in. */
export const hanging = 4;

/** A line is never thought shorter, however narrow the terminal is. */
const shortestLine = 20;

/**
 * Fits columns into so many places; null is as many as they need. Long texts wrap within their column.
 * Where that would leave too little of them, the last columns go on lines of their own below the others.
 */
export function layOutColumns(
  columns: readonly MeasuredColumn[],
  room: number | null,
): TableLayout {
  const all = columns.map(({ width }, column): CellPlace => ({ column, width }));
  if (room === null) return [all];
  const lines: (readonly CellPlace[])[] = [];
  let rest = all;
  while (rest.length > 0) {
    const own = Math.max(room - (lines.length === 0 ? 0 : hanging), shortestLine);
    const line = firstLine(rest, columns, own);
    lines.push(line);
    rest = rest.slice(line.length);
  }
  return lines;
}

/** As many of the columns as fit into the room; one at least. */
function firstLine(
  places: readonly CellPlace[],
  columns: readonly MeasuredColumn[],
  room: number,
): readonly CellPlace[] {
  for (let count = places.length; count > 1; count -= 1) {
    const fitting = shrunk(places.slice(0, count), columns, room);
    if (fitting !== null) return fitting;
  }
  return places.slice(0, 1).map(({ column, width }) => ({ column, width: Math.min(width, room) }));
}

/** The columns with those that have most to spare made narrower until all fit; null when they cannot. */
function shrunk(
  places: readonly CellPlace[],
  columns: readonly MeasuredColumn[],
  room: number,
): readonly CellPlace[] | null {
  const spare = places.map(({ column, width }) => width - (columns[column]?.narrowest ?? width));
  let over = places.reduce((sum, { width }) => sum + width + gap, -gap) - room;
  if (over > spare.reduce((sum, one) => sum + one, 0)) return null;
  const given = places.map(() => 0);
  for (; over > 0; over -= 1) {
    const left = spare.map((one, at) => one - (given[at] ?? 0));
    const most = left.indexOf(Math.max(...left));
    given[most] = (given[most] ?? 0) + 1;
  }
  return places.map(({ column, width }, at) => ({ column, width: width - (given[at] ?? 0) }));
}
