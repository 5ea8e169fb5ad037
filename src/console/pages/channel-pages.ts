import { html } from "hono/html";
import type { z } from "zod";
import { seeChannel, seeChannels } from "../../app/queries/channels/channels.ts";
import { outboundTotals } from "../../app/queries/channels/outbound-totals.ts";
import {
  type inboundChannelView,
  type outboundTotalsView,
  type sequenceView,
  type statusListView,
  viewChannelDetail,
  viewInbound,
  viewOutboundTotals,
} from "../../app/views/channel-view.ts";
import { type Hold, holdWords } from "../../core/hold/hold.ts";
import { countedForLists, shownCount } from "../../core/text/capped-count.ts";
import { shownTo } from "../../http/access/mask-personal.ts";
import { actForm } from "../html/act-form.ts";
import { page } from "../html/page.ts";
import { badge, facts, itemLink, link, pathTo, pathWith, table, timeOf } from "../html/parts.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import type { ConsolePage } from "./list-page.ts";

type Inbound = z.infer<typeof inboundChannelView>;
type Outbound = z.infer<typeof outboundTotalsView>;

/** Channels of both directions, each with what it waits for. */
export function channelTable(inbound: readonly Inbound[], outbound: readonly Outbound[]): Html {
  return html`${table(
    "Channels that files come in by",
    [
      "Channel",
      "State",
      "Last listing",
      "Recorded since start",
      "Waiting",
      "In trouble",
      "Problem",
    ],
    inbound.map((one) => [
      html`${link(pathTo("channels", one.name), one.name)} <span class="by">${shown(one.kind)}</span>`,
      badge(one.state),
      timeOf(one.lastListingAt),
      link(pathWith("/files", { channel: one.name }), one.recorded),
      html`${one.waiting.count}`,
      html`${one.troubled.count}`,
      html`${shown(one.problem)}`,
    ]),
    "No channels in are configured.",
  )}${table(
    "Channels that files leave by",
    ["Channel", "State", "Files", "Last delivered", "Problem"],
    outbound.map((one) => [
      html`${link(pathTo("channels", one.name), one.name)} <span class="by">${shown(one.kind)}</span>`,
      badge(one.state),
      html`${Object.entries(one.files).map(([state, files]) => html`${link(pathWith("/outbound", { channel: one.name, state }), `${shownCount(files, state, one.capped)} ${state}`)} `)}`,
      lastDelivered(one),
      html`${shown(one.problem)}`,
    ]),
    "No channels out are configured.",
  )}`;
}

/** The daemon tells of what it delivered itself; what it did before it was started is in the list of files. */
function lastDelivered({ deliveredAt, files }: Outbound): Html {
  if (deliveredAt !== null) return timeOf(deliveredAt);
  const isKnown = (files["delivered"] ?? 0) > 0;
  return html`<span class="none">${isKnown ? "not since start" : "never"}</span>`;
}

/** What is on hold, by whom and why. */
export function holdTable(holds: readonly Hold[]): Html {
  return table(
    "On hold",
    ["What", "By", "Reason", "Since"],
    holds.map((hold) => [
      html`${shown(holdWords(hold))}`,
      html`${shown(hold.actor)}`,
      html`${shown(hold.reason)}`,
      timeOf(hold.since),
    ]),
    "Nothing is on hold.",
  );
}

/** Every channel, and what is on hold. */
export const channelsPage: ConsolePage = {
  path: "/channels",
  answer: async (c, parts) => {
    const of = c.get("of");
    const { channels } = await seeChannels(of, of.clock.wall());
    const counts = await of.store.outbound.counts(countedForLists);
    const leading = channels.filter(({ direction }) => direction === "out");
    const outbound = outboundTotals(leading, counts).map(viewOutboundTotals);
    const who = c.get("who");
    const holds = shownTo(who, await of.store.holds.list());
    const incoming = channels.filter(({ direction }) => direction === "in");
    const inbound = shownTo(who, incoming.map(viewInbound));
    const body = html`${channelTable(inbound, outbound)}
<section id="holds"><h2>On hold</h2>${holdTable(holds)}
<div class="acts">${actForm(c.get("who"), {
      to: "/holds",
      title: "Hold or release a stage",
      about: "What comes waits until it is released; what is in flight is finished.",
      fields: html`<label>Stage <select name="stage"><option>intake</option><option>actions</option><option>outbound</option></select></label> <label>Channel (all where empty) <input name="channel"></label>`,
      choices: [
        ["hold", "Hold"],
        ["release", "Release"],
      ],
    })}</div></section>`;
    const same = { remedy: "list-channels" } as const;
    return page(c, parts, { title: "Channels", body, same, json: "/api/v1/channels" });
  },
};

