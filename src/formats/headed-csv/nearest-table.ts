import type { TableDefinition } from "../../catalogue/definition.ts";
import { fitOf, isThere, marksOf } from "../../catalogue/table-fit.ts";
import { printable } from "../printable.ts";
import { firstLine } from "./first-line.ts";
import { columnNamesIn, headerText } from "./header.ts";

const delimiters: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "pipes",
};

/** Names that a sentence lists. */
const mostNames = 8;

/**
 * What a file that begins with these bytes and is of no table lacks for the table it is nearest to, as the
 * end of a sentence; empty when it is near none: fewer than two of the columns that mark a table are there.
 */
export function nearestTable(head: Uint8Array, tables: readonly TableDefinition[]): string {
  const line = firstLine(head);
  let best: { readonly share: number; readonly said: string } | null = null;
  for (const table of tables) {
    const { text } = headerText(line, table);
    const other = otherDelimiter(text, table);
    if (other !== null)
      return `; it has the columns of ${nameOf(table)}, but ${other} between them where its definition has ${delimiters[table.delimiter]}`;
    const names = columnNamesIn(text, table);
    const marks = markingColumns(table);
    const there = marks.filter((column) => isThere(column, names));
    const share = there.length / marks.length;
    if (there.length < 2 || share <= (best?.share ?? 0)) continue;
    const missing = marks.filter((column) => !there.includes(column));
    best = {
      share,
      said: `; nearest is the table ${nameOf(table)}: ${listed(there)} are there; ${listed(missing)} ${missing.length === 1 ? "is" : "are"} missing; ask the sender for a file with ${missing.length === 1 ? "it" : "them"}, or define a table for this one`,
    };
  }
  return best?.said ?? "";
}

/** The columns that a table cannot do without in a header line, or those by which it is known. */
function markingColumns(table: TableDefinition) {
  const named = table.columns.filter(({ name }) => table.recognisedBy.includes(name));
  return [...new Set([...named, ...marksOf(table)])];
}

/** What is between the columns of a table in place of its delimiter; null when that is not so. */
function otherDelimiter(text: string, table: TableDefinition): string | null {
  for (const [delimiter, said] of Object.entries(delimiters))
    if (delimiter !== table.delimiter && fitOf(table, columnNamesIn(text, { delimiter })) > 1)
      return said;
  return null;
}

function nameOf({ flow, version }: TableDefinition): string {
  return `${flow} ${version}`;
}

function listed(columns: TableDefinition["columns"]): string {
  const names = columns.slice(0, mostNames).map(({ name }) => printable(name));
  const more = columns.length - names.length;
  const last = more > 0 ? `${more} more` : names.pop();
  return names.length === 0 ? `${last}` : `${names.join(", ")} and ${last}`;
}
