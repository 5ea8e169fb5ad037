import { html } from "hono/html";
import { sayNothingStuck } from "../../app/queries/beside-stuck.ts";
import { listStuckCauses } from "../../app/queries/lists/stuck-causes.ts";
import { seeStatus } from "../../app/queries/status.ts";
import { viewStatus } from "../../app/views/status-view.ts";
import { shownCount } from "../../core/text/capped-count.ts";
import { shownTo } from "../../http/access/mask-personal.ts";
import { counted } from "../../runtime/counted.ts";
import { page } from "../html/page.ts";
import { badge, link, pathTo, pathWith, table, timeOf } from "../html/parts.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import { channelTable } from "./channel-pages.ts";
import type { ConsolePage } from "./list-page.ts";

/** Causes that the overview names. */
const causesShown = 8;

/** Whether all is well, and if not, what needs a person. */
export const overviewPage: ConsolePage = {
  path: "/",
  answer: async (c, parts) => {
    const of = c.get("of");
    const status = shownTo(c.get("who"), viewStatus(await seeStatus(of)));
    const causes = await listStuckCauses.page(of, { limit: causesShown });
    const { files, actions } = status;
    const isWell = channelsInTrouble(status).length === 0 && status.onHold.length === 0;
    const body = html`${sentence(status, causes.next === null ? causes.items.length : null)}
<section><h2>Stuck</h2>${table(
      "What is stuck",
      ["Cause", "Items", "Since", "Assigned to"],
      shownTo(c.get("who"), causes.items).map((cause) => [
        link(pathTo("stuck", cause.id), cause.title),
        html`${cause.count}`,
        timeOf(cause.since),
        html`${shown(cause.assignees.join(", "))}`,
      ]),
      sayNothingStuck(!isWell),
    )}${when(causes.next !== null, () => link("/stuck", "all causes"))}</section>
<section><h2>Counts</h2><ul class="tiles">${Object.entries(files).map(([state, number]) => tile(shownCount(number, `files.${state}`, status.capped), `files ${state}`, pathWith("/files", { state })))}
${tile(status.events, "events", "/events")}${tile(status.processes, "processes", "/processes")}
${Object.entries(actions).map(([state, number]) => tile(shownCount(number ?? 0, `actions.${state}`, status.capped), `actions ${state}`, pathWith("/actions", { state })))}
${when(status.failing > 0, () => tile(shownCount(status.failing, "failing", status.capped), "failing, tried again", "/stuck"))}${when(status.unrouted > 0, () => tile(shownCount(status.unrouted, "unrouted", status.capped), "messages to be routed", "/files"))}</ul></section>
<section><h2>Channels</h2>${channelTable(status.channels, status.outbound)}</section>
${when(status.settingsChanged.length > 0, () => html`<p class="note">Changed since the daemon started, and not in use yet: ${shown(status.settingsChanged.join(", "))}. ${html`<code>${shown(parts.commandOf({ remedy: "show-status" }))}</code>`}</p>`)}
${(status.unread ?? []).map((line) => html`<p class="problem">${shown(line)}</p>`)}`;
    const same = { remedy: "show-status" } as const;
    return page(c, parts, { title: "Overview", body, same, json: "/api/v1/status", isLive: true });
  },
};

/** Channels that cannot be used, or that cannot take or finish a file. */
function channelsInTrouble({ channels, outbound }: ReturnType<typeof viewStatus>) {
  return [
    ...channels.filter(({ problem, troubled }) => problem !== null || troubled.count > 0),
    ...outbound.filter(({ problem }) => problem !== null),
  ];
}

function sentence(status: ReturnType<typeof viewStatus>, causes: number | null): Html {
  const troubles: Html[] = [];
  if (!status.daemon.running) troubles.push(html`the daemon is not running`);
  if (status.stuck > 0)
    troubles.push(
      html`<a href="/stuck">${shownCount(status.stuck, "stuck", status.capped)} ${status.stuck === 1 ? "thing" : "things"} stuck${causes === null ? "" : ` for ${counted(causes, "cause")}`}</a>`,
    );
  if (status.onHold.length > 0)
    troubles.push(
      html`<a href="/channels#holds">${counted(status.onHold.length, "hold")} in force</a>`,
    );
  for (const { name, state } of channelsInTrouble(status))
    troubles.push(html`channel ${link(pathTo("channels", name), name)} ${badge(state)}`);
  if (troubles.length === 0)
    return html`<p class="verdict good">All is well: nothing is stuck, every channel works.</p>`;
  return html`<p class="verdict bad">Needs a person: ${troubles.map((one, at) => html`${at === 0 ? noHtml : "; "}${one}`)}.</p>`;
}

function tile(number: number | string, text: string, path: string): Html {
  return html`<li><a href="${path}"><strong>${number}</strong> ${shown(text.replaceAll("-", " "))}</a></li>`;
}
