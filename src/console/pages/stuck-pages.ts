import { html } from "hono/html";
import {
  sayNothingStuck,
  seeBesideStuck,
  viewBesideStuck,
} from "../../app/queries/beside-stuck.ts";
import { listStuckCauses } from "../../app/queries/lists/stuck-causes.ts";
import { listStuck } from "../../app/queries/lists/stuck-items.ts";
import { codesNamedIn, notesOfCause, waysToSettle } from "../../app/queries/stuck.ts";
import type { BesideStuckView, StuckItemView, StuckNoteView } from "../../app/views/stuck-view.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { advice as adviceOf } from "../../core/stuck/remedy.ts";
import { shownTo } from "../../http/access/mask-personal.ts";
import type { Who } from "../../http/access/who.ts";
import { actForm } from "../html/act-form.ts";
import { adviceHtml } from "../html/advice.ts";
import { page } from "../html/page.ts";
import {
  badge,
  facts,
  itemLink,
  link,
  pager,
  pathTo,
  pathWith,
  table,
  timeOf,
} from "../html/parts.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import type { ConsolePage } from "./list-page.ts";

/** Causes of a page, and items of a cause. */
const rowsOfPage = 100;

/** What needs a person, by its cause. */
export const stuckPage: ConsolePage = {
  path: "/stuck",
  answer: async (c, parts) => {
    const after = c.req.query("after");
    const found = await listStuckCauses.page(c.get("of"), { after, limit: rowsOfPage });
    const causes = shownTo(c.get("who"), found.items);
    const beside = shownTo(c.get("who"), viewBesideStuck(await seeBesideStuck(c.get("of"))));
    const body = html`${besideList(beside)}${table(
      "What is stuck, by its cause",
      ["Cause", "What", "Items", "Since", "Assigned to", "Example"],
      causes.map((cause) => [
        link(pathTo("stuck", cause.id), cause.title),
        badge(cause.kind, cause.retryAt === undefined ? "bad" : "warn"),
        html`${cause.count}${when(cause.dismissed > 0, () => html` (${cause.dismissed} dismissed)`)}`,
        timeOf(cause.since),
        html`${shown(cause.assignees.join(", "))}`,
        html`${itemLink(cause.example.item)} ${shown(cause.example.reason)}`,
      ]),
      sayNothingStuck(beside.length > 0),
    )}${pager("/stuck", { after }, found.next)}`;
    const same = { remedy: "list-stuck" } as const;
    return page(c, parts, {
      title: "Stuck",
      body,
      same,
      json: "/api/v1/stuck/causes",
      isLive: true,
    });
  },
};

/** What keeps work from being done though it is not stuck itself, before what is. */
function besideList(beside: readonly BesideStuckView[]): Html {
  if (beside.length === 0) return noHtml;
  return html`<section><h2>On hold or in trouble</h2><ul>${beside.map((one) => html`<li>${besideLine(one)}</li>`)}</ul></section>`;
}

function besideLine(one: BesideStuckView): Html {
  switch (one.kind) {
    case "hold":
      return html`${link("/channels#holds", `${one.stage} on hold`)}: ${shown(one.reason)}`;
    case "clock":
      return html`The clock is behind what was recorded last`;
    case "daemon":
      return html`${shown(one.problem)}`;
    case "channel": {
      const files = one.troubled?.entries ?? [];
      return html`channel ${link(pathTo("channels", one.name), one.name)} ${badge(one.state)} ${shown(one.problem)}${when(files.length > 0, () => html`<ul>${files.map(({ name, reason }) => html`<li>${shown(name)}: ${shown(reason)}</li>`)}</ul>`)}`;
    }
  }
}

