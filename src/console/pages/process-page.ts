import type { Context } from "hono";
import { html } from "hono/html";
import { showProcesses, showProcessesAt } from "../../app/queries/things/process.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { masked, shownTo } from "../../http/access/mask-personal.ts";
import type { Who } from "../../http/access/who.ts";
import type { HttpEnv } from "../../http/context.ts";
import { actForm } from "../html/act-form.ts";
import { page } from "../html/page.ts";
import { badge, facts, link, pathTo, pathWith, table, timeOf } from "../html/parts.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import { compareStates } from "../timeline/compare-states.ts";
import { timelinePicture } from "../timeline/draw.ts";
import { entriesOf } from "../timeline/entries-of.ts";
import { type Entry, momentBy, type ProcessClock, processClocks } from "../timeline/entry.ts";
import type { ConsolePage } from "./list-page.ts";

/** A process on its two clocks: what happened, what it was at a moment, and what it is now. */
export const processPage: ConsolePage = {
  path: "/processes/:type/:key",
  answer: async (c, parts) => {
    const of = c.get("of");
    const who = c.get("who");
    const type = c.req.param("type") ?? "";
    const key = c.req.param("key") ?? "";
    const clock = clockAsked(c);
    const at = momentAsked(c);
    const named = { named: key, type };
    const [now] = await showProcesses(of, named);
    const [ahead] = await showProcessesAt(of, { ...named, moment: {} });
    if (now === undefined || ahead === undefined)
      throw new RefusedError("not-found", `There is no process ${type}/${key}`);
    const found = shownTo(who, await entriesOf(of, { type, key }, ahead.deadlines));
    const order = clock === "sent" ? "asOf" : "knownAt";
    const [then] =
      at === null ? [] : await showProcessesAt(of, { ...named, moment: { [order]: at } });
    const path = pathTo("processes", type, key);
    const body = html`${facts([
      ["Status", badge(now.status)],
      ["Type", type],
      ["Key", who.personal ? key : masked],
      ["Events", link(pathWith("/events", { processType: type, key }), now.events.length)],
      [
        "Next deadline",
        ahead.deadlines[0] === undefined
          ? null
          : html`${shown(shownTo(who, ahead.deadlines[0].name))}, ${timeOf(ahead.deadlines[0].dueAt)}`,
      ],
      [
        "Damaged",
        now.damaged === null ? null : link(pathTo("events", now.damaged), `event ${now.damaged}`),
      ],
    ])}
<section><h2>Time line</h2>${clockForm(path, clock, at, found.entries)}
${when(found.isCut, () => html`<p class="note">Only the newest are drawn; ${link(pathWith("/events", { processType: type, key }), "all its events")}.</p>`)}
${timelinePicture(found.entries, clock, at)}</section>
<section><h2>${at === null ? "State" : html`State by ${timeOf(at)} beside now`}</h2>${who.personal ? stateTable(then?.state ?? null, now.state, at !== null) : html`<p class="empty">${masked}</p>`}
${then === undefined ? noHtml : html`<p>Status then: ${badge(then.status)}, after ${then.events.length} events. Status now: ${badge(now.status)}.</p>`}</section>
<section><h2>What happened</h2>${entryTable(found.entries, clock)}</section>
${await commandForms(c, who, type, key)}`;
    return page(c, parts, {
      title: `${type} ${who.personal ? key : masked}`,
      body,
      same: { remedy: "show-process", key: who.personal ? key : masked, type },
      json: `/api/v1/processes/${encodeURIComponent(type)}/${encodeURIComponent(key)}`,
    });
  },
};

function clockAsked(c: Context<HttpEnv>): ProcessClock {
  return processClocks.find((clock) => clock === c.req.query("clock")) ?? "sent";
}

/** The end of the year 9999: what is later is a slip of the hand. */
const lastMoment = 253_402_300_799_999;

/** The moment that is looked at; null: now. Throws a refusal where it is none. */
function momentAsked(c: Context<HttpEnv>): number | null {
  const text = c.req.query("at")?.trim();
  if (text === undefined || text === "") return null;
  const at = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (!(at >= 0 && at <= lastMoment))
    throw new RefusedError(
      "invalid",
      "at: a moment from 1970 to 9999, such as 2026-03-02T09:30 or 2026-03-02T09:30:00Z",
    );
  return at;
}

