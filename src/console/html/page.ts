import { basename, dirname } from "node:path";
import type { Context } from "hono";
import { html } from "hono/html";
import { lookAtDaemon } from "../../app/heartbeat/look-at-daemon.ts";
import type { OpenInstallation } from "../../app/installation/open-installation.ts";
import { includes } from "../../core/access/access.ts";
import { type Hold, holdWords } from "../../core/hold/hold.ts";
import type { Remedy } from "../../core/stuck/remedy.ts";
import { masked } from "../../core/text/mask-numbers.ts";
import type { Who } from "../../http/access/who.ts";
import type { HttpEnv } from "../../http/context.ts";
import { localTime } from "../../runtime/local-time.ts";
import { storeAt } from "../../store/open.ts";
import { assetPath } from "../assets/assets.ts";
import type { ConsoleParts, PageSubject } from "../console-parts.ts";
import { livePath } from "../live/live-routes.ts";
import { timeOf } from "./parts.ts";
import { type Html, noHtml, shown, when } from "./text.ts";

/** Where the line that says how the daemon is can be had alone. */
export const statusPath = "/status-line";

/** Where a log-in is ended. */
export const logOutPath = "/logout";

/** Where one can go from every page; the audit is for admins. */
const places = [
  ["/", "Overview"],
  ["/stuck", "Stuck"],
  ["/files", "Files"],
  ["/processes", "Processes"],
  ["/events", "Events"],
  ["/actions", "Actions"],
  ["/outbound", "Outbound"],
  ["/channels", "Channels"],
  ["/expected", "Expected"],
  ["/flows", "Flows"],
  ["/reports", "Reports"],
  ["/notices", "Notices"],
  ["/audit", "Audit"],
  ["/system", "System"],
] as const;

/** What a page shows. */
export interface PageParts {
  readonly title: string;
  readonly body: Html;
  /** What shows the same at the command line; null where nothing does. */
  readonly same: Remedy | PageSubject | null;
  /** The address of the API that gives the same as JSON; null where none does. */
  readonly json?: string | null;
  /** The address of the API that gives a second list of the page. */
  readonly alsoJson?: string;
  /** Whether what is shown follows what happens, where scripts run. */
  readonly isLive?: boolean;
  /** Scripts and style sheets that this page has beside those of all, by their names. */
  readonly assets?: readonly string[];
}

/** Answers a page: its head, what is shown, and in its foot where else the same is to be had. */
export async function page(
  c: Context<HttpEnv>,
  parts: ConsoleParts,
  { title, body, same, json = null, alsoJson, isLive = false, assets = [] }: PageParts,
): Promise<Response> {
  const of = c.get("of");
  const here = places.findLast(
    ([path]) => c.req.path === path || (path !== "/" && c.req.path.startsWith(path)),
  )?.[0];
  const who = c.get("who");
  const text = await body;
  const isMasked = !who.personal && String(text).includes(masked);
  const status = await statusLine(of);
  const { pathname, search } = new URL(c.req.url);
  return c.html(
    whole(
      title,
      html`<a class="skip" href="#main">Skip to the page</a>
<header><p class="name"><strong>${shown(nameOf(of))}</strong> ${when(!of.config.live, () => html`<span class="badge quiet">not live</span>`)}</p>
${status}<div id="live-switch"></div>
<form role="search" action="/search"><label for="q">Search</label> <input id="q" name="q" type="search" placeholder="MPAN, file name, identifier"> <button>Find</button></form>
<form class="who" method="post" action="${logOutPath}"><span>${shown(who.name)}, ${who.role}</span> ${when(who.by === "session", () => html`<button>Log out</button>`)}</form></header>
${placesNav(here, who)}
<main id="main"><h1>${shown(title)}</h1>
${when(isMasked, () => html`<p class="note">${shown(parts.maskedNote)}</p>`)}
${isLive ? html`<div id="live" data-hx-get="${pathname + search}" data-hx-trigger="changed from:body" data-hx-select="#live" data-hx-select-oob="#foot" data-hx-target="this" data-hx-swap="outerMorph">${text}</div>` : text}</main>
<footer id="foot"><p>As of ${timeOf(Date.now())}. ${when(same !== null, () => html`At the command line: <code>${same === null ? "" : shown(parts.commandOf(same))}</code>. `)}
${when(json !== null, () => html`<a href="${json ?? ""}">As JSON</a>`)}${when(alsoJson !== undefined, () => html`, <a href="${alsoJson ?? ""}">${alsoJson?.split("/").at(-1) ?? ""} as JSON</a>`)}</p></footer><div data-hx-sse:connect="${livePath}" data-hx-swap="none" hidden></div>`,
      ["htmx.js", "hx-sse.js", "console.js", ...assets],
    ),
  );
}

