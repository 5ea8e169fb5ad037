import type { Context } from "hono";
import { html } from "hono/html";
import { previewRevision, type RevisionAsked } from "../../app/queries/things/revision-preview.ts";
import { masked } from "../../core/text/mask-numbers.ts";
import type { HttpEnv } from "../../http/context.ts";
import type { ConsoleParts } from "../console-parts.ts";
import { actForm } from "../html/act-form.ts";
import { page } from "../html/page.ts";
import { badge, itemLink, link, pathTo } from "../html/parts.ts";
import { statesBeside } from "../html/state-table.ts";
import { editableJson, type Html, noHtml, shown } from "../html/text.ts";
import { hashOfShown, refuseOtherThanShown } from "../shown-hash.ts";

const named = { void: "Void", unvoid: "Take the void back", correct: "Correct" } as const;

/** What a revision of an event would make of its process, and the form that does it. */
export async function revisionPage(
  c: Context<HttpEnv>,
  parts: ConsoleParts,
  asked: RevisionAsked,
): Promise<Response> {
  const { event, kind, data } = asked;
  const who = c.get("who");
  const preview = await previewRevision(c.get("of"), asked);
  const { type, key, before, after, plannedMore, plannedLess } = preview;
  const to = pathTo("events", event);
  const body = html`<p>Of ${itemLink(`process ${type}/${who.personal ? key : masked}`)}: the status ${badge(before.status)} ${before.status === after.status ? "stays" : html`becomes ${badge(after.status, "warn")}`}. Nothing is changed yet.</p>
<section><h2>What would differ</h2>${who.personal ? statesBeside(before.state, after.state, ["Now", "After it"], true) : html`<p class="empty">${masked}</p>`}</section>
${names("Actions that today's conditions would plan on it, and do not now", plannedMore)}${names("Actions that they would not plan any more", plannedLess)}
<p class="note">What was done is not undone, and nothing is done again automatically because of this.</p>
<div class="acts">${actForm(who, {
    to,
    title: `${named[kind]} event ${event}`,
    fields: html`<input type="hidden" name="set" value="${hashOfShown(preview)}">${
      kind === "correct"
        ? html`<input type="hidden" name="data" value="${editableJson(data)}">`
        : noHtml
    }`,
    choices: [[kind, named[kind]]],
  })}</div><p>${link(to, "Back to the event, and leave it as it is")}</p>`;
  return page(c, parts, { title: `What it would change: event ${event}`, body, same: null });
}

/** Throws a refusal where a revision of an event would not make of its process what was shown. */
export async function refuseOtherRevision(
  c: Context<HttpEnv>,
  asked: RevisionAsked,
  set: string,
): Promise<void> {
  const own = hashOfShown(await previewRevision(c.get("of"), asked));
  refuseOtherThanShown(set, own, `event ${asked.event}`);
}

function names(title: string, list: readonly string[]): Html {
  if (list.length === 0) return noHtml;
  return html`<section><h2>${title}</h2><ul>${list.map((name) => html`<li>${shown(name)}</li>`)}</ul></section>`;
}
