import { html } from "hono/html";
import { masked } from "../../core/text/mask-numbers.ts";
import type { Who } from "../../http/access/who.ts";
import { data } from "./parts.ts";
import type { Html } from "./text.ts";

/** Data that was sent of persons, or that it is masked: masked data is empty, and is not to look so. */
export function dataSeenBy(who: Who, value: unknown, nameOf?: (key: string) => string): Html {
  return who.personal ? data(value, nameOf) : html`<span class="none">${masked}</span>`;
}
