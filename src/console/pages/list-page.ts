import type { Context } from "hono";
import { html } from "hono/html";
import type { ListQuery } from "../../app/queries/lists/list-query.ts";
import type { Role } from "../../core/access/access.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { shownTo } from "../../http/access/mask-personal.ts";
import { needRole } from "../../http/api/check-input.ts";
import type { HttpEnv } from "../../http/context.ts";
import type { ConsoleParts, PageSubject } from "../console-parts.ts";
import { page } from "../html/page.ts";
import { pager, pathWith, table } from "../html/parts.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import { type Facet, facetsOf } from "./facets.ts";

/** Something that a list is filtered by. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  /** A day where it is `date`, a number where it is `number`, on or off where it is `checkbox`; a word otherwise. */
  readonly type?: "date" | "number" | "checkbox";
  /** The words that there are. */
  readonly options?: readonly string[];
}

/** A list as a page: which, by what it is filtered, and how its rows are shown. */
export interface ListPage<Item> {
  readonly path: string;
  readonly title: string;
  readonly of: PageSubject["of"];
  readonly query: ListQuery<never, Item>;
  readonly filters: readonly Filter[];
  readonly head: readonly string[];
  readonly cells: (item: Item) => readonly Html[];
  /** By what else than its filters it is narrowed down. */
  readonly facets?: readonly Facet<Item>[];
  /** Who may see it; everybody where it is absent. */
  readonly role?: Role;
  /** What is said where there is nothing and nothing was asked for. */
  readonly none?: string;
  /** What is shown below the list. */
  readonly below?: (c: Context<HttpEnv>) => Promise<Html>;
}

/** A page of the console at its address. */
export interface ConsolePage {
  readonly path: string;
  readonly answer: (c: Context<HttpEnv>, parts: ConsoleParts) => Promise<Response>;
}

const rowsOfPage = 50;
/** Rows are looked for so long, in milliseconds, where no index leads to them. */
const withinMs = 120;

/** Makes the page of a list: filters above, rows, and the way to the next page. */
export function listPage<Item>(list: ListPage<Item>): ConsolePage {
  const { path, title, of, query, filters, head, cells, role = "viewer", below } = list;
  const { facets = [] } = list;
  const none = list.none ?? "There are none yet.";
  return {
    path,
    answer: async (c, parts) => {
      needRole(c, role);
      const asked = askedFilters(c, filters);
      const after = c.req.query("after");
      const filtered = wantedOf(filters, asked);
      const wanted = { ...filtered, after, limit: rowsOfPage, withinMs } as never;
      const found = await query.page(c.get("of"), wanted);
      // Rows come in the order of their numbers; people want the newest first where the list begins there.
      const seen = shownTo(c.get("who"), found.items);
      const items = query.order(wanted) === "newest" ? seen.toReversed() : seen;
      const words = { ...asked, after };
      const divided =
        facets.length === 0
          ? noHtml
          : await facetsOf(c, { path, query, facets }, { asked, wanted: filtered });
      const body = html`${filterForm(path, filters, asked)}
<div id="list">${divided}${found.notes.map((note) => html`<p class="note">${shown(note)}</p>`)}
${table(title, head, items.map(cells), Object.keys(asked).length === 0 ? none : "Nothing fits these filters.")}
${pager(path, words, found.next)}</div>${below === undefined ? noHtml : await below(c)}`;
      return page(c, parts, {
        title,
        body,
        same: { look: "list", of, filters: asked },
        json: pathWith(`/api/v1${path}`, { ...asked }),
      });
    },
  };
}

function askedFilters(c: Context<HttpEnv>, filters: readonly Filter[]): Record<string, string> {
  const asked: Record<string, string> = {};
  for (const { name } of filters) {
    const text = c.req.query(name)?.trim();
    if (text !== undefined && text !== "") asked[name] = text;
  }
  return asked;
}

function wantedOf(
  filters: readonly Filter[],
  asked: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const wanted: Record<string, unknown> = {};
  for (const { name, type, options } of filters) {
    const text = asked[name];
    if (text === undefined) continue;
    if (options !== undefined && !options.includes(text))
      throw new RefusedError(
        "invalid",
        `${name}: there is no "${text}"; one of ${options.join(", ")}`,
      );
    wanted[name] = askedValue(name, type, text);
    if (Number.isNaN(wanted[name])) throw new RefusedError("invalid", `${name}: a number`);
  }
  return wanted;
}

function askedValue(name: string, type: Filter["type"], text: string): string | number | boolean {
  if (type === "date") return dayOf(name, text);
  if (type === "checkbox") return text === "true";
  return type === "number" ? Number(text) : text;
}

/** A day in UTC: its start, or its end for what is `until`. */
function dayOf(name: string, text: string): number {
  const at = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new RefusedError("invalid", `${name}: a day such as 2026-03-02`);
  return name === "until" ? at + 86_399_999 : at;
}

function filterForm(
  path: string,
  filters: readonly Filter[],
  asked: Readonly<Record<string, string>>,
): Html {
  return html`<form class="filters" action="${path}" data-hx-get="${path}" data-hx-trigger="submit, change" data-hx-target="#list" data-hx-select="#list" data-hx-select-oob="#foot" data-hx-swap="outerMorph" data-hx-push-url="true">${filters.map(
    ({ name, label, type, options }) =>
      html`<label>${label} ${
        options === undefined
          ? inputOf(name, type, asked[name])
          : html`<select name="${name}"><option value="">any</option>${options.map(
              (one) =>
                html`<option value="${one}"${one === asked[name] ? html` selected` : ""}>${one.replaceAll("-", " ")}</option>`,
            )}</select>`
      }</label>`,
  )}<button>Filter</button>${when(Object.keys(asked).length > 0, () => html` <a href="${path}">no filters</a>`)}</form>`;
}

function inputOf(name: string, type: Filter["type"], value: string | undefined): Html {
  if (type === "checkbox")
    return html`<input name="${name}" type="checkbox" value="true"${value === "true" ? html` checked` : noHtml}>`;
  return html`<input name="${name}" type="${type ?? "text"}" value="${shown(value)}">`;
}