/** Which clock, and buttons from moment to moment: every way works without a pointer and without scripts. */
function clockForm(
  path: string,
  clock: ProcessClock,
  at: number | null,
  entries: readonly Entry[],
): Html {
  const moments = [
    ...new Set(entries.filter(({ mark }) => mark !== "ahead").map((one) => momentBy(clock, one))),
  ].sort((a, b) => a - b);
  const back = at === null ? moments.at(-2) : moments.findLast((one) => one < at);
  const on = at === null ? undefined : moments.find((one) => one > at);
  const step = (to: number | undefined, name: string) =>
    to === undefined
      ? html`<span class="off">${name}</span>`
      : html`<a class="button" href="${pathWith(path, { clock, at: to })}">${name}</a>`;
  const own = at === null ? "" : new Date(at).toISOString();
  return html`<form class="clock" action="${path}"><fieldset><legend>Clock</legend>${processClocks.map(
    (one) =>
      html`<label><input type="radio" name="clock" value="${one}"${one === clock ? html` checked` : noHtml}> ${one === "sent" ? "when it was sent" : "when it was known here"}</label> `,
  )}</fieldset>
<label>Moment (UTC) <input name="at" value="${own}" placeholder="2026-03-02T09:30:00Z"></label> <button>Show</button>
<span class="steps">${step(moments[0], "first")} ${step(back, "back")} ${step(on, "forward")} ${at === null ? html`<span class="off">now</span>` : html`<a class="button" href="${pathWith(path, { clock })}">now</a>`}</span></form>`;
}

function stateTable(then: unknown, now: unknown, isBeside: boolean): Html {
  const rows = compareStates(isBeside ? then : now, now);
  if (!isBeside)
    return table(
      "State",
      ["Place", "Value"],
      rows.map(({ place, now: value }) => [html`${shown(place)}`, html`${shown(value)}`]),
      "It has no state yet.",
    );
  return table(
    "State then and now",
    ["Place", "Then", "Now", "Changed"],
    rows.map(({ place, before, now: after }) => {
      const differs = before !== after;
      const cell = (value: string | undefined) =>
        value === undefined
          ? html`<span class="none">none</span>`
          : differs
            ? html`<mark>${shown(value)}</mark>`
            : html`${shown(value)}`;
      return [
        html`${shown(place)}`,
        cell(before),
        cell(after),
        when(differs, () => badge("changed", "warn")),
      ];
    }),
    "It had no state yet.",
  );
}

/** All that the picture shows, in rows that every reader can use. */
function entryTable(entries: readonly Entry[], clock: ProcessClock): Html {
  const sorted = entries.toSorted((a, b) => momentBy(clock, a) - momentBy(clock, b));
  return table(
    "What happened, in order",
    ["Sent", "Known here", "Lane", "What", "Mark"],
    sorted.map(({ sentAt, knownAt, lane, title, path, mark }) => [
      timeOf(sentAt),
      timeOf(knownAt),
      html`${lane}`,
      path === null ? html`${shown(title)}` : link(path, title),
      mark === null ? noHtml : badge(mark, mark === "failed" ? "bad" : "warn"),
    ]),
  );
}

async function commandForms(
  c: Context<HttpEnv>,
  who: Who,
  type: string,
  key: string,
): Promise<Html> {
  const definition = (await c.get("of").definitions()).get(type);
  const commands = [...(definition?.commands.values() ?? [])].filter(({ opens }) => !opens);
  if (commands.length === 0) return noHtml;
  return html`<section><h2>Commands</h2>${commands.map((command) =>
    actForm(who, {
      to: pathTo("processes", type, key),
      title: command.name,
      about: command.about,
      fields: html`<label>Data (JSON) <textarea name="data" rows="3" spellcheck="false">{}</textarea></label><details><summary>What it takes</summary><pre>${JSON.stringify(command.jsonSchema(), null, 1)}</pre></details>`,
      choices: [[command.name, "Ask"]],
    }),
  )}</section>`;
}
