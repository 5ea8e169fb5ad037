import type { Context, MiddlewareHandler } from "hono";
import { logFailure } from "../../runtime/log-failure.ts";
import { problemHeader } from "../answer-errors.ts";
import type { HttpContext, HttpEnv } from "../context.ts";

/** Refusals of strangers that are kept an hour; more would let anybody fill the disk. */
const mostOfStrangers = 200;
const hourMs = 3_600_000;

/** Keeps what was asked that changes something, and whom what was refused: who, from where, what, why, and how it ended. */
export function keepAudit({ installation, log }: HttpContext): MiddlewareHandler<HttpEnv> {
  const { store, clock } = installation;
  let strangers = { since: clock.steady(), count: 0 };
  const isKept = (c: Context<HttpEnv>): boolean => {
    const isRefused = c.res.status === 401 || c.res.status === 403 || c.res.status === 421;
    const isRead = c.req.method === "GET" || c.req.method === "HEAD";
    if (isRead && !isRefused) return false;
    if (c.get("who") !== undefined || c.get("actor") !== undefined) return true;
    if (clock.steady() - strangers.since > hourMs) strangers = { since: clock.steady(), count: 0 };
    strangers.count += 1;
    return strangers.count <= mostOfStrangers;
  };
  return async (c, next) => {
    await next();
    if (!isKept(c)) return;
    try {
      await store.access.note(entryOf(c));
    } catch (error) {
      const request = c.get("requestId");
      const say = "what was asked could not be kept";
      logFailure(log, error, say, { event: "request-failed", request });
    }
  };
}

function entryOf(c: Context<HttpEnv>) {
  const { status } = c.res;
  const outcome = status >= 500 ? "failed" : status >= 400 ? "refused" : "done";
  return {
    actor: c.get("who")?.name ?? c.get("actor") ?? null,
    address: c.get("from"),
    act: `${c.req.method} ${c.req.path}`.slice(0, 500),
    reason: c.get("reason") ?? null,
    outcome,
    code: outcome === "done" ? null : (c.res.headers.get(problemHeader) ?? String(status)),
    request: c.get("requestId"),
  } as const;
}
