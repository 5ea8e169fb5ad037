import type { Context } from "hono";
import { html } from "hono/html";
import { countedFiles, filesBy } from "../../app/queries/file-report.ts";
import { reportOnDurations, reportOnEvents, reportOnProcesses } from "../../app/queries/reports.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { durationText } from "../../core/text/duration-text.ts";
import type { HttpEnv } from "../../http/context.ts";
import type { PageSubject } from "../console-parts.ts";
import { page } from "../html/page.ts";
import { badge, facts, link, pathWith, table } from "../html/parts.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import { dayTable } from "./day-table.ts";
import type { ConsolePage } from "./list-page.ts";

/** What a report is asked by. */
interface Asked {
  /** A day in UTC, e.g. `2026-03-02`. */
  readonly since: string;
  readonly from: string;
  readonly to: string;
}

/** A report as it is shown, and what shows the same. */
interface Shown {
  readonly body: Html;
  readonly filters: PageSubject["filters"];
  readonly json: string | null;
}

interface Report {
  readonly of: "event" | "file" | "process" | "duration";
  readonly label: string;
  readonly show: (c: Context<HttpEnv>, asked: Asked) => Promise<Shown>;
}

const dayMs = 86_400_000;
/** Reports begin so many days ago where nobody says since when. */
const usualDays = 7;
/** So many of the newest are counted for a page: all of a busy month would keep people waiting. */
const mostFiles = 100_000;
const mostEvents = 200_000;

function notesHtml(notes: readonly string[]): Html {
  return html`${notes.map((note) => html`<p class="note">${shown(note)}</p>`)}`;
}

const files: Report = {
  of: "file",
  label: "Files",
  show: async (c, { since }) => {
    const asked = { since: Date.parse(since), zone: "UTC" };
    const of = c.get("of");
    const { counts, notes } = await countedFiles(of, { ...asked, most: mostFiles });
    const rows = filesBy(counts, ["day", "flow", "sender", "state"], asked.zone);
    const causes = filesBy(counts, ["problem", "sender", "flow"], asked.zone);
    const days = rows.map(({ day = "", state = "", files: number }) => ({
      day,
      name: state.replaceAll("-", " "),
      number,
    }));
    const bySender = summed(rows, ({ flow, sender }) => [flow ?? "", sender ?? ""]);
    const body = html`${notesHtml(notes)}<section><h2>Files by day and state</h2>${dayTable("Files by day and state", days)}</section>
<section><h2>By flow and sender</h2>${table(
      "Files by flow and sender",
      [
        "Flow",
        "Sender",
        "Files",
        "Messages",
        "Invalid",
        "With errors",
        "With warnings",
        "Out of sequence",
      ],
      bySender.map(([[flow = "", sender = ""], sum]) => [
        link(pathWith("/files", { flow, sender, since }), flow === "" ? "none" : flow),
        html`${shown(sender)}`,
        ...[
          sum.files,
          sum.messages,
          sum.invalid,
          sum.withErrors,
          sum.withWarnings,
          sum.outOfSequence,
        ].map((number) => html`${number}`),
      ]),
    )}</section>
<section><h2>Problems by sender</h2>${table(
      "Files with problems, by problem and sender",
      ["Problem", "Sender", "Flow", "Files"],
      causes
        .filter(({ problem }) => typeof problem === "string")
        .toSorted((a, b) => b.files - a.files)
        .slice(0, 100)
        .map(({ problem, sender, flow, files: number }) => [
          html`<a href="${pathWith("/codes", {})}/${encodeURIComponent(problem ?? "")}"><code>${shown(problem)}</code></a>`,
          html`${shown(sender)}`,
          html`${shown(flow)}`,
          link(
            pathWith("/files", {
              problem: problem ?? "",
              sender: sender ?? "",
              flow: flow ?? "",
              since,
            }),
            number,
          ),
        ]),
      "No file has a problem.",
    )}</section>`;
    return {
      body,
      filters: { by: "day,flow,sender,state", since },
      json: null,
    };
  },
};

const events: Report = {
  of: "event",
  label: "Events",
  show: async (c, { since }) => {
    const asked = { since: Date.parse(since), zone: "UTC" };
    const { rows, notes } = await reportOnEvents(c.get("of"), {
      ...asked,
      by: ["day", "type", "sender"],
      most: mostEvents,
    });
    const days = rows.map(({ day = "", type = "", events: number }) => ({
      day,
      name: type,
      number,
    }));
    const bySender = summed(
      rows.map((row) => ({ ...row, files: row.events })),
      ({ type, sender }) => [type ?? "", sender ?? ""],
    );
    const body = html`${notesHtml(notes)}<section><h2>Events by day they happened and type</h2>${dayTable("Events by day and type", days)}</section>
<section><h2>By type and sender</h2>${table(
      "Events by type and sender",
      ["Type", "Sender", "Events"],
      bySender.map(([[type = "", sender = ""], { files: number }]) => [
        link(pathWith("/events", { type, sender, since }), type),
        html`${shown(sender)}`,
        html`${number}`,
      ]),
    )}</section>`;
    const filters = { by: "day,type,sender", since };
    return { body, filters, json: pathWith("/api/v1/reports/events", { ...filters, zone: "UTC" }) };
  },
};

