import { html } from "hono/html";
import { tellWhy } from "../../app/queries/lineage.ts";
import { searchFor } from "../../app/queries/search.ts";
import type { FindingView, LineageView } from "../../app/views/lineage-view.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { shownTo } from "../../http/access/mask-personal.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { ConsoleParts } from "../console-parts.ts";
import { way } from "../html/advice.ts";
import { page } from "../html/page.ts";
import { itemLink, link, pathOfItem, pathWith, table } from "../html/parts.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import type { ConsolePage } from "./list-page.ts";

/** Things of each kind that a search gives. */
const mostOfKind = 50;
/** Names are looked through so long, in milliseconds. */
const lookMs = 120;

const peopleMoment = (at: number) => localTime(at);

const matches = {
  exact: "that is called so",
  beginning: "that begins so",
  part: "with it in its name",
} as const;

/** Everything that bears a text, and how the text was understood. */
export const searchPage: ConsolePage = {
  path: "/search",
  answer: async (c, parts) => {
    const text = c.req.query("q")?.trim() ?? "";
    const found = await searched(text, async () =>
      searchFor(c.get("of"), {
        text,
        limit: mostOfKind,
        peopleMoment,
        withinMs: lookMs,
        wholeOnly: !c.get("who").personal,
      }),
    );
    if (typeof found === "string")
      return page(c, parts, {
        title: "Search",
        body: html`<p class="empty">${shown(found)}</p>`,
        same: text === "" ? null : { remedy: "search", text },
      });
    const findings: FindingView[] = [];
    for await (const one of found.findings) findings.push(one);
    const seen = shownTo(c.get("who"), findings);
    const body = html`<p>Read as “${shown(found.text)}”${when(found.changed !== null, () => html`, ${shown(found.changed)}`)}${when(found.shape !== null, () => html`, ${shown(found.shape)}`)}: everything ${matches[found.match]}${when(found.more, () => html`; there may be more`)}.</p>
${table(
  "What was found",
  ["Thing", "By", "What", "Story"],
  seen.map(({ item: name, by, said, notes }) => [
    itemLink(name),
    html`${shown(by)}`,
    html`${shown(said)}${notes.map((note) => html`<br>${shown(note)}`)}`,
    link(pathWith("/why", { item: name }), "why"),
  ]),
  "Nothing in the store.",
)}
${when(found.notTaken.length > 0, () =>
  table(
    "At channels, and not in the store",
    ["File", "Channel", "What"],
    shownTo(c.get("who"), found.notTaken).map(({ item: name, channel, said, notes }) => [
      html`${shown(name)}`,
      html`${shown(channel)}`,
      html`${shown([said, ...notes].join("; "))}`,
    ]),
  ),
)}`;
    return page(c, parts, {
      title: `Search: ${text}`,
      body,
      same: { remedy: "search", text },
      json: pathWith("/api/v1/search", { text }),
    });
  },
};

/** What a search gives, or why it gives nothing. */
async function searched<Found>(
  text: string,
  search: () => Promise<Found>,
): Promise<Found | string> {
  if (text === "") return "Type an MPAN, a file name, an identifier or a key.";
  try {
    return await search();
  } catch (error) {
    if (error instanceof RefusedError && error.kind === "not-found") return error.message;
    throw error;
  }
}

/** The story of a thing: what it came of, and what it led to. */
export const storyPage: ConsolePage = {
  path: "/why",
  answer: async (c, parts) => {
    const name = c.req.query("item")?.trim() ?? "";
    const told = await tellWhy(c.get("of"), { words: name.split(" "), peopleMoment });
    const body =
      told.is === "stuck"
        ? html`<p>${shown(shownTo(c.get("who"), told.item.reason))}</p>`
        : storyOf(parts, shownTo(c.get("who"), told.lineage));
    return page(c, parts, {
      title: `Why: ${name}`,
      body,
      same: { remedy: "tell-story", item: name },
    });
  },
};

function storyOf(parts: ConsoleParts, story: LineageView): Html {
  return html`<p><strong>${thing(story.item)}</strong>: ${shown(story.said)}</p>
${notes(story.notes)}
${when(story.because.length > 0, () => html`<section><h2>Because of</h2><ul class="story">${story.because.map((one) => branch(one, "because"))}</ul></section>`)}
${when(story.ledTo.length > 0, () => html`<section><h2>Led to</h2><ul class="story">${story.ledTo.map((one) => branch(one, "ledTo"))}</ul>${when(story.more > 0, () => html`<p>and ${story.more} more</p>`)}</section>`)}
${when(story.remedies.length > 0, () => html`<section class="next"><h2>What to do</h2><ul>${story.remedies.map((remedy) => html`<li>${way(parts.commandOf, remedy)}</li>`)}</ul></section>`)}`;
}

function branch(story: LineageView, onward: "because" | "ledTo"): Html {
  const beside = onward === "ledTo" ? story.because : [];
  return html`<li>${thing(story.item)}: ${shown(story.said)}${notes(story.notes)}
${when(beside.length > 0, () => html`<ul class="beside-story">${beside.map((one) => html`<li>because of ${thing(one.item)}: ${shown(one.said)}</li>`)}</ul>`)}
${when(story[onward].length > 0, () => html`<ul>${story[onward].map((one) => branch(one, onward))}</ul>`)}
${when(onward === "ledTo" && story.more > 0, () => html`<p>and ${story.more} more</p>`)}</li>`;
}

function thing(name: string): Html {
  return pathOfItem(name) === null ? html`${shown(name)}` : itemLink(name);
}

function notes(list: readonly string[]): Html {
  return list.length === 0
    ? noHtml
    : html`<ul class="notes">${list.map((note) => html`<li>${shown(note)}</li>`)}</ul>`;
}
