import type { Context } from "hono";
import { shownTo } from "../access/mask-personal.ts";
import type { Face, HttpEnv } from "../context.ts";
import { feedRoutes } from "../feed/feed-routes.ts";
import { jobRoutes } from "../jobs/job-routes.ts";
import { actRoutes } from "./act-routes.ts";
import { answerAct } from "./answer-act.ts";
import { inputOf, needRole, queryOf } from "./check-input.ts";
import { openApi } from "./openapi.ts";
import { rawRoutes } from "./raw-routes.ts";
import { readRoutes } from "./read-routes.ts";
import { apiRoot, type ReadRoute } from "./route.ts";
import { sessionRoutes } from "./session-routes.ts";
import { uploadRoutes } from "./upload-routes.ts";

/** The API: every route of its tables, and what is no JSON. */
export const apiFace: Face = {
  open(router, context) {
    sessionRoutes(router, context);
  },
  acts(router, context) {
    for (const route of actRoutes)
      router.on(route.method.toUpperCase(), pathOf(route.path), (c) =>
        answerAct(c, route, context),
      );
    jobRoutes(router, context);
    rawRoutes(router);
    feedRoutes(router, context);
    uploadRoutes(router);
  },
  reads(router) {
    for (const route of readRoutes)
      router.get(pathOf(route.path), async (c) => answerRead(c, route));
    router.get(`${apiRoot}/openapi.json`, (c) => c.json(openApi()));
  },
};

/** A path as the router has it: `/files/:file`. */
function pathOf(path: string): string {
  return apiRoot + path.replace(/\{(\w+)\}/g, ":$1");
}

async function answerRead(c: Context<HttpEnv>, route: ReadRoute): Promise<Response> {
  const who = c.get("who");
  needRole(c, route.role);
  const input = inputOf(route.input, { ...queryOf(c), ...c.req.param() });
  const answer = await route.run(c.get("of"), input, { who, requestId: c.get("requestId") });
  if ("next" in answer && typeof answer.next === "string") {
    const next = new URL(c.req.url);
    next.searchParams.set("after", answer.next);
    c.header("Link", `<${next.pathname}${next.search}>; rel="next"`);
  }
  const version = await route.version?.(c.get("of"), input);
  if (version !== undefined) c.header("ETag", `"${version}"`);
  return c.json(shownTo(who, answer));
}
