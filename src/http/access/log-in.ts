import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { HttpContext, HttpEnv } from "../context.ts";
import { isEncrypted } from "../guard/client-address.ts";
import { HttpRefusal } from "../problem/problem.ts";
import type { LogInSession } from "./access.ts";
import { sessionCookie } from "./authenticate.ts";

/** Logs in by name and password, and gives the browser its cookie. Rejects with a refusal. */
export async function logIn(
  c: Context<HttpEnv>,
  { access, limit, settings }: HttpContext,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<LogInSession> {
  const address = c.get("from");
  limit.check(name, address);
  const session = await access.logIn(name, password);
  if (session === null) {
    limit.failed(name, address);
    c.set("actor", name);
    throw new HttpRefusal("NOT_LOGGED_IN", "This name and password do not fit");
  }
  limit.succeeded(name);
  return begun(c, session, isEncrypted(c, settings));
}

/** Logs in by the code of a link, and gives the browser its cookie. Rejects with a refusal. */
export async function logInByCode(
  c: Context<HttpEnv>,
  { access, limit, settings }: HttpContext,
  code: string,
): Promise<LogInSession> {
  const address = c.get("from");
  limit.check("", address);
  const session = await access.logInByCode(code);
  if (session === null) {
    limit.failed("", address);
    throw new HttpRefusal(
      "NOT_LOGGED_IN",
      "This link was used, or its time is over; have a new one made",
    );
  }
  return begun(c, session, isEncrypted(c, settings));
}

/** Ends the browser's log-in. */
export async function logOut(
  c: Context<HttpEnv>,
  { access, settings }: HttpContext,
): Promise<void> {
  const secure = isEncrypted(c, settings);
  const cookie = sessionCookie(secure);
  const secret = getCookie(c, cookie);
  if (secret !== undefined) await access.logOut(secret);
  deleteCookie(c, cookie, { path: "/", secure });
}

function begun(c: Context<HttpEnv>, session: LogInSession, secure: boolean): LogInSession {
  setCookie(c, sessionCookie(secure), session.secret, {
    path: "/",
    httpOnly: true,
    sameSite: "Strict",
    secure,
  });
  c.set("actor", session.who.name);
  return session;
}
