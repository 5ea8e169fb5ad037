import { randomUUID } from "node:crypto";
import { html } from "hono/html";
import { includes } from "../../core/access/access.ts";
import type { Who } from "../../http/access/who.ts";
import { type Html, noHtml, shown } from "./text.ts";

/** A form that has something done: what is said of it, where it is sent to, and what is asked besides the reason. */
export interface ActForm {
  readonly to: string;
  readonly title: string;
  /** What it comes to, said before it is done. */
  readonly about?: string;
  /** Buttons, each with the value of `what` that it sends. */
  readonly choices: readonly (readonly [value: string, label: string])[];
  /** Other fields. */
  readonly fields?: Html;
  /** The reason as it was sent before. */
  readonly reason?: string;
  /** False where no reason is asked. */
  readonly asksReason?: boolean;
}

/** A form for those who may act; nothing for others. */
export function actForm(who: Who, form: ActForm): Html {
  const { to, title, about, choices, fields = noHtml, asksReason = true, reason = "" } = form;
  if (!includes(who.role, "operator")) return noHtml;
  return html`<form class="act" method="post" action="${to}"><input type="hidden" name="once" value="${randomUUID()}"><fieldset><legend>${title}</legend>
${about === undefined ? noHtml : html`<p>${shown(about)}</p>`}
${fields}${
  asksReason
    ? html`<label>Reason <input name="reason" value="${reason}" required maxlength="500" autocomplete="off"></label>`
    : noHtml
}
<p>${choices.map(([value, label]) => html`<button name="what" value="${value}">${label}</button> `)}</p></fieldset></form>`;
}
