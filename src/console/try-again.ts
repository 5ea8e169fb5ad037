import { createHash } from "node:crypto";
import type { Context } from "hono";
import { html } from "hono/html";
import type { Released } from "../app/commands/stuck/release-cause.ts";
import { reprocessCause } from "../app/commands/stuck/reprocess-cause.ts";
import { viewAdvice } from "../app/views/remedy-view.ts";
import { RefusedError } from "../core/refusal/refused-error.ts";
import type { HttpEnv } from "../http/context.ts";
import type { ChangedBy } from "../store/port/events/revision-store.ts";
import type { ConsoleParts } from "./console-parts.ts";
import { actForm } from "./html/act-form.ts";
import { adviceHtml } from "./html/advice.ts";
import { page } from "./html/page.ts";
import { badge, itemLink, link, pathTo, table } from "./html/parts.ts";
import { type Html, shown, when } from "./html/text.ts";

interface TryAgain {
  readonly cause: string;
  readonly what: "dry-run" | "try-one" | "try-all";
  readonly changedBy: ChangedBy;
  /** The set that was looked at, by its hash; empty where none was. */
  readonly set: string;
}

/** Most outcomes that a page tells one by one. */
const toldMost = 500;

/** Tries all of a cause again, or says what that would come to; to try all names the set that was seen. */
export async function tryAgain(
  c: Context<HttpEnv>,
  parts: ConsoleParts,
  { cause, what, changedBy, set }: TryAgain,
): Promise<Response> {
  const dryRun = what === "dry-run";
  const asked = { cause, dryRun, ...(what === "try-one" && { limit: 1 }) };
  const { items, outcomes } = await reprocessCause(c.get("of"), asked, changedBy);
  const own = setOf(items);
  if (what === "try-all" && set !== own)
    throw new RefusedError(
      "conflict",
      `Other things are stuck for it by now, ${items.length} in all: see again what it would come to, and then try all`,
      { about: `cause ${cause}` },
    );
  const told: Released[] = [];
  let free = 0;
  let done = 0;
  for await (const outcome of outcomes) {
    done += 1;
    if (outcome.free) free += 1;
    if (told.length < toldMost) told.push(outcome);
  }
  const verb = dryRun ? "would be" : "is";
  const body = html`<p class="verdict ${free === done ? "good" : "bad"}">Of ${done} tried: ${free} ${verb} stuck no longer, ${done - free} ${dryRun ? "would stay" : "stay"}.</p>
${table(
  "What came of it",
  ["Item", "Outcome", "What"],
  told.map((one) => [
    itemLink(one.item.item),
    badge(one.free ? "released" : "stays", one.free ? "good" : "bad"),
    said(parts, one),
  ]),
)}
${when(dryRun, () => html`<div class="acts">${actForm(c.get("who"), { to: pathTo("stuck", cause), title: "Try again", about: `All ${items.length} that were seen here; where others are stuck meanwhile, nothing is done.`, fields: html`<input type="hidden" name="set" value="${own}">`, choices: [["try-all", `Try all ${items.length}`]] })}</div>`)}
<p>${link(pathTo("stuck", cause), "Back to the cause")} ${link("/stuck", "All that is stuck")}</p>`;
  const same = { remedy: "reprocess-cause", cause } as const;
  return page(c, parts, { title: dryRun ? "What it would come to" : "Tried again", body, same });
}

function said(parts: ConsoleParts, { said: words }: Released): Html {
  return typeof words === "string" ? html`${shown(words)}` : adviceHtml(parts, viewAdvice(words));
}

/** Names the very things that are stuck. */
function setOf(items: readonly { readonly item: string }[]): string {
  const hash = createHash("sha256");
  for (const { item } of items) hash.update(`${item}\n`);
  return hash.digest("hex").slice(0, 32);
}
