import { html } from "hono/html";
import type { z } from "zod";
import type { problemView } from "../../app/views/parts.ts";
import { masked } from "../../core/text/mask-numbers.ts";
import { localTime } from "../../runtime/local-time.ts";
import { type Html, noHtml, shown, when } from "./text.ts";

/** A moment in the zone of the server, with UTC in its title. */
export function timeOf(at: string | number | null | undefined): Html {
  if (at === null || at === undefined) return html`<span class="none">never</span>`;
  const utc = new Date(at).toISOString();
  return html`<time datetime="${utc}" title="${utc}">${localTime(at)}</time>`;
}

/** How a state is to be seen: what waits for a person is emphasised, and never by its colour alone. */
type Tone = "good" | "bad" | "warn" | "quiet";

const tones: Readonly<Record<string, Tone>> = {
  recorded: "good",
  done: "good",
  delivered: "good",
  watching: "good",
  working: "good",
  running: "good",
  rejected: "bad",
  conflict: "bad",
  failed: "bad",
  unknown: "bad",
  "needs-review": "bad",
  vanished: "bad",
  unreachable: "bad",
  refused: "bad",
  failing: "bad",
  "on-hold": "warn",
  waiting: "warn",
  planned: "quiet",
};

/** A state as a badge. */
export function badge(state: string, tone: Tone = tones[state] ?? "quiet"): Html {
  return html`<span class="badge ${tone}">${shown(state.replaceAll("-", " "))}</span>`;
}

/** A table with a head; `more`: attributes that it has. A table without rows says what is missing. */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Html[])[],
  empty = "There are none.",
  more: Html = noHtml,
): Html {
  if (rows.length === 0) return html`<p class="empty">${empty}</p>`;
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table${more}>
<caption>${caption}</caption>
<thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
</table></div>`;
}

/** Facts of a thing by name; what is null is left out. */
export function facts(
  list: readonly (readonly [name: string, value: Html | string | number | null])[],
): Html {
  return html`<dl class="facts">${list.map(([name, value]) =>
    value === null || value === ""
      ? noHtml
      : html`<div><dt>${name}</dt><dd>${typeof value === "object" ? value : shown(value)}</dd></div>`,
  )}</dl>`;
}

/** What is masked, as paths have it. */
const maskedInPath = encodeURIComponent(masked);

/**
 * A link within the console; plain text where what it would lead to is masked. Every part of the path that is not
 * ours has to be encoded by `pathTo`.
 */
export function link(path: string, text: string | number): Html {
  if (path.includes(maskedInPath)) return html`${shown(text)}`;
  return html`<a href="${path}">${shown(text)}</a>`;
}

/** A path of the console; each part is encoded. */
export function pathTo(...parts: readonly (string | number)[]): string {
  return `/${parts.map((part) => encodeURIComponent(String(part))).join("/")}`;
}

/** A path with filters; what is undefined or empty is left out. */
export function pathWith(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== "") words.set(name, String(value));
  const text = words.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** Where the page of a thing is, named as lists and stories name it, e.g. `file 12`; null where it has none. */
export function pathOfItem(item: string): string | null {
  const [noun = "", ...rest] = item.split(" ");
  const named = rest.join(" ");
  if (noun === "process") {
    const at = named.indexOf("/");
    return at < 0 ? null : pathTo("processes", named.slice(0, at), named.slice(at + 1));
  }
  const folder = { file: "files", event: "events", action: "actions", outbound: "outbound" }[noun];
  return folder === undefined || !/^\d+$/.test(named) ? null : pathTo(folder, named);
}

/** A thing by its name, linked where it has a page. */
export function itemLink(name: string): Html {
  const path = pathOfItem(name);
  return path === null ? html`${shown(name)}` : link(path, name);
}

/** What was found wrong, each at its line. `lineAt`: the address of a line on this page. */
export function problemList(
  problems: readonly z.infer<typeof problemView>[],
  lineAt?: (line: number) => string,
): Html {
  if (problems.length === 0) return noHtml;
  return html`<ul class="problems">${problems.map(
    ({ code, severity, line, group, field, message }) => html`<li class="${severity}">
${badge(severity, severity === "error" ? "bad" : "warn")} <a href="${pathTo("codes", code)}"><code>${shown(code)}</code></a>
${when(line !== null, () => html`${lineAt === undefined ? html`line ${line}` : html`<a href="${lineAt(line ?? 0)}">line ${line}</a>`} `)}
${when(group !== null, () => html`<span class="where">${shown([group, field].filter(Boolean).join(", "))}</span> `)}
<span>${shown(message)}</span></li>`,
  )}</ul>`;
}

/** The way to the next page of a list, and back to the first. */
export function pager(
  path: string,
  filters: Readonly<Record<string, string | undefined>>,
  next: string | null,
): Html {
  const isFirst = filters["after"] === undefined;
  return html`<nav class="pager" aria-label="pages">${when(!isFirst, () => link(pathWith(path, { ...filters, after: undefined }), "first page"))}
${when(next !== null, () => html`<a rel="next" href="${pathWith(path, { ...filters, after: next ?? "" })}">next page</a>`)}</nav>`;
}

/** Data of any form: names and values, nested. Every text is escaped and what is hidden in it is written out. */
export function data(value: unknown, nameOf: (key: string) => string = (key) => key): Html {
  if (value === null || value === undefined) return html`<span class="none">none</span>`;
  if (Array.isArray(value))
    return html`<ol class="data">${value.map((one) => html`<li>${data(one, nameOf)}</li>`)}</ol>`;
  if (typeof value === "object")
    return html`<dl class="data">${Object.entries(value).map(
      ([key, inner]) =>
        html`<div><dt>${shown(nameOf(key))}</dt><dd>${data(inner, nameOf)}</dd></div>`,
    )}</dl>`;
  return html`<span class="value">${shown(String(value))}</span>`;
}
