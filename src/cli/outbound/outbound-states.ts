import type { OutboundFilter } from "../../core/outbound/outbound.ts";

/** What may become of what leaves, in the order of interest. */
export const outboundStates = [
  "ready",
  "uploaded",
  "sending",
  "delivered",
  "unknown",
  "failed",
  "cancelled",
  "on-hold",
  "failing",
] as const satisfies readonly NonNullable<OutboundFilter["state"]>[];
