import type { OpenInstallation } from "../../app/installation/open-installation.ts";
import type { ListQuery } from "../../app/queries/lists/list-query.ts";
import type { CommandContext } from "../context.ts";
import { printJson } from "./json-rows.ts";
import { type ListOptions, limitOf } from "./listing.ts";
import { type Column, printTable } from "./table.ts";

/** A list and what of it is wanted, with the words that show it. */
export interface ShownList<Input, Item> {
  readonly query: ListQuery<Input, Item>;
  readonly wanted: Input;
  /** How it is shown to people: a row a table, or some lines. */
  readonly shown: readonly Column<Item>[] | ((item: Item) => readonly string[]);
  /** What is said where there is nothing. */
  readonly nothing: string;
}

/** Pages of this size are read where all that follows a place is wanted. */
const rowsOfPage = 500;

/**
 * Prints a page of a list as a table and how to go on; or as JSON, of which the last object says where the next
 * page begins. Without a limit JSON is the whole list, the oldest first.
 */
export async function printList<Input, Item extends object>(
  context: CommandContext,
  options: ListOptions,
  of: OpenInstallation,
  list: ShownList<Input, Item>,
): Promise<void> {
  const { output, say } = context;
  const { query, wanted, shown, nothing } = list;
  const { json, after } = options;
  const limit = limitOf(options);
  const sayAll = (notes: readonly string[]) => {
    for (const note of notes) say(`busbar: ${note}`);
  };
  if (json && limit === null && after === undefined) {
    const count = await printJson(output, query.every(of, wanted), (item) => item);
    if (count === 0) sayAll(await query.onNothing(of, wanted));
    return;
  }
  let page = await query.page(of, { ...wanted, after, limit: limit ?? rowsOfPage });
  sayAll(page.notes);
  if (json) {
    for (const item of page.items) await output.json(item);
    while (limit === null && page.next !== null && !output.closed) {
      page = await query.page(of, { ...wanted, after: page.next, limit: rowsOfPage });
      for (const item of page.items) await output.json(item);
    }
    if (page.next !== null) await output.json({ next: page.next });
    return;
  }
  if (typeof shown !== "function") await printTable(output, shown, page.items);
  else for (const item of page.items) await output.lines(shown(item));
  if (page.items.length === 0)
    await output.line(after === undefined ? nothing : "There are no more.");
  if (page.next !== null) await output.line(goOn(page.next, query.order(wanted) === "newest"));
}

/** How to see what a page leaves out. */
function goOn(next: string, isNewest: boolean): string {
  const more = isNewest ? "There are older ones" : "There are more";
  return `\n${more}: --after ${next} shows the next, --limit NUMBER more at once, --json all.`;
}
