import type { Transition } from "../state/transition.ts";
import type { OutboundMessage, OutboundState } from "./outbound.ts";

/**
 * Every way from one state of an outbound file or e-mail to another. `retry`, `cancel` and `confirm` are a
 * person's; all others are the daemon's. A hold is no state of its own: it keeps what is `ready` or
 * `uploaded` where it is.
 */
export const outboundFileTransitions: readonly Transition<OutboundState>[] = [
  { from: null, to: "ready", by: "composed" },
  { from: "ready", to: "uploaded", by: "written" },
  { from: "ready", to: "sending", by: "given to the server" },
  { from: "ready", to: "delivered", by: "arrived" },
  { from: "uploaded", to: "delivered", by: "arrived" },
  { from: "sending", to: "delivered", by: "arrived" },
  { from: "uploaded", to: "ready", by: "to be tried again" },
  { from: "sending", to: "ready", by: "to be tried again" },
  { from: "ready", to: "failed", by: "failed for good" },
  { from: "uploaded", to: "failed", by: "failed for good" },
  { from: "sending", to: "failed", by: "failed for good" },
  { from: "ready", to: "unknown", by: "nobody can tell" },
  { from: "uploaded", to: "unknown", by: "nobody can tell" },
  { from: "sending", to: "unknown", by: "nobody can tell" },
  { from: "failed", to: "ready", by: "retry" },
  { from: "unknown", to: "ready", by: "retry" },
  { from: "ready", to: "cancelled", by: "cancel" },
  { from: "failed", to: "cancelled", by: "cancel" },
  { from: "unknown", to: "cancelled", by: "cancel" },
  { from: "failed", to: "delivered", by: "confirm" },
  { from: "unknown", to: "delivered", by: "confirm" },
];

/** Every way from one state of an outbound message to another. `retry` and `cancel` are a person's. */
export const outboundMessageTransitions: readonly Transition<OutboundMessage["state"]>[] = [
  { from: null, to: "waiting", by: "asked for" },
  { from: "waiting", to: "filed", by: "composed" },
  { from: "waiting", to: "stuck", by: "cannot be written" },
  { from: "stuck", to: "waiting", by: "retry" },
  { from: "waiting", to: "cancelled", by: "cancel" },
  { from: "stuck", to: "cancelled", by: "cancel" },
];
