import { html } from "hono/html";
import { configuredChannels } from "../../app/asked/asked-channel.ts";
import { quickFindings } from "../../app/doctor/check-installation.ts";
import { explainCode } from "../../app/queries/flows/explain.ts";
import { listFlows } from "../../app/queries/flows/list-flows.ts";
import { listAwaitedAnswers } from "../../app/queries/lists/awaited-answers.ts";
import { listExpectedFiles } from "../../app/queries/lists/expected-files.ts";
import { versions } from "../../app/queries/versions.ts";
import { viewSequence } from "../../app/views/channel-view.ts";
import type { GroupDefinition } from "../../catalogue/definition.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { shownStore } from "../../core/text/store-location.ts";
import { shownTo } from "../../http/access/mask-personal.ts";
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
import { plainPage } from "../html/plain-page.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import { holdTable, missingTable } from "./channel-pages.ts";
import { checkPagePath } from "./check-page.ts";
import type { ConsolePage } from "./list-page.ts";

/** What others are to send: files by the calendar, and answers. */
export const expectedPage: ConsolePage = {
  path: "/expected",
  answer: async (c, parts) => {
    const of = c.get("of");
    const after = c.req.query("after");
    const files = await listExpectedFiles(of);
    const answers = await listAwaitedAnswers.page(of, { after, limit: 100 });
    const body = html`<section><h2>Files</h2>${table(
      "Files that are expected",
      ["Name", "Flow", "From", "By", "Last", "Next"],
      files.map(({ name, flow, from, by, last, nextDue }) => [
        html`${shown(name)}`,
        html`${shown(flow)}`,
        html`${shown(from ?? "anybody")}`,
        html`${shown(by)}`,
        last === null
          ? noHtml
          : html`${badge(last.state, last.state === "missing" ? "bad" : "good")} ${last.file === null ? timeOf(last.dueAt) : itemLink(`file ${last.file}`)}`,
        timeOf(nextDue),
      ]),
      "No files are expected; `expected:` in busbar.yaml says which are.",
    )}</section><section><h2>Answers</h2>${table(
      "Answers that are awaited",
      ["Sent", "Flow", "To", "Process", "Answer", "Due", "State"],
      shownTo(c.get("who"), answers.items).map((one) => [
        timeOf(one.askedAt),
        html`${itemLink(`outbound ${one.outbound}`)} ${shown(one.flow)}`,
        html`${shown(one.to)}`,
        itemLink(`process ${one.processType}/${one.key}`),
        html`${shown(one.flows.join(" or "))}`,
        timeOf(one.dueAt),
        badge(one.state, one.state === "overdue" ? "bad" : "quiet"),
      ]),
      "No answers are awaited.",
    )}${pager("/expected", { after }, answers.next)}</section>`;
    return page(c, parts, {
      title: "Expected",
      body,
      same: { remedy: "list-expected" },
      json: "/api/v1/expected/files",
      alsoJson: "/api/v1/expected/answers",
    });
  },
};

/** The flows that are known here. */
export const flowsPage: ConsolePage = {
  path: "/flows",
  answer: async (c, parts) => {
    const search = c.req.query("search")?.trim() ?? "";
    const flows = listFlows(await c.get("of").catalogue(), { search });
    const body = html`<form class="filters" action="/flows"><label>Words <input name="search" value="${shown(search)}"></label><button>Find</button></form><p>${link(checkPagePath, "Check a file")} without recording it.</p>
${table(
  "Flows",
  ["Flow", "Version", "Name", "Family"],
  flows
    .slice(0, 500)
    .map(({ flow, version, name, family }) => [
      link(pathWith(pathTo("flows", flow), { version }), flow),
      html`${shown(version)}`,
      html`${shown(name)}`,
      html`${shown(family)}`,
    ]),
  "No flow has these words.",
)}${when(flows.length > 500, () => html`<p class="note">and ${flows.length - 500} more: search for words.</p>`)}`;
    return page(c, parts, { title: "Flows", body, same: { remedy: "list", of: "flow" } });
  },
};

