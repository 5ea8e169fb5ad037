import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { HttpContext, HttpEnv } from "../context.ts";
import { isEncrypted } from "../guard/client-address.ts";
import { HttpRefusal } from "../problem/problem.ts";
import type { LogInSession } from "./access.ts";
import { sessionCookie } from "./authenticate.ts";
import type { LogInLimit } from "./log-in-limit.ts";

/** As long as the names and passwords may be that people are given. */
const longestName = 64;
const longestPassword = 256;

/** Logs in by name and password, and gives the browser its cookie. Rejects with a refusal. */
export async function logIn(
  c: Context<HttpEnv>,
  { access, limit, settings }: HttpContext,
  { name, password }: { readonly name: string; readonly password: string },
): Promise<LogInSession> {
  if (name.length > longestName || password.length > longestPassword) {
    const message = `A name has at most ${longestName} characters, and a password ${longestPassword}`;
    throw new HttpRefusal("BAD_REQUEST", message);
  }
  const session = await limited(limit, { name, address: c.get("from") }, () =>
    limit.checking(() => access.logIn(name, password)),
  );
  if (session === null) {
    c.set("actor", name);
    throw new HttpRefusal("NOT_LOGGED_IN", "This name and password do not fit");
  }
  return begun(c, session, isEncrypted(c, settings));
}

/** Logs in by the code of a link, and gives the browser its cookie. Rejects with a refusal. */
export async function logInByCode(
  c: Context<HttpEnv>,
  { access, limit, settings }: HttpContext,
  code: string,
): Promise<LogInSession> {
  const session = await limited(limit, { name: null, address: c.get("from") }, () =>
    access.logInByCode(code),
  );
  if (session === null) {
    throw new HttpRefusal(
      "NOT_LOGGED_IN",
      "This link was used, or its time is over; have a new one made",
    );
  }
  return begun(c, session, isEncrypted(c, settings));
}

/** Counts a log-in before it is looked at; one that fits, or that could not be looked at, is taken back. */
async function limited(
  limit: LogInLimit,
  of: Parameters<LogInLimit["begin"]>[0],
  work: () => Promise<LogInSession | null>,
): Promise<LogInSession | null> {
  const attempt = limit.begin(of);
  try {
    const session = await work();
    if (session !== null) attempt.succeeded();
    return session;
  } catch (error) {
    attempt.unknown();
    throw error;
  }
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