/** Where one can go, twice: in a row, and folded where a row would fill a narrow screen. A style sheet shows one of them. */
function placesNav(here: string | undefined, who: Who): Html {
  const list = html`<ul>${places
    .filter(([path]) => path !== "/audit" || includes(who.role, "admin"))
    .map(
      ([path, name]) =>
        html`<li><a href="${path}"${path === here ? html` aria-current="page"` : noHtml}>${name}</a></li>`,
    )}</ul>`;
  const named = places.find(([path]) => path === here)?.[1];
  return html`<nav class="places wide" aria-label="main">${list}</nav>
<nav class="places narrow" aria-label="main"><details><summary>Menu${named === undefined ? "" : `: ${named}`}</summary>${list}</details></nav>`;
}

/** How the daemon is and what is on hold: the line in the head of every page, which follows what happens. */
export async function statusLine(of: OpenInstallation): Promise<Html> {
  const holds = await of.store.holds.list();
  return html`<div id="status" data-hx-get="${statusPath}" data-hx-trigger="changed from:body" data-hx-target="this" data-hx-swap="outerMorph">${await heartbeat(of)}${holdsNow(holds)}</div>`;
}

/** Within a template its end tag would be taken by bundlers for the end of a script around the code. */
const script = "script";

/** A document around what it shows; `assets`: what it loads, by their names. */
export function whole(title: string, body: Html, assets: readonly string[] = []): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${shown(title)} · Busbar</title>
${["console.css", ...assets].map((name) => (name.endsWith(".css") ? html`<link rel="stylesheet" href="${assetPath(name)}">` : html`<script src="${assetPath(name)}" defer></${script}>`))}<link rel="icon" href="data:,"></head>
<body>${body}</body></html>`;
}

/** An installation is called after the folder of its configuration. */
function nameOf({ config }: OpenInstallation): string {
  return basename(dirname(config.file));
}

/** A moment of today: its day would only be in the way. */
function clockOf(at: number): Html {
  const utc = new Date(at).toISOString();
  return html`<time datetime="${utc}" title="${utc}">${localTime(at).slice(11)}</time>`;
}

async function heartbeat({ config }: OpenInstallation): Promise<Html> {
  const daemon = await lookAtDaemon(storeAt(config.store), Date.now());
  switch (daemon.is) {
    case "running":
      return html`<p class="heartbeat good">Daemon running, heartbeat ${clockOf(daemon.status.writtenAt)}</p>`;
    case "silent":
      return html`<p class="heartbeat bad">Daemon does not answer</p>`;
    case "died":
      return html`<p class="heartbeat bad">Daemon ended without a word; last heartbeat ${timeOf(daemon.last.writtenAt)}</p>`;
    case "stopped":
      return html`<p class="heartbeat bad">Daemon not running</p>`;
  }
}

function holdsNow(holds: readonly Hold[]): Html {
  return when(
    holds.length > 0,
    () =>
      html`<p class="heartbeat warn"><a href="/channels#holds">On hold: ${shown(holds.map(holdWords).join("; "))}</a></p>`,
  );
}
