import { html } from "hono/html";
import { masked, maskPersonal } from "../../http/access/mask-personal.ts";
import type { Who } from "../../http/access/who.ts";
import { data } from "./parts.ts";
import type { Html } from "./text.ts";

/** What somebody may see of an answer: what is said of persons is a right of its own. */
export function seenBy<Answer>(who: Who, answer: Answer): Answer {
  // The masked answer has the same shape.
  return who.personal ? answer : (maskPersonal(answer) as Answer);
}

/** Data that was sent of persons, or that it is masked: masked data is empty, and is not to look so. */
export function dataSeenBy(who: Who, value: unknown, nameOf?: (key: string) => string): Html {
  return who.personal ? data(value, nameOf) : html`<span class="none">${masked}</span>`;
}
