import type { LogEventKind } from "./log-event-kind.ts";

/** What the daemon says of routing, building, actions, deliveries and notices. */
export const stageLines = {
  routed: { level: "debug", about: "Messages became events.", fields: ["events"] },
  "stage-failing": {
    level: "error",
    about:
      "The store or the disk cannot be used by routing, building, deadlines, actions or sending; it is tried again.",
    fields: ["stage", "reason", "code?", "err?"],
  },
  "stage-resumed": { level: "info", about: "It goes on.", fields: ["stage"] },
  "build-failed": {
    level: "warn",
    about:
      "A process cannot be built; logged once for each cause. All like it are listed as stuck.",
    fields: ["type", "key", "reason", "remedies"],
  },
  overdue: {
    level: "warn",
    about: "An answer or a file that is expected has not come in time.",
    fields: ["reason", "remedies"],
  },
  "action-failed": {
    level: "warn",
    about: "An action failed and is not retried automatically.",
    fields: ["action", "attempt", "outcome", "reason"],
  },
  "action-retried": {
    level: "info",
    about: "An action failed and is tried again.",
    fields: ["action", "attempt", "outcome", "reason", "retryInMs"],
  },
  "action-late": {
    level: "warn",
    about: "An action ended after it was taken over or decided about; its outcome does not count.",
    fields: ["action"],
  },
  "actions-taken-over": {
    level: "info",
    about: "Actions that were in flight when a program was killed are run again.",
    fields: ["actions"],
  },
  "actions-not-noted": {
    level: "error",
    about: "What became of actions could not be noted when the daemon stopped; they are run again.",
    fields: ["reason", "code?", "err?"],
  },
  "lease-lost": {
    level: "warn",
    about: "The lease on actions ran out; what was running is begun again.",
    fields: [],
  },
  "lease-not-renewed": {
    level: "warn",
    about: "The lease on actions could not be renewed; it is tried again.",
    fields: ["reason", "code?", "err?"],
  },
  "delivery-waits": {
    level: "error",
    about: "A channel that leads out cannot be used; it is tried again.",
    fields: ["channel", "reason", "code?", "err?"],
  },
  "delivery-retried": {
    level: "warn",
    about: "A file or e-mail does not get through, and waits for another try.",
    fields: ["channel", "outbound", "reason"],
  },
  "delivery-failed": {
    level: "warn",
    about: "A file or e-mail failed for good: it needs a person.",
    fields: ["channel", "outbound", "reason"],
  },
  "delivery-unknown": {
    level: "warn",
    about: "Nobody can tell whether a file or e-mail arrived: a person has to find out.",
    fields: ["channel", "outbound", "reason"],
  },
  "delivery-resumed": { level: "info", about: "The channel works again.", fields: ["channel"] },
  "notices-not-sent": {
    level: "warn",
    about: "A notice did not get through to a contact; it is tried again, or was given up.",
    fields: ["contact", "reason"],
  },
  "notices-resumed": {
    level: "info",
    about: "Notices to a contact get through again.",
    fields: ["contact"],
  },
  "heartbeat-not-sent": {
    level: "warn",
    about: "The heartbeat address cannot be called; whoever waits for the call raises an alarm.",
    fields: ["reason"],
  },
  delivered: {
    level: "debug",
    about: "Files or e-mails were delivered.",
    fields: ["channel", "delivered"],
  },
} as const satisfies Readonly<Record<string, LogEventKind>>;
