import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { authenticate } from "./access/authenticate.ts";
import { answersErrors, logFaults } from "./answer-errors.ts";
import { checkPath, uploadPath } from "./api/upload-routes.ts";
import type { HttpContext, HttpEnv, HttpRouter } from "./context.ts";
import { keepAudit } from "./guard/audit.ts";
import { clientAddress, refuseInClear } from "./guard/client-address.ts";
import { countRequests } from "./guard/count-requests.ts";
import { refuseCrossSite } from "./guard/cross-site.ts";
import { healthRoutes } from "./guard/health-routes.ts";
import { checkHost } from "./guard/host-check.ts";
import { securityHeaders } from "./guard/security-headers.ts";
import { HttpRefusal } from "./problem/problem.ts";

/** The bytes that a request may have where its address does not say otherwise. */
const mostBytes = 1 << 20;

/**
 * All that is answered over HTTP: what is asked of every request first, then what is open to everybody, then, for
 * those who said who they are, what acts and what reads.
 */
export function httpApp(context: HttpContext): HttpRouter {
  const { settings, installation, access, faces, log } = context;
  const app = new Hono<HttpEnv>();
  answersErrors(app, faces, logFaults(log));
  app.use(async (c, next) => {
    c.set("requestId", randomUUID());
    c.set("from", clientAddress(c, settings));
    c.set("of", installation);
    await next();
  });
  app.use(countRequests(context.meter), securityHeaders(settings), keepAudit(context));
  app.use(refuseInClear(settings), checkHost(settings), refuseCrossSite);
  const ofFiles = new Set([uploadPath, checkPath, ...faces.flatMap(({ bounded = [] }) => bounded)]);
  const limited = bodyLimit({ maxSize: mostBytes, onError: tooLarge });
  // The bytes of files have limits of their own.
  app.use((c, next) => (ofFiles.has(c.req.path) ? next() : limited(c, next)));
  healthRoutes(app, context);
  for (const face of faces) face.open?.(app, context);
  app.use(authenticate(access, settings));
  for (const face of faces) face.acts?.(app, context);
  app.get("*", (c) => readBeside(c, context));
  app.all("*", (c) => {
    throw new HttpRefusal("NO_SUCH_ADDRESS", `Nothing takes ${c.req.method} at ${c.req.path}`);
  });
  return app;
}

function tooLarge(): never {
  throw new HttpRefusal("TOO_LARGE", `A request may have ${mostBytes} bytes here`);
}

/** Headers that those who read are given: what is wanted, and not who asks, which is known by then. */
const passedOn = ["accept", "accept-language", "if-none-match", "hx-request"];

function readBeside(c: Context<HttpEnv>, { reads }: HttpContext): Promise<Response> {
  const { pathname, search } = new URL(c.req.url);
  const headers = passedOn.flatMap((name): [string, string][] => {
    const value = c.req.header(name);
    return value === undefined ? [] : [[name, value]];
  });
  return reads.answer({
    url: pathname + search,
    headers,
    requestId: c.get("requestId"),
    from: c.get("from"),
    who: c.get("who"),
  });
}
