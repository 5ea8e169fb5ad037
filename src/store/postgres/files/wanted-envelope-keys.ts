import type { EnvelopeFilter } from "../../../core/file/envelope-filter.ts";

/** Parameters of `wantedEnvelopeKeys`. */
export interface WantedEnvelopeKeys {
  /** 1 when any of the others is asked for. */
  readonly travelled: 1 | null;
  readonly flow: string | null;
  readonly sender: string | null;
  readonly recipient: string | null;
}

const isParty = (end: "from" | "to", name: string) => `
  (@${name}::text IS NULL OR ${end}_participant = @${name}
   OR coalesce(${end}_role, '') || ':' || coalesce(${end}_participant, '') = @${name})`;

/** Whether what has an envelope key is of a flow, from somebody and to somebody; there are few envelope keys. */
export const wantedEnvelopeKeys = `
  (@travelled::bigint IS NULL OR envelope_key IN (
    SELECT id FROM envelope_keys
    WHERE (@flow::text IS NULL OR flow = @flow)
      AND ${isParty("from", "sender")}
      AND ${isParty("to", "recipient")}))`;

/** The parameters that a filter asks for. */
export function envelopeKeysOf({ flow, sender, recipient }: EnvelopeFilter): WantedEnvelopeKeys {
  const isAsked = [flow, sender, recipient].some((one) => one !== undefined);
  return {
    travelled: isAsked ? 1 : null,
    flow: flow ?? null,
    sender: sender ?? null,
    recipient: recipient ?? null,
  };
}
