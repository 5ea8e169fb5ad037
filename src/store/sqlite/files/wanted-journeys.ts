import type { JourneyFilter } from "../../../core/file/journey-filter.ts";

/** Parameters of `wantedJourneys`. */
export interface WantedJourneys {
  /** 1 when any of the others is asked for. */
  readonly travelled: 1 | null;
  readonly flow: string | null;
  readonly sender: string | null;
  readonly recipient: string | null;
}

const isParty = (end: "from" | "to", name: string) => `
  (@${name} IS NULL OR ${end}_participant = @${name}
   OR ifnull(${end}_role, '') || ':' || ifnull(${end}_participant, '') = @${name})`;

/** Whether what has a journey is of a flow, from somebody and to somebody; there are few journeys. */
export const wantedJourneys = `
  (@travelled IS NULL OR journey IN (
    SELECT id FROM journeys
    WHERE (@flow IS NULL OR flow = @flow)
      AND ${isParty("from", "sender")}
      AND ${isParty("to", "recipient")}))`;

/** The parameters that a filter asks for. */
export function journeysOf({ flow, sender, recipient }: JourneyFilter): WantedJourneys {
  const isAsked = [flow, sender, recipient].some((one) => one !== undefined);
  return {
    travelled: isAsked ? 1 : null,
    flow: flow ?? null,
    sender: sender ?? null,
    recipient: recipient ?? null,
  };
}
