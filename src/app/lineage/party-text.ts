import { partyText } from "../../core/file/party-text.ts";

interface Named {
  readonly role: string | null;
  readonly participant: string | null;
}

/** Whom a file names as its recipient, after a blank and the word `to`; empty where it names nobody. */
export function addressed(to: Named): string {
  return to.role === null && to.participant === null ? "" : ` to ${party(to)}`;
}

/** Somebody in the market, for people: role and participant. */
export function party(named: Named): string {
  return partyText(named, "nobody named");
}
