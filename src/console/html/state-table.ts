import { html } from "hono/html";
import { isMoment } from "../../core/text/values-text.ts";
import { compareStates } from "../timeline/compare-states.ts";
import { badge, table, timeOf } from "./parts.ts";
import { type Html, shown, when } from "./text.ts";

/** A state, place by place, with moments as people read them. */
export function stateTable(state: unknown): Html {
  return table(
    "State",
    ["Place", "Value"],
    compareStates(state, state).map(({ place, now }) => [placeText(place), valueText(place, now)]),
    "It has no state yet.",
  );
}

/** Two states side by side, what differs marked; `heads`: what each is, e.g. "Then" and "Now". */
export function statesBeside(
  before: unknown,
  after: unknown,
  heads: readonly [string, string],
  onlyDifferent = false,
): Html {
  const rows = compareStates(before, after).filter(
    (row) => !onlyDifferent || row.before !== row.now,
  );
  return table(
    `State ${heads.join(" and ").toLowerCase()}`,
    ["Place", ...heads, "Changed"],
    rows.map(({ place, before: old, now }) => {
      const differs = old !== now;
      const cell = (value: string | undefined) =>
        differs && value !== undefined
          ? html`<mark>${valueText(place, value)}</mark>`
          : valueText(place, value);
      return [
        placeText(place),
        cell(old),
        cell(now),
        when(differs, () => badge("changed", "warn")),
      ];
    }),
    onlyDifferent ? "No value of the state differs." : "It had no state yet.",
  );
}

/** `customer.lastHeardAt` reads "customer, last heard at". */
function placeText(place: string): Html {
  const words = place
    .split(".")
    .map((part) => part.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase())
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part));
  return html`<span title="${shown(place)}">${shown(words.join(", "))}</span>`;
}

const utcMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const said: Readonly<Record<string, string>> = {
  null: "none",
  true: "yes",
  false: "no",
  "": "none",
};

function valueText(place: string, value: string | undefined): Html {
  if (value === undefined) return html`<span class="none">not there</span>`;
  const name = place.split(".").at(-1) ?? "";
  const number = Number(value);
  if (value !== "" && isMoment(name, number)) return timeOf(number);
  if (utcMoment.test(value)) return timeOf(value);
  const word = said[value];
  return word === undefined ? html`${shown(value)}` : html`<span class="none">${word}</span>`;
}
