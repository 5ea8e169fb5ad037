import type { Output } from "../output.ts";
import { visible } from "./visible.ts";

/** A column of a table: its heading, and how it shows a row. */
export interface Column<Row> {
  readonly heading: string;
  readonly align?: "left" | "right";
  cell(row: Row): string | number;
}

/** Rows that are looked at to find the widths; the rest of a longer table keeps to them. */
const measuredRows = 1000;

/**
 * Prints rows under headings in aligned columns, as they come; what a cell would hide is made visible.
 * Nothing at all without rows. Returns how many it printed.
 */
export async function printTable<Row>(
  output: Output,
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  indent = "",
): Promise<number> {
  let waiting: string[][] = [];
  let widths: number[] | null = null;
  let count = 0;
  const settle = async () => {
    const headings = columns.map((column) => column.heading);
    const measured = widthsOf([headings, ...waiting]);
    widths = measured;
    const all = waiting.length === 0 ? [] : [headings, ...waiting];
    waiting = [];
    await output.lines(all.map((cells) => indent + lineOf(cells, columns, measured)));
  };
  for await (const row of rows) {
    if (output.closed) break;
    const cells = columns.map((column) => visible(String(column.cell(row))));
    count += 1;
    if (widths !== null) await output.line(indent + lineOf(cells, columns, widths));
    else if (waiting.push(cells) === measuredRows) await settle();
  }
  if (widths === null) await settle();
  return count;
}

function widthsOf(lines: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const cells of lines) {
    for (const [place, cell] of cells.entries()) {
      widths[place] = Math.max(widths[place] ?? 0, widthOf(cell));
    }
  }
  return widths;
}

function lineOf<Row>(
  cells: readonly string[],
  columns: readonly Column<Row>[],
  widths: readonly number[],
): string {
  const padded = cells.map((cell, place) => {
    const space = " ".repeat(Math.max(0, (widths[place] ?? 0) - widthOf(cell)));
    return columns[place]?.align === "right" ? space + cell : cell + space;
  });
  return padded.join("  ").trimEnd();
}

/** Characters it takes on a terminal, near enough: one for each a person sees. */
function widthOf(text: string): number {
  return [...text].length;
}
