import type { EnvelopeFilter } from "../../core/file/envelope-filter.ts";

/** What of envelope keys a filter asks for, as the parameters of statements. */
export interface WantedEnvelopeKeys {
  /** 1 when any of the others is asked for. */
  readonly travelled: 1 | null;
  readonly flow: string | null;
  readonly sender: string | null;
  readonly recipient: string | null;
}

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
