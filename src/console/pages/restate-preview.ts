import type { Context } from "hono";
import { html } from "hono/html";
import { restateEvents } from "../../app/restate/restate-events.ts";
import { restateKinds, viewRestate } from "../../app/views/restate-view.ts";
import { masked } from "../../core/text/mask-numbers.ts";
import type { HttpEnv } from "../../http/context.ts";
import { counted } from "../../runtime/counted.ts";
import type { ChangedBy } from "../../store/port/events/revision-store.ts";
import type { ConsoleParts } from "../console-parts.ts";
import { actForm } from "../html/act-form.ts";
import { page } from "../html/page.ts";
import { itemLink, link, pathTo, table } from "../html/parts.ts";
import { type Html, noHtml, shown, when } from "../html/text.ts";
import { hashOfShown, refuseOtherThanShown } from "../shown-hash.ts";

/** What is found of each kind, for people: behind how many there are. */
const words: Readonly<Record<(typeof restateKinds)[number], readonly [noun: string, string]>> = {
  data: ["event", "would be given other data"],
  moved: ["event", "would be void here and recorded elsewhere"],
  gone: ["event", "would be void: no longer in the file"],
  back: ["event", "would count again"],
  new: ["message", "would be put in line to be recorded"],
  message: ["message", "would be given another subject, end or other warnings"],
  kept: ["event", "would be left as recorded, though read differently"],
};

type Seen = ReturnType<typeof viewRestate>;

async function lookAt(c: Context<HttpEnv>, file: number): Promise<Seen> {
  const of = c.get("of");
  const tally = await restateEvents(of, { selection: { file } }, null);
  return viewRestate(tally, await of.definitions(), true);
}

/** What restating a file would change of its events, and the form that does it. */
export async function restatePage(
  c: Context<HttpEnv>,
  parts: ConsoleParts,
  file: number,
): Promise<Response> {
  const who = c.get("who");
  const seen = await lookAt(c, file);
  const to = pathTo("files", file);
  const kinds = restateKinds.filter((kind) => seen[kind] > 0);
  const changes = kinds.some((kind) => kind !== "kept");
  const body = html`<p>The kept bytes of ${itemLink(`file ${file}`)} were read with today's definitions. Nothing is changed yet.</p>
${when(seen.refused > 0, () => html`<p class="note">Today's definitions refuse the file: its events stay as they are.</p>`)}
<section><h2>What would differ</h2>${kinds.length === 0 ? html`<p class="empty">Nothing: its events say what the file says.</p>` : html`<ul>${kinds.map((kind) => html`<li>${countedWords(seen[kind], kind)}</li>`)}</ul>${examples(seen, who.personal)}`}</section>
${when(seen.acted > 0, () => html`<p class="note">Because of ${seen.acted} of these events something was done already, which stays done: ${seen.actedEvents.map(({ event }) => html`${link(pathTo("events", event), `event ${event}`)} `)}</p>`)}
${changes ? html`<div class="acts">${actForm(who, { to, title: `Restate the events of file ${file}`, about: "What was recorded stays, with your reason; processes are built with what the file says today.", fields: html`<input type="hidden" name="set" value="${hashOfShown(seen)}">`, choices: [["restate", "Restate"]] })}</div>` : noHtml}
<p>${link(to, "Back to the file, and leave it as it is")}</p>`;
  return page(c, parts, { title: `What it would change: file ${file}`, body, same: null });
}

function countedWords(count: number, kind: (typeof restateKinds)[number]): string {
  const [noun, what] = words[kind];
  return `${counted(count, noun)} ${what}`;
}

function examples({ examples: list }: Seen, isPersonal: boolean): Html {
  const value = (given: unknown) =>
    isPersonal ? html`${shown(given === undefined ? "" : JSON.stringify(given))}` : html`${masked}`;
  return table(
    "Some of what would differ",
    ["Line", "What", "Field", "Now", "After it"],
    list.flatMap(({ line, kind, fields, event, why }) => {
      const what =
        event === null ? html`${kind}` : link(pathTo("events", event), `${kind}, event ${event}`);
      const rows = fields.map(({ path, from, to }) => [
        ...[html`${line}`, what, html`<code>${shown(path)}</code>`, value(from), value(to)],
      ]);
      return rows.length > 0 ? rows : [[html`${line}`, what, html`${shown(why)}`, noHtml, noHtml]];
    }),
  );
}

/** Restates what was shown of a file; rejects with a refusal where that is something else by now. */
export async function restateShown(
  c: Context<HttpEnv>,
  file: number,
  set: string,
  changedBy: ChangedBy,
): Promise<void> {
  refuseOtherThanShown(set, hashOfShown(await lookAt(c, file)), `file ${file}`);
  await restateEvents(c.get("of"), { selection: { file } }, changedBy);
}
