import { html } from "hono/html";
import { table } from "../html/parts.ts";
import { type Html, shown } from "../html/text.ts";

/** How many there are of something on a day. */
export interface DayCount {
  readonly day: string;
  readonly name: string;
  readonly number: number;
}

/** Columns of a table, which are the lines of a chart: more could not be distinguished. */
const mostColumns = 6;

/** Counts as a table with a row for each day of which there is something, the newest first; it is drawn as a chart above itself where scripts run. */
export function dayTable(caption: string, counts: readonly DayCount[]): Html {
  const all = new Map<string, number>();
  for (const { name, number } of counts) all.set(name, (all.get(name) ?? 0) + number);
  const names = [...all].sort(([, a], [, b]) => b - a).map(([name]) => name);
  const own = names.slice(0, names.length > mostColumns ? mostColumns - 1 : mostColumns);
  const columns = names.length > own.length ? [...own, "others"] : own;
  const rows = new Map<string, Map<string, number>>();
  for (const { day, name, number } of counts) {
    const column = own.includes(name) ? name : "others";
    const row = rows.get(day) ?? new Map<string, number>();
    rows.set(day, row.set(column, (row.get(column) ?? 0) + number));
  }
  return table(
    caption,
    ["Day", ...columns.map(shown)],
    [...rows.keys()]
      .toSorted()
      .toReversed()
      .map((day) => [
        html`${day}`,
        ...columns.map((name) => html`${rows.get(day)?.get(name) ?? 0}`),
      ]),
    "There is nothing in this time.",
    html` data-chart="days"`,
  );
}
