import { columnKey } from "../../catalogue/key.ts";
import type { ItemLookup } from "../../catalogue/load/resolve-item.ts";
import { checkFormatted } from "./check-format.ts";
import type { Report } from "./mistake.ts";
import type { WrittenColumn, WrittenTable } from "./table-schema.ts";

/** The key of a column in data: its own, else made of its name, else of its place. */
export function keyOfColumn({ key, name }: WrittenColumn, index: number): string {
  return key ?? (columnKey(name) || `column${index + 1}`);
}

/** Reports what of a table does not fit together. */
export function checkTable(written: WrittenTable, items: ItemLookup, report: Report): void {
  const { columns, groupBy = [], recognisedBy = [], subject } = written;
  for (const [index, column] of columns.entries())
    checkFormatted(column, ["columns", index], items, report);
  checkNames(columns, report);
  const known = new Set(columns.map(({ name }) => name));
  const check = (name: string, ...path: PropertyKey[]): void => {
    if (!known.has(name)) report(path, `"${name}" is not the name of a column`);
  };
  for (const [at, name] of groupBy.entries()) check(name, "groupBy", at);
  for (const [at, name] of recognisedBy.entries()) check(name, "recognisedBy", at);
  if (subject !== undefined) check(subject.column, "subject", "column");
  checkLines(written, report);
}

function checkNames(columns: readonly WrittenColumn[], report: Report): void {
  const names = new Set<string>();
  const keys = new Set<string>(["lines"]);
  for (const [index, column] of columns.entries()) {
    const { name, aliases } = column;
    const twice = [name, ...aliases].find((one) => names.has(one));
    if (twice !== undefined) report(["columns", index], `a column before it is named "${twice}"`);
    for (const one of [name, ...aliases]) names.add(one);
    const key = keyOfColumn(column, index);
    // Of a name that occurs twice, the key does, too.
    if (keys.has(key) && twice === undefined)
      report(["columns", index, "key"], `"${key}" is taken; give the column another key`);
    keys.add(key);
  }
}

function checkLines({ columns, groupBy = [], subject }: WrittenTable, report: Report): void {
  for (const [index, { name, line }] of columns.entries())
    if (line === true && (groupBy.includes(name) || name === subject?.column))
      report(
        ["columns", index, "line"],
        "a column that tells messages apart, or what they are about, is given once for each",
      );
  if (groupBy.length === 0 && columns.some(({ line }) => line === true))
    report(["groupBy"], "is needed, since there are columns of lines");
}
