import { z } from "zod";
import { inputOf, needRole } from "../api/check-input.ts";
import { idText } from "../api/parameters.ts";
import { apiRoot } from "../api/route.ts";
import type { HttpContext, HttpRouter } from "../context.ts";

const input = z.object({ job: idText });

/** What runs in the background: how far it is, what came of each item, and stopping it. It is known to the daemon alone. */
export function jobRoutes(router: HttpRouter, { jobs }: HttpContext): void {
  router.get(`${apiRoot}/jobs`, (c) => {
    needRole(c, "viewer");
    return c.json({ items: jobs.list() });
  });
  router.get(`${apiRoot}/jobs/:job`, (c) => {
    needRole(c, "viewer");
    return c.json(jobs.get(Number(inputOf(input, c.req.param())["job"])));
  });
  router.post(`${apiRoot}/jobs/:job/stops`, async (c) => {
    needRole(c, "operator");
    return c.json(await jobs.stop(Number(inputOf(input, c.req.param())["job"])));
  });
}