/** One flow: its records and fields. */
export const flowDetailPage: ConsolePage = {
  path: "/flows/:flow",
  answer: async (c, parts) => {
    const name = (c.req.param("flow") ?? "").toUpperCase();
    const found = (await c.get("of").catalogue()).find(name, c.req.query("version") ?? null);
    if (found === null)
      throw new RefusedError(
        "not-found",
        `There is no page of ${name} here: it is no flow of records, or no flow that is known`,
      );
    const { definition } = found;
    const { flow, version, name: called, family, routes, groups } = definition;
    const body = html`${facts([
      ["Name", called],
      ["Family", family],
      ["Routes", routesText(routes)],
      ["Seen here", link(pathWith("/files", { flow }), "its files")],
    ])}<section><h2>Records</h2>${groupTree(groups)}</section>`;
    return page(c, parts, {
      title: `${flow} ${version}`,
      body,
      same: { remedy: "list", of: "flow" },
    });
  },
};

/** Routes that are shown without being asked for. */
const fewRoutes = 6;

function routesText(routes: readonly (readonly [from: string, to: string])[]): Html | null {
  if (routes.length === 0) return null;
  const text = html`${shown(routes.map(([from, to]) => `${from} to ${to}`).join(", "))}`;
  if (routes.length <= fewRoutes) return text;
  return html`<details><summary>${routes.length} routes</summary>${text}</details>`;
}

function groupTree(groups: readonly GroupDefinition[]): Html {
  if (groups.length === 0) return noHtml;
  return html`<ul class="groups">${groups.map(
    (
      group,
    ) => html`<li><details open><summary><code>${group.code}</code> ${shown(group.name)} <span class="by">${occurs(group)}${when(group.message, () => html`, each is a message`)}</span></summary>
${table(
  `Fields of ${group.code}`,
  ["Field", "Item", "Format", "Is", "Codes"],
  group.fields.map(({ name, item: reference, format, required, codes, personal }) => [
    html`${shown(name)}`,
    html`${shown(reference)}`,
    html`${formatText(format)}`,
    html`${when(required, () => html`required`)} ${when(personal, () => badge("personal", "quiet"))}`,
    html`${shown(codes?.join(" "))}`,
  ]),
  "No fields.",
)}${groupTree(group.groups)}</details></li>`,
  )}</ul>`;
}

function occurs({ min, max }: GroupDefinition): string {
  if (max === null) return `${min} or more`;
  return min === max ? String(min) : `${min} to ${max}`;
}

function formatText(format: GroupDefinition["fields"][number]["format"]): string {
  if (format.kind === "text") return `text, ${format.length} characters`;
  if (format.kind === "number")
    return `number, ${format.digits} digits, ${format.decimals} decimals`;
  return format.kind;
}

/** What of the installation somebody should look at, and what it goes by. */
export const systemPage: ConsolePage = {
  path: "/system",
  answer: async (c, parts) => {
    const of = c.get("of");
    const { config, store } = of;
    const found = await quickFindings(of);
    const holds = shownTo(c.get("who"), await store.holds.list());
    const { missing } = viewSequence({ missing: await store.gaps.list(), overtaken: [] });
    const body = html`<section><h2>To look at</h2>${table(
      "To look at",
      ["Area", "Outcome", "What", "How it is, and what to do"],
      found.map(({ area, outcome, about, found: said }) => [
        html`${area}`,
        badge(outcome, outcome === "bad" ? "bad" : "warn"),
        html`${shown(about)}`,
        html`${shown(said)}`,
      ]),
      "Nothing: all that is quick to look at is in order.",
    )}</section><section><h2>On hold</h2>${holdTable(holds)}</section>
<section><h2>Flows that wait for a sender's missing numbers</h2>${missingTable(shownTo(c.get("who"), missing))}</section>
<section><h2>Installation</h2>${facts([
      ["Busbar", versions().busbar],
      ["Configuration", config.file],
      ["Store", shownStore(config.store)],
      ["Store's id", store.id],
      ["Node", process.version],
      ["Types of process", config.shippedProcesses.join(", ")],
      [
        "Channels",
        configuredChannels(config)
          .map(({ name }) => name)
          .join(", "),
      ],
    ])}</section>`;
    return page(c, parts, { title: "System", body, same: { remedy: "show-status" } });
  },
};

/** What a problem code means and what to do about it. */
export const codePage: ConsolePage = {
  path: "/codes/:code",
  answer: async (c, parts) => {
    const code = c.req.param("code") ?? "";
    const explained = explainCode(code);
    const text = explained.is === "problem" ? explained.page : explained.code.meaning;
    return page(c, parts, {
      title: `Code ${code}`,
      body: plainPage(text),
      same: { remedy: "list-codes" },
      json: `/api/v1/problems/${encodeURIComponent(code)}`,
    });
  },
};
