import type { Context } from "hono";
import { html } from "hono/html";
import { logIn, logInByCode, logOut } from "../http/access/log-in.ts";
import type { HttpContext, HttpEnv, HttpRouter } from "../http/context.ts";
import { HttpRefusal } from "../http/problem/problem.ts";
import { logOutPath, whole } from "./html/page.ts";
import { type Html, noHtml, shown } from "./html/text.ts";
import { readForm } from "./read-form.ts";

/** Adds the page to log in on, the address of a log-in link, and the one to log out at. */
export function addLogIn(router: HttpRouter, context: HttpContext): void {
  router.get("/login", (c) => {
    const code = c.req.query("code");
    return c.html(whole("Log in", code === undefined ? passwordForm(c) : codeForm(code)));
  });
  router.post("/login", async (c) => {
    const form = await readForm(c);
    const text = (name: string) => form[name] ?? "";
    try {
      // A link is followed by mail programs and previews too: only the button under it uses it up.
      if (text("code") !== "") await logInByCode(c, context, text("code"));
      else await logIn(c, context, { name: text("name"), password: text("password") });
    } catch (error) {
      if (!(error instanceof HttpRefusal)) throw error;
      const page = passwordForm(c, error.message, text("to"));
      return c.html(whole("Log in", page), error.code === "TOO_MANY" ? 429 : 401);
    }
    return c.redirect(ownPath(text("to")), 303);
  });
  router.post(logOutPath, async (c) => {
    await logOut(c, context);
    return c.redirect("/login", 303);
  });
}

function passwordForm(c: Context<HttpEnv>, problem = "", to = c.req.query("to") ?? ""): Html {
  return html`<main id="main" class="alone"><h1>Log in to Busbar</h1>${problem === "" ? noHtml : html`<p class="verdict bad" role="alert">${shown(problem)}</p>`}
<form class="act" method="post" action="/login"><input type="hidden" name="to" value="${ownPath(to)}">
<label>Name <input name="name" autocomplete="username" required autofocus></label>
<label>Password <input name="password" type="password" autocomplete="current-password" required></label>
<p><button>Log in</button></p></form></main>`;
}

function codeForm(code: string): Html {
  return html`<main id="main" class="alone"><h1>Log in to Busbar</h1><p>This link logs you in once.</p>
<form method="post" action="/login"><input type="hidden" name="code" value="${shown(code)}"><button autofocus>Log in</button></form></main>`;
}

/** An address of the console; the overview where it is none, so that nobody is led elsewhere. */
function ownPath(to: string): string {
  return /^\/(?![/\\])[^\s\\\p{Cc}]*$/u.test(to) && !encodedControl.test(to) ? to : "/";
}

/** A control character as addresses write it. */
const encodedControl = /%(?:[01][0-9a-f]|7f)/i;
