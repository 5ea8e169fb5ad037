import type { Context } from "hono";
import { html } from "hono/html";
import { listNotices } from "../../app/queries/lists/notices.ts";
import { noticeDetail } from "../../app/queries/notice-detail.ts";
import { goingSnoozes } from "../../app/queries/snoozes.ts";
import {
  type NoticeMessageView,
  type NoticeView,
  type SnoozeView,
  viewNoticeDetail,
} from "../../app/views/notice-view.ts";
import { snoozeText } from "../../core/notice/notice.ts";
import { shownTo } from "../../http/access/mask-personal.ts";
import type { HttpEnv } from "../../http/context.ts";
import { actForm } from "../html/act-form.ts";
import { way } from "../html/advice.ts";
import { page } from "../html/page.ts";
import { badge, facts, link, pathTo, table, timeOf } from "../html/parts.ts";
import { type Html, noHtml, shown } from "../html/text.ts";
import { numberIn } from "./asked-number.ts";
import { type ConsolePage, listPage } from "./list-page.ts";

const levelTones = { urgent: "bad", work: "warn", info: "quiet" } as const;

/** How long a snooze may be asked for. */
const lengths = [
  ["1h", "1 hour"],
  ["4h", "4 hours"],
  ["1d", "1 day"],
  ["7d", "7 days"],
] as const;

const lengthField = html`<label>For <select name="for">${lengths.map(([value, name]) => html`<option value="${value}">${name}</option>`)}</select></label>`;

/** What is or was wrong, as people are notified of it. */
export const noticesPage: ConsolePage = listPage<NoticeView>({
  path: "/notices",
  title: "Notices",
  of: "notice",
  query: listNotices,
  filters: [{ name: "all", label: "ended ones too", type: "checkbox" }],
  head: ["Notice", "Level", "What", "Since", "Items", "With", "Told"],
  cells: (notice) => [
    link(pathTo("notices", notice.id), notice.id),
    badge(notice.level, levelTones[notice.level]),
    link(pathTo("notices", notice.id), notice.title),
    html`${timeOf(notice.since)}${notice.endedAt === null ? noHtml : html` until ${timeOf(notice.endedAt)}`}`,
    html`${notice.count}`,
    html`${shown(notice.assignees.join(", "))}`,
    toldOf(notice),
  ],
  none: "Nothing is wrong that the daemon has noticed.",
  below: snoozeSection,
});

/** Whether everybody was notified, and if not, why not. */
function toldOf({ endedAt, untold }: NoticeView): Html {
  if (untold !== null) return html`${badge("not notified", "warn")} ${shown(untold)}`;
  return endedAt === null ? badge("told", "good") : badge("ended", "quiet");
}

/** One notice: what was said of it, to whom, whether it arrived, and why it was not said. */
export const noticePage: ConsolePage = {
  path: "/notices/:id",
  answer: async (c, parts) => {
    const of = c.get("of");
    const id = numberIn(c, "id");
    const { notice, messages } = await noticeDetail(of, { id });
    const view = shownTo(c.get("who"), viewNoticeDetail(notice, messages));
    const body = html`${facts([
      ["Level", badge(view.level, levelTones[view.level])],
      ["State", badge(view.endedAt === null ? "going on" : "ended", "quiet")],
      ["Since", timeOf(view.since)],
      ["Noticed", timeOf(view.openedAt)],
      ["Ended", view.endedAt === null ? null : timeOf(view.endedAt)],
      ["Items", view.count],
      ["Time within an hour", view.turn > 1 ? view.turn : null],
      [
        "Channel",
        view.channel === null ? null : link(pathTo("channels", view.channel), view.channel),
      ],
      ["With", view.assignees.join(", ")],
      ["Not notified", view.untold],
      ["What to do", notice.remedy === null ? null : way(parts.commandOf, notice.remedy)],
    ])}
<section><h2>Revisions</h2>${messageTable(view.messages)}</section>
<div class="acts">${actForm(c.get("who"), {
      to: "/notices",
      title: "Snooze",
      about:
        "Nobody is notified of it until then; its end is notified to those who were notified of its beginning.",
      fields: html`<input type="hidden" name="notice" value="${id}">${lengthField}`,
      choices: [["snooze", "Snooze"]],
    })}</div>`;
    return page(c, parts, {
      title: `Notice ${id}: ${view.title}`,
      body,
      same: { look: "show", of: "notice", name: id },
      json: `/api/v1/notices/${id}`,
    });
  },
};

function messageTable(messages: readonly NoticeMessageView[]): Html {
  return table(
    "Deliveries",
    ["Decided", "To", "Says", "State", "Tries", "Why"],
    messages.map(({ at, contact, verb, state, attempts, reason, dueAt, settledAt }) => [
      timeOf(at),
      html`${shown(contact)}`,
      badge(verb, "quiet"),
      html`${badge(state, state === "failed" ? "bad" : state === "sent" ? "good" : "quiet")} ${settledAt === null ? noHtml : timeOf(settledAt)}`,
      html`${attempts}`,
      html`${state === "waiting" ? html`due ${timeOf(dueAt)} ` : noHtml}${shown(reason)}`,
    ]),
    "Nobody was notified.",
  );
}

async function snoozeSection(c: Context<HttpEnv>): Promise<Html> {
  const who = c.get("who");
  const snoozes = shownTo(who, await goingSnoozes(c.get("of")));
  return html`<section id="snoozes"><h2>Snoozed</h2>${table(
    "What is snoozed",
    ["What", "Until", "By", "Why", "End it"],
    snoozes.map((one) => [
      html`${shown(snoozeText(one.scope))}`,
      timeOf(one.until),
      html`${shown(one.actor)}`,
      html`${shown(one.reason)}`,
      endForm(c, one),
    ]),
    "Nothing is snoozed.",
  )}
<div class="acts">${actForm(who, {
    to: "/notices",
    title: "Snooze a channel, or everything",
    about:
      "Nobody is notified of anything new until then. What is wrong is judged and kept all the same.",
    fields: html`<label>Channel (everything where empty) <input name="channel"></label>${lengthField}`,
    choices: [["snooze", "Snooze"]],
  })}</div></section>`;
}

function endForm(c: Context<HttpEnv>, { id, scope }: SnoozeView): Html {
  return actForm(c.get("who"), {
    to: "/notices",
    title: `End the snooze of ${snoozeText(scope)}`,
    fields: html`<input type="hidden" name="snooze" value="${id}">`,
    choices: [["unsnooze", "End it"]],
  });
}