const processes: Report = {
  of: "process",
  label: "Processes",
  show: async (c) => {
    const { rows } = await reportOnProcesses(c.get("of"), {});
    const body = html`<section><h2>Processes by status, as they were last built</h2>${table(
      "Processes by status",
      ["Type", "Status", "Processes"],
      rows.map(({ type, status, processes: number }) => [
        html`${shown(type)}`,
        badge(status, "quiet"),
        link(pathWith("/processes", { type, status }), number),
      ]),
    )}</section>`;
    return { body, filters: {}, json: "/api/v1/reports/processes" };
  },
};

const durations: Report = {
  of: "duration",
  label: "Durations",
  show: async (c, { since, from, to }) => {
    if (from === "" || to === "")
      return {
        body: html`<p class="empty">Name the type of event that it begins with and the one that it ends with, e.g. from D0150_RECEIVED to D0010_RECEIVED.</p>`,
        filters: { from: from === "" ? "EVENT" : from, to: to === "" ? "EVENT" : to },
        json: null,
      };
    const asked = { since: Date.parse(since), from, to, most: mostEvents };
    const { rows, notes } = await reportOnDurations(c.get("of"), asked);
    const [row] = rows;
    const body = html`${notesHtml(notes)}${
      row === undefined
        ? html`<p class="empty">No process has both of these events.</p>`
        : html`<section><h2>From the first ${shown(from)} to the first ${shown(to)} sent no earlier</h2>${facts(
            [
              ["Processes", row.processes],
              ["Shortest", durationText(row.shortest)],
              ["Half took no longer than", durationText(row.p50)],
              ["9 of 10", durationText(row.p90)],
              ["95 of 100", durationText(row.p95)],
              ["99 of 100", durationText(row.p99)],
              ["Longest", durationText(row.longest)],
            ],
          )}</section>`
    }`;
    const filters = { from, to, since };
    return { body, filters, json: pathWith("/api/v1/reports/durations", filters) };
  },
};

const reports = [files, events, processes, durations] as const;

/** Sums over what is recorded, by days as a chart with its numbers below. */
export const reportsPage: ConsolePage = {
  path: "/reports",
  answer: async (c, parts) => {
    const wanted = c.req.query("of") ?? files.of;
    const report = reports.find(({ of }) => of === wanted);
    if (report === undefined)
      throw new RefusedError(
        "invalid",
        `of: there is no report on "${wanted}"; one of ${reports.map(({ of }) => of).join(", ")}`,
      );
    const word = (name: string) => c.req.query(name)?.trim() ?? "";
    const asked = {
      since: dayAsked(word("since"), c.get("of").clock.wall()),
      from: word("from"),
      to: word("to"),
    };
    const { body, filters = {}, json } = await report.show(c, asked);
    const isOfDays = report.of !== "process";
    return page(c, parts, {
      title: "Reports",
      body: html`<nav class="tabs" aria-label="reports"><ul>${reports.map(({ of, label }) => html`<li><a href="${pathWith("/reports", { of, since: word("since") })}"${of === report.of ? html` aria-current="page"` : noHtml}>${label}</a></li>`)}</ul></nav>
${when(isOfDays, () => html`<form class="filters" action="/reports"><input type="hidden" name="of" value="${report.of}"><label>from day (UTC) <input name="since" type="date" value="${asked.since}"></label>${when(report.of === "duration", () => html`<label>from event <input name="from" value="${shown(asked.from)}"></label><label>to event <input name="to" value="${shown(asked.to)}"></label>`)}<button>Show</button></form>`)}
${body}`,
      same: { look: "report", of: report.of, filters },
      json,
      assets: ["uplot.css", "uplot.js", "charts.js"],
    });
  },
};

function dayAsked(text: string, now: number): string {
  if (text === "") return new Date(now - usualDays * dayMs).toISOString().slice(0, 10);
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new RefusedError("invalid", "since: a day such as 2026-03-02");
  return text;
}

interface Sums {
  readonly files: number;
  readonly messages?: number;
  readonly invalid?: number;
  readonly withErrors?: number;
  readonly withWarnings?: number;
  readonly outOfSequence?: number;
}

/** Rows summed by what they are named by, the most first. */
function summed<Row extends Sums>(
  rows: readonly Row[],
  nameOf: (row: Row) => readonly string[],
): readonly (readonly [readonly string[], Required<Sums>])[] {
  const sums = new Map<string, Required<Sums>>();
  for (const row of rows) {
    const name = JSON.stringify(nameOf(row));
    const {
      files = 0,
      messages = 0,
      invalid = 0,
      withErrors = 0,
      withWarnings = 0,
      outOfSequence = 0,
    } = sums.get(name) ?? {};
    sums.set(name, {
      files: files + row.files,
      messages: messages + (row.messages ?? 0),
      invalid: invalid + (row.invalid ?? 0),
      withErrors: withErrors + (row.withErrors ?? 0),
      withWarnings: withWarnings + (row.withWarnings ?? 0),
      outOfSequence: outOfSequence + (row.outOfSequence ?? 0),
    });
  }
  return [...sums]
    .map(([name, sum]) => [JSON.parse(name) as string[], sum] as const)
    .sort(([, a], [, b]) => b.files - a.files);
}
