import type { EventType } from "./event-type.ts";

/** What an event that records a delivery carries: where what was sent can be found. */
export interface Sent {
  /** The number of the outbound file, and of the message in it. */
  readonly outbound: number;
  readonly message: number;
  readonly channel: string;
  /** The name it was delivered under; of an e-mail, its Message-ID. */
  readonly name: string;
  /** The identifier that we gave the file; null for an e-mail. */
  readonly fileIdentifier: string | null;
}

/** The event type that records the delivery of a message of a flow, e.g. `D0155_SENT`. */
export function sentEventType(flow: string): string {
  return `${flow}_SENT`;
}

/** The event type that records that a mail server took an e-mail. */
export const emailSent = "EMAIL_SENT";

/**
 * Events that the delivery of a file or an e-mail brings: `D0155_SENT: sentEvent("Registration sent")`,
 * and `EMAIL_SENT` for e-mails. They come on the process whose action sent it, when it was delivered.
 */
export function sentEvent(about: string): EventType<Sent, "flow"> {
  return {
    kind: "flow",
    version: 1,
    about,
    current: (data) => data as Sent,
    check: () => ({ ok: false, message: "only a delivery brings such an event" }),
    personal: () => new Set(),
  };
}
