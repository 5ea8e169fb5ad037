import type { MiddlewareHandler } from "hono";
import type { HttpEnv } from "../context.ts";
import { HttpRefusal } from "../problem/problem.ts";

/**
 * Refuses what changes something when a page of another site has the browser ask for it. Browsers say by
 * `Sec-Fetch-Site` who asks, older ones by `Origin`; programs say neither, and bring no cookie.
 */
export const refuseCrossSite: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  const site = c.req.header("Sec-Fetch-Site");
  const origin = c.req.header("Origin");
  const isOurs =
    site === undefined
      ? origin === undefined || hostOf(origin) === (c.req.header("Host") ?? hostOf(c.req.url))
      : site === "same-origin" || site === "none";
  if (!isOurs)
    throw new HttpRefusal("CROSS_SITE", "A page of another site asked for this; nothing was done");
  return next();
};

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host : null;
}
