import type { Context } from "hono";
import { z } from "zod";
import { shownTo } from "../access/mask-personal.ts";
import { inputOf, needRole } from "../api/check-input.ts";
import { idText } from "../api/parameters.ts";
import { apiRoot } from "../api/route.ts";
import type { HttpContext, HttpRouter } from "../context.ts";

const input = z.object({ job: idText });

/** What runs in the background: how far it is, what came of each item, and stopping it. It is known to the daemon alone. */
export function jobRoutes(router: HttpRouter, { jobs }: HttpContext): void {
  router.get(`${apiRoot}/jobs`, (c) => {
    needRole(c, "viewer");
    return c.json(shownTo(c.get("who"), { items: jobs.list() }));
  });
  router.get(`${apiRoot}/jobs/:job`, (c) => {
    needRole(c, "viewer");
    return c.json(shownTo(c.get("who"), jobs.get(numberIn(c))));
  });
  router.post(`${apiRoot}/jobs/:job/stops`, async (c) => {
    needRole(c, "operator");
    return c.json(shownTo(c.get("who"), await jobs.stop(numberIn(c))));
  });
}

function numberIn(c: Context): number {
  return Number(inputOf(input, c.req.param())["job"]);
}
