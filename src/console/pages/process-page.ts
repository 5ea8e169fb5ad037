import type { Context } from "hono";
import { html } from "hono/html";
import { showProcesses, showProcessesAt } from "../../app/queries/things/process.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import type { Remedy } from "../../core/stuck/remedy.ts";
import { masked } from "../../core/text/mask-numbers.ts";
import { shownTo } from "../../http/access/mask-personal.ts";
import type { Who } from "../../http/access/who.ts";
import type { HttpEnv } from "../../http/context.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { PageSubject } from "../console-parts.ts";
import { page } from "../html/page.ts";
import { badge, facts, link, pathTo, pathWith, table, timeOf } from "../html/parts.ts";
import { statesBeside, stateTable } from "../html/state-table.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import { timelinePicture } from "../timeline/draw.ts";
import { entriesOf } from "../timeline/entries-of.ts";
import { type Entry, momentBy, type ProcessClock, processClocks } from "../timeline/entry.ts";
import { numberFrom } from "./asked-number.ts";
import { commandForm } from "./command-page.ts";
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
    const named = { named: key, type };
    const [now] = await showProcesses(of, named);
    const [ahead] = await showProcessesAt(of, { ...named, moment: {} });
    if (now === undefined || ahead === undefined)
      throw new RefusedError("not-found", `There is no process ${type}/${key}`);
    const found = shownTo(who, await entriesOf(of, { type, key }, ahead.deadlines));
    const moments = momentsOf(found.entries, clock);
    const at = momentAsked(c, moments);
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
<div id="moment"><section><h2>Time line</h2>${slider(path, clock, at, moments)}${clockForm(path, clock, at, moments)}
${when(found.isCut, () => html`<p class="note">Only the newest are drawn; ${link(pathWith("/events", { processType: type, key }), "all its events")}.</p>`)}
${timelinePicture(found.entries, clock, at)}</section>
<section><h2>${at === null ? "State" : html`State by ${timeOf(at)} beside now`}</h2>${who.personal ? (at === null ? stateTable(now.state) : statesBeside(then?.state ?? null, now.state, ["Then", "Now"])) : html`<p class="empty">${masked}</p>`}
${then === undefined ? noHtml : html`<p>Status then: ${badge(then.status)}, after ${then.events.length} events. Status now: ${badge(now.status)}.</p>`}</section></div>
<section><h2>What happened</h2>${entryTable(found.entries, clock)}</section>
${await commandForms(c, who, type, key)}`;
    return page(c, parts, {
      title: `${type} ${who.personal ? key : masked}`,
      body,
      same: sameAs({ type, key: who.personal ? key : masked }, clock, at),
      json: `/api/v1/processes/${encodeURIComponent(type)}/${encodeURIComponent(key)}`,
    });
  },
};

/** What shows the same elsewhere: a process as it is, or as it was at a moment of a clock. */
function sameAs(
  { type, key }: { readonly type: string; readonly key: string },
  clock: ProcessClock,
  at: number | null,
): PageSubject | Remedy {
  if (at === null) return { remedy: "show-process", key, type };
  const moment = new Date(at).toISOString();
  const filters = { type, ...(clock === "sent" ? { asOf: moment } : { knownAt: moment }) };
  return { look: "build", of: "process", name: key, filters };
}

function clockAsked(c: Context<HttpEnv>): ProcessClock {
  return processClocks.find((clock) => clock === c.req.query("clock")) ?? "sent";
}

/** The end of the year 9999: what is later is a slip of the hand. */
const lastMoment = 253_402_300_799_999;

/** The moment that is looked at; null: now. Throws a refusal where it is none. */
function momentAsked(c: Context<HttpEnv>, moments: readonly number[]): number | null {
  const step = numberFrom(c.req.query("step"));
  if (step !== null && c.req.query("at") === undefined) return moments[step - 1] ?? null;
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

/** The moments at which something happened, by a clock, the first first. */
function momentsOf(entries: readonly Entry[], clock: ProcessClock): readonly number[] {
  const all = entries.filter(({ mark }) => mark !== "ahead").map((one) => momentBy(clock, one));
  return [...new Set(all)].sort((a, b) => a - b);
}

/** A slider from moment to moment; where scripts run, what it shows is replaced as it is moved. */
function slider(
  path: string,
  clock: ProcessClock,
  at: number | null,
  moments: readonly number[],
): Html {
  if (moments.length < 2) return noHtml;
  const step =
    at === null ? moments.length : Math.max(1, moments.filter((one) => one <= at).length);
  const shownAt = moments[step - 1] ?? 0;
  return html`<form class="slider" action="${path}" data-hx-get="${path}" data-hx-trigger="submit, change" data-hx-target="#moment" data-hx-select="#moment" data-hx-select-oob="#foot" data-hx-swap="outerMorph" data-hx-push-url="true"><input type="hidden" name="clock" value="${clock}"><label>Go through its ${moments.length} moments <input name="step" type="range" min="1" max="${moments.length}" value="${step}" aria-valuetext="moment ${step} of ${moments.length}, ${localTime(shownAt)}"></label> <button>Show</button></form>`;
}

/** Which clock, and buttons from moment to moment: every way works without a pointer and without scripts. */
function clockForm(
  path: string,
  clock: ProcessClock,
  at: number | null,
  moments: readonly number[],
): Html {
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
  return html`<section><h2>Commands</h2>${commands.map((command) => commandForm(who, command, pathTo("processes", type, key)))}</section>`;
}
