import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Face } from "../http/context.ts";
import { addActs } from "./acts.ts";
import { addAssets } from "./assets/assets.ts";
import type { ConsoleParts } from "./console-parts.ts";
import { whole } from "./html/page.ts";
import { link } from "./html/parts.ts";
import { shown, when } from "./html/text.ts";
import { addLive } from "./live/live-routes.ts";
import { addLogIn } from "./log-in.ts";
import { addDownloads } from "./pages/bytes.ts";
import { addCheck, checkPagePath } from "./pages/check-page.ts";
import { consolePages } from "./pages.ts";

/**
 * The console: pages for people over everything that is in an installation, each at an address of its own. It
 * needs no network, and no script: where scripts run, pages follow what happens.
 */
export function consoleOf(parts: ConsoleParts): Face {
  return {
    bounded: [checkPagePath],
    open: (router, context) => {
      addAssets(router);
      addLogIn(router, context);
    },
    reads: (router) => {
      for (const { path, answer } of consolePages) router.get(path, (c) => answer(c, parts));
    },
    acts: (router, context) => {
      addDownloads(router);
      addCheck(router, parts);
      addActs(router, parts);
      addLive(router, context);
    },
    problemPage: (problem, c) => {
      const to = new URL(c.req.url);
      if (problem.code === "NOT_LOGGED_IN" && c.req.method === "GET" && c.req.path !== "/login")
        return c.redirect(`/login?to=${encodeURIComponent(to.pathname + to.search)}`, 302);
      const body = html`<main id="main" class="alone"><h1>${shown(problem.title)}</h1><p>${shown(problem.detail)}</p>
${when((problem.errors ?? []).length > 0, () => html`<ul>${(problem.errors ?? []).map(({ pointer, detail }) => html`<li><code>${shown(pointer)}</code> ${shown(detail)}</li>`)}</ul>`)}
<p>${link("/", "Overview")}</p><p class="by">${shown(problem.code)}, request ${shown(c.get("requestId"))}</p></main>`;
      return c.html(whole(problem.title, body), problem.status as ContentfulStatusCode);
    },
  };
}