/** One channel: what it waits for and why, what it passes over, and its senders' numbers. */
export const channelPage: ConsolePage = {
  path: "/channels/:name",
  answer: async (c, parts) => {
    const of = c.get("of");
    const name = c.req.param("name") ?? "";
    const { channel, sequence, ...seen } = await seeChannel(of, name, of.clock.wall());
    const view = shownTo(c.get("who"), viewChannelDetail(channel, sequence));
    const holds = shownTo(c.get("who"), seen.holds);
    const body = html`${facts([
      ["State", badge(view.state)],
      ["Problem", view.problem],
      ["Kind", `${view.kind}, ${view.direction}`],
      ["Where", view.path],
      [
        "On hold",
        holds.length === 0
          ? null
          : holds.map(({ actor, reason }) => `${actor}: ${reason}`).join("; "),
      ],
    ])}
${actForm(c.get("who"), {
  to: pathTo("channels", name),
  title: "Look now",
  asksReason: false,
  choices: [["poll", view.direction === "in" ? "Look at it now" : "Try it now"]],
})}
${view.direction === "in" ? inboundLists(view) : noHtml}
<section><h2>Numbers that are missing</h2>${missingTable(view.missing)}${table(
      "Files that came after a higher number",
      ["File", "Recorded"],
      view.overtaken.map(({ file, name: called, recordedAt }) => [
        html`${itemLink(`file ${file}`)} ${shown(called)}`,
        timeOf(recordedAt),
      ]),
      "",
    )}</section>`;
    const same = { remedy: "show-channel", channel: name } as const;
    return page(c, parts, {
      title: `Channel ${name}`,
      body,
      same,
      json: `/api/v1/channels/${encodeURIComponent(name)}`,
    });
  },
};

/** Files whose numbers a sender left out: what follows in its flow waits until they come or are given up. */
export function missingTable(missing: z.infer<typeof sequenceView>["missing"]): Html {
  return table(
    "Numbers that are missing",
    ["Sender", "Flow", "Numbers", "Since", "Given up at"],
    missing.map(({ sender, flow, from, to, since, givesUpAt }) => [
      html`${shown(sender)}`,
      html`${shown(flow)}`,
      html`${from === to ? from : `${from} to ${to}`}`,
      timeOf(since),
      timeOf(givesUpAt),
    ]),
    "None.",
  );
}

function inboundLists({ waiting, ignored, troubled, server }: Inbound): Html {
  return html`${entries("Waiting", waiting)}${entries("In trouble", troubled)}${entries("Passed over", ignored)}
${
  server === undefined
    ? noHtml
    : html`<section><h2>Server</h2>${facts([
        ["Software", server.card?.software ?? null],
        [
          "Host key",
          server.card === null
            ? null
            : `${server.card.hostKey.type} ${server.card.hostKey.fingerprint}`,
        ],
        ["Connected", server.isConnected ? "yes" : "no"],
        ["Failures in a row", server.failures],
        ["Tried again", server.retryAt === null ? null : timeOf(server.retryAt)],
      ])}</section>`
}`;
}

function entries(title: string, list: z.infer<typeof statusListView>): Html {
  return html`<section><h2>${title}: ${list.count}</h2>${when(list.count > 0, () =>
    table(
      title,
      ["Name", "Since", "Why"],
      list.entries.map(({ name, since, reason }) => [
        html`${shown(name)}`,
        timeOf(since),
        html`${shown(reason)}`,
      ]),
    ),
  )}</section>`;
}
