import type { Context, MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import type { HttpSettings } from "../../config/http-settings.ts";
import type { HttpEnv } from "../context.ts";
import { isEncrypted } from "../guard/client-address.ts";
import { HttpRefusal } from "../problem/problem.ts";
import type { Access } from "./access.ts";
import type { Who } from "./who.ts";

/** The cookie of a log-in. The prefix, where the connection is encrypted, keeps other hosts from setting it. */
export function sessionCookie(overTls: boolean): string {
  return overTls ? "__Host-busbar" : "busbar";
}

/** Lets nobody past whom it does not know: a program by its token, a browser by its log-in. */
export function authenticate(access: Access, settings: HttpSettings): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const who = await whoAsks(c, access, sessionCookie(isEncrypted(c, settings)));
    if (who === null) {
      c.header("WWW-Authenticate", 'Bearer realm="busbar"');
      const message =
        "Say who asks: log in, or give a token as Authorization: Bearer bb_..., which an admin can make";
      throw new HttpRefusal("NOT_LOGGED_IN", message);
    }
    c.set("who", who);
    await next();
  };
}

async function whoAsks(c: Context<HttpEnv>, access: Access, cookie: string): Promise<Who | null> {
  const given = c.req.header("Authorization");
  if (given !== undefined) {
    const token = /^Bearer ([\w-]{1,200})$/i.exec(given)?.[1];
    return token === undefined ? null : access.ofToken(token);
  }
  const session = getCookie(c, cookie);
  return session === undefined ? null : access.ofSession(session);
}
