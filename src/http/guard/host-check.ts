import type { MiddlewareHandler } from "hono";
import type { HttpSettings } from "../../config/http-settings.ts";
import type { HttpEnv } from "../context.ts";
import { HttpRefusal } from "../problem/problem.ts";

/** Names of this machine by which it is always reached, on loopback. */
const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/**
 * Refuses requests for other hosts: a page elsewhere may have its own name point to this machine, and would
 * then be of one origin with us.
 */
export function checkHost({ host, names }: HttpSettings): MiddlewareHandler<HttpEnv> {
  const written = host.includes(":") ? `[${host}]` : host;
  const known = new Set([...loopbackNames, written, ...names].map((name) => name.toLowerCase()));
  return async (c, next) => {
    const asked = c.req.header("Host") ?? new URL(c.req.url).host;
    const name = asked.replace(/:\d+$/, "").toLowerCase();
    if (!known.has(name)) {
      const message = `Nothing is answered for the host ${name}; ask for ${written}, or add the name under http.names in busbar.yaml`;
      throw new HttpRefusal("UNKNOWN_HOST", message);
    }
    await next();
  };
}