/** Everything that is stuck for one cause, and what can be done about it. */
export const causePage: ConsolePage = {
  path: "/stuck/:cause",
  answer: async (c, parts) => {
    const of = c.get("of");
    const who = c.get("who");
    const cause = c.req.param("cause") ?? "";
    const after = c.req.query("after");
    const found = await listStuck.page(of, { cause, after, limit: rowsOfPage });
    const asked = { cause, dismissed: true, limit: rowsOfPage };
    const kept = await listStuck.page(of, asked);
    const dismissed = shownTo(who, kept);
    const items = shownTo(who, found.items);
    const [first = dismissed.items[0]] = items;
    if (first === undefined)
      throw new RefusedError("not-found", `Nothing is stuck for cause ${cause} any more`, {
        about: `cause ${cause}`,
        remedy: adviceOf("`{}` shows what is", { remedy: "list-stuck" }),
      });
    const notes = shownTo(who, await notesOfCause(of, { cause }));
    const [whole = kept.items[0]] = found.items;
    const ways = shownTo(who, whole === undefined ? [] : waysToSettle(whole));
    const codes = codesNamedIn(first.cause.title);
    const to = pathTo("stuck", cause);
    const body = html`${facts([
      ["What", badge(first.kind, "bad")],
      [
        "Items",
        `${found.next === null && after === undefined ? items.length : `${items.length} on this page`}, ${dismissed.items.length} dismissed`,
      ],
      ["Since", timeOf(first.since)],
      ["Assigned to", first.assignee],
      [
        "What it means",
        codes.length === 0
          ? null
          : html`${codes.map((code) => html`${link(pathTo("codes", code), code)} `)}`,
      ],
    ])}
${when(ways.length > 0, () => html`<section class="next"><h2>What to do</h2><ul>${ways.map((one) => html`<li>${adviceHtml(parts, one)}</li>`)}</ul></section>`)}
<div class="acts">${causeForms(who, to, dismissed.items.length > 0)}</div>
${notes.length === 0 ? noHtml : html`<section><h2>What was said</h2>${noteList(notes)}</section>`}
<section><h2>Items</h2>${itemTable(items, "All of them are dismissed.")}${pager(to, { after }, found.next)}</section>
${when(dismissed.items.length > 0, () => html`<section><h2>Dismissed</h2>${itemTable(dismissed.items, "")}</section>`)}`;
    const same = { remedy: "show-cause", cause } as const;
    const title = first.cause.title;
    return page(c, parts, {
      title,
      body,
      same,
      json: pathWith("/api/v1/stuck/items", { cause }),
    });
  },
};

/** A form for each thing that can be done or said about a cause. */
function causeForms(who: Who, to: string, isDismissed: boolean): Html {
  const say = (what: string, title: string, label: string) =>
    actForm(who, {
      to,
      title,
      asksReason: false,
      fields: html`<label>${label} <input name="text" required maxlength="500"></label>`,
      choices: [[what, title]],
    });
  return html`${actForm(who, {
    to,
    title: "Try again",
    about: "See first what it would come to, and then try all that was seen; or try one.",
    choices: [
      ["dry-run", "What would it come to?"],
      ["try-one", "Try the first"],
    ],
  })}${say("assign", "Assign", "To whom")}${say("note", "Note", "What is to be known")}${say("dismiss", "Dismiss", "Why nothing is to be done")}${when(isDismissed, () => say("restore", "Restore", "Why it counts again"))}`;
}

function itemTable(rows: readonly StuckItemView[], empty: string): Html {
  return table(
    "Items",
    ["Item", "Name", "Why", "Since", "Tried again", "Said"],
    rows.map((one) => [
      itemLink(one.item),
      html`${shown(one.name)}${when(one.file !== null && !one.item.startsWith("file"), () => html`, ${itemLink(`file ${one.file}`)}`)}`,
      html`${shown(one.reason)}${one.behind === undefined ? noHtml : html`; behind ${itemLink(`outbound ${one.behind.id}`)}`}`,
      timeOf(one.since),
      one.retryAt === undefined ? noHtml : timeOf(one.retryAt),
      noteList(one.said),
    ]),
    empty,
  );
}

function noteList(notes: readonly StuckNoteView[]): Html {
  if (notes.length === 0) return noHtml;
  return html`<ul class="notes">${notes.map(({ verb, text, actor, at }) => html`<li>${badge(verb, "quiet")} ${shown(text)} <span class="by">${shown(actor)}, ${timeOf(at)}</span></li>`)}</ul>`;
}
