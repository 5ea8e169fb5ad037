import type { OutboundFilter } from "../../core/outbound/outbound.ts";

/** The states of outbound files and e-mails that lists may ask for, in the order of interest. */
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
