import type { MiddlewareHandler } from "hono";
import type { Meter } from "../../runtime/meter.ts";
import { actRoutes } from "../api/act-routes.ts";
import { otherRoutes } from "../api/other-routes.ts";
import { readRoutes } from "../api/read-routes.ts";
import { apiRoot } from "../api/route.ts";
import type { HttpEnv } from "../context.ts";

/** What else is answered, beside the API and pages for people. */
const others = ["/livez", "/readyz", "/metrics"];

/** Counts requests by the form of their address, and how long they took until their answer began. */
export function countRequests(meter: Meter): MiddlewareHandler<HttpEnv> {
  const routeOf = routeNames();
  return async (c, next) => {
    const beganAt = performance.now();
    await next();
    const route = c.res.status === 404 ? "none" : routeOf(c.req.path);
    const { method } = c.req;
    const labels = { route, method: methods.has(method) ? method : "other" };
    const statusClass = `${Math.floor(c.res.status / 100)}xx`;
    meter.count("busbar_http_requests_total", { ...labels, status_class: statusClass });
    const seconds = (performance.now() - beganAt) / 1_000;
    meter.observe("busbar_http_request_seconds", { route }, seconds);
  };
}

const methods = new Set(["GET", "HEAD", "POST", "DELETE"]);

/** Tells the form of an address, such as `/files/{file}`; pages for people are one. No part of it is what was asked. */
function routeNames(): (path: string) => string {
  const paths = [...readRoutes, ...actRoutes, ...otherRoutes].map(({ path }) => path);
  const forms = [...new Set(paths)].map((path) => {
    const parts = path.split("/");
    return { path, parts };
  });
  return (path) => {
    if (others.includes(path)) return path;
    if (!path.startsWith(`${apiRoot}/`)) return "page";
    const asked = path.slice(apiRoot.length).split("/");
    const fits = (parts: readonly string[], place: number) =>
      parts[place] === asked[place] || parts[place]?.startsWith("{") === true;
    const form = forms.find(
      ({ parts }) => parts.length === asked.length && parts.every((_, place) => fits(parts, place)),
    );
    return form?.path ?? "other";
  };
}
