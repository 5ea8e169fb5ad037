import type { ColumnDefinition, TableDefinition } from "./definition.ts";

/** Names are compared by their letters and digits alone: `Order Number`, `order_number` and `OrderNumber` are one. */
export function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Whether a column goes by a name, as `plainName` has it. */
export function isNamed(column: ColumnDefinition, plain: string): boolean {
  return plainNamesOf(column).includes(plain);
}

/** Whether one of the names of a header line, as `plainName` has them, stands for the column. */
export function isThere(column: ColumnDefinition, names: ReadonlySet<string>): boolean {
  return plainNamesOf(column).some((one) => names.has(one));
}

const plainNames = new WeakMap<ColumnDefinition, readonly string[]>();

/** The names of a column as `plainName` has them, made once: each header line is compared with all tables. */
function plainNamesOf(column: ColumnDefinition): readonly string[] {
  const known = plainNames.get(column);
  if (known !== undefined) return known;
  const made = [column.name, ...column.aliases].map(plainName);
  plainNames.set(column, made);
  return made;
}

/** The columns by which a table is known where it names none under `recognisedBy`. */
export function marksOf({ columns }: TableDefinition): readonly ColumnDefinition[] {
  const required = columns.filter((column) => column.required);
  return required.length > 0 ? required : columns;
}

/**
 * How well a table fits the names of a header line, as `plainName` has them: how many of its columns are
 * there; 0 when too few of those that mark it are.
 */
export function fitOf(table: TableDefinition, names: ReadonlySet<string>): number {
  const there = table.columns.filter((column) => isThere(column, names));
  if (table.recognisedBy.length > 0) {
    const all = table.recognisedBy.every((name) => there.some((column) => column.name === name));
    return all ? there.length : 0;
  }
  const marks = marksOf(table);
  const found = marks.filter((column) => there.includes(column)).length;
  const enough = Math.max(Math.min(2, marks.length), Math.ceil(marks.length * 0.6));
  return found >= enough ? there.length : 0;
}
