import { type Output, visible } from "../output.ts";
import {
  gap,
  hanging,
  layOutColumns,
  type MeasuredColumn,
  type TableLayout,
} from "./table-layout.ts";
import { textWidth, wrapped } from "./text-width.ts";

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
 * On a terminal that is too narrow for them, long cells wrap and the last columns go below the others;
 * elsewhere each row is one line. Nothing at all without rows. Returns how many it printed.
 */
export async function printTable<Row>(
  output: Output,
  columns: readonly Column<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  indent = "",
): Promise<number> {
  const room = roomOf(output, indent);
  let waiting: string[][] = [];
  let layout: TableLayout | null = null;
  let count = 0;
  const print = (cells: readonly string[], fixed: TableLayout) =>
    output.lines(linesOf(cells, columns, fixed, room).map((line) => (indent + line).trimEnd()));
  const settle = async () => {
    const headings = columns.map((column) => column.heading);
    const all = waiting.length === 0 ? [] : [headings, ...waiting];
    const settled = layOutColumns(measured(columns, all), room);
    layout = settled;
    waiting = [];
    for (const cells of all) await print(cells, settled);
  };
  for await (const row of rows) {
    if (output.closed) break;
    const cells = cellsOf(columns, row);
    count += 1;
    if (layout !== null) await print(cells, layout);
    else if (waiting.push(cells) === measuredRows) await settle();
  }
  if (layout === null) await settle();
  return count;
}

/** Whether the terminal has room for all columns side by side; always where there is none. */
export function fitsSideBySide<Row>(
  output: Output,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  indent: string,
): boolean {
  const all = [columns.map(({ heading }) => heading), ...rows.map((row) => cellsOf(columns, row))];
  return layOutColumns(measured(columns, all), roomOf(output, indent)).length === 1;
}

function roomOf({ width }: Output, indent: string): number | null {
  return width === null ? null : width - indent.length;
}

function cellsOf<Row>(columns: readonly Column<Row>[], row: Row): string[] {
  return columns.map((column) => visible(String(column.cell(row))));
}

/** Columns up to so wide never wrap: a moment, a key, most names. */
const neverWraps = 30;

function measured<Row>(columns: readonly Column<Row>[], lines: readonly (readonly string[])[]) {
  return columns.map(({ align }, place): MeasuredColumn => {
    let width = 0;
    let narrowest = neverWraps;
    for (const cells of lines) {
      const cell = cells[place] ?? "";
      const own = textWidth(cell);
      width = Math.max(width, own);
      // A word is not broken where another way is left.
      if (own > narrowest) narrowest = Math.max(narrowest, ...cell.split(" ").map(textWidth));
    }
    return { width, narrowest: align === "right" ? width : Math.min(width, narrowest) };
  });
}

/** The lines of a row: of each line of the layout as many as its longest cell takes. */
function linesOf<Row>(
  cells: readonly string[],
  columns: readonly Column<Row>[],
  layout: TableLayout,
  room: number | null,
): string[] {
  return layout.flatMap((places, below) => {
    const texts = places.map(({ column, width }) =>
      room === null ? [cells[column] ?? ""] : wrapped(cells[column] ?? "", width),
    );
    const height = Math.max(...texts.map(({ length }) => length));
    const margin = below === 0 ? "" : " ".repeat(hanging);
    return Array.from({ length: height }, (_, line) => {
      const padded = places.map(({ column, width }, place) => {
        const text = texts[place]?.[line] ?? "";
        const space = " ".repeat(Math.max(0, width - textWidth(text)));
        return columns[column]?.align === "right" ? space + text : text + space;
      });
      return (margin + padded.join(" ".repeat(gap))).trimEnd();
    });
  });
}
