/** Somebody in the market, as a header or an address names them. */
interface Named {
  readonly role: string | null;
  readonly participant: string | null;
}

/** Somebody in the market, for people: role and participant, as far as they are named. */
export function partyText(party: Named | undefined, nobody = "-"): string {
  return [party?.role, party?.participant].filter(Boolean).join(" ") || nobody;
}

/** A sender by whom numbers are counted, `X:SUPP`, for people: one without a role has no colon. */
export function senderText(sender: string): string {
  return sender.replace(/^:/, "");
}
