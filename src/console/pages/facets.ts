import type { Context } from "hono";
import { html } from "hono/html";
import type { ListQuery } from "../../app/queries/lists/list-query.ts";
import { shownTo } from "../../http/access/mask-personal.ts";
import type { HttpEnv } from "../../http/context.ts";
import { link, pathWith } from "../html/parts.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";

/** A way to divide what a list shows: by words that its filters take. */
export interface Facet<Item> {
  readonly label: string;
  /** The filters that a word of it sets. */
  readonly names: readonly string[];
  readonly wordsOf: (item: Item) => readonly (string | null | undefined)[];
}

/** What is counted for facets: so many of what fits, the first that the list shows. */
const rowsCounted = 500;
/** Rows for them are looked for so long, in milliseconds, where no index leads to them. */
const withinMs = 60;
/** Words of a facet that are shown. */
const wordsShown = 8;

/**
 * What a list shows, counted by the words of its facets; each leads to those alone. Of a long list only the first
 * rows are counted, and that is said: a count over all would read all.
 */
export async function facetsOf<Item>(
  c: Context<HttpEnv>,
  { path, query, facets }: FacetedList<Item>,
  { asked, wanted }: { readonly asked: Readonly<Record<string, string>>; readonly wanted: object },
): Promise<Html> {
  const part = { ...wanted, limit: rowsCounted, withinMs } as never;
  const found = await query.page(c.get("of"), part);
  const items = shownTo(c.get("who"), found.items);
  const lines = facets.map((facet) => facetLine(path, facet, { asked, items }));
  if (lines.every((line) => line === noHtml)) return noHtml;
  const counted =
    found.next === null
      ? "All that fits is counted."
      : `Counted: the ${items.length} newest that fit. There are more.`;
  return html`<nav class="facets" aria-label="Narrow down">${lines}<p class="quiet">${counted}</p></nav>`;
}

/** A list that is divided by facets. */
export interface FacetedList<Item> {
  readonly path: string;
  readonly query: ListQuery<never, Item>;
  readonly facets: readonly Facet<Item>[];
}

interface Counted<Item> {
  readonly asked: Readonly<Record<string, string>>;
  readonly items: readonly Item[];
}

function facetLine<Item>(
  path: string,
  { label, names, wordsOf }: Facet<Item>,
  { asked, items }: Counted<Item>,
): Html {
  if (names.some((name) => asked[name] !== undefined)) {
    const without = Object.entries(asked).filter(([name]) => !names.includes(name));
    const any = pathWith(path, Object.fromEntries(without));
    const word = shown(asked[names[0] ?? ""] ?? "chosen");
    return html`<p><span>${label}</span> <strong>${word}</strong> ${link(any, `any ${label}`)}</p>`;
  }
  const counts = new Map<string, number>();
  for (const item of items)
    for (const word of wordsOf(item))
      if (word !== null && word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  if (counts.size === 0) return noHtml;
  const most = [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const links = most.slice(0, wordsShown).map(([word, count]) => {
    const to = Object.fromEntries(names.map((name) => [name, word]));
    return html`<span class="word">${link(pathWith(path, { ...asked, ...to }), word)} <span class="count">${count}</span></span> `;
  });
  const others = most.length - wordsShown;
  return html`<p><span>${label}</span> ${links}${when(others > 0, () => html`and ${others} more`)}</p>`;
}
