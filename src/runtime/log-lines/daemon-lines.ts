import type { LogEventKind } from "./log-event-kind.ts";

/** What the daemon says of itself: its start and end, its settings, its store, what it keeps. */
export const daemonLines = {
  ready: {
    level: "info",
    about: "The daemon has opened its channels and takes files.",
    fields: ["store", "channels"],
  },
  stopping: {
    level: "info",
    about: "A signal asked it to stop; it finishes what it holds.",
    fields: ["signal"],
  },
  stopped: { level: "info", about: "It has stopped in order.", fields: [] },
  "work-taken": {
    level: "info",
    about: "Of several daemons on one store, this one does a part of the work from now on.",
    fields: ["part"],
  },
  "work-given-back": {
    level: "info",
    about: "Another daemon with less to do goes on with a part of the work.",
    fields: ["part"],
  },
  reloading: {
    level: "info",
    about: "New settings are used from the next `ready` on; unfinished work is finished first.",
    fields: [],
  },
  "reload-refused": {
    level: "error",
    about: "New settings cannot be used, and the daemon goes on with those that it has.",
    fields: ["reason"],
  },
  "daemon-hangs": {
    level: "error",
    about:
      "Loops of the daemon do not turn any more; a service manager with a watchdog starts it anew.",
    fields: ["loops"],
  },
  "service-manager-lost": {
    level: "warn",
    about: "The daemon's state cannot be reported to systemd.",
    fields: ["reason"],
  },
  "checked-at-start": {
    level: "warn",
    about:
      "Something that the daemon found when it started and that somebody should look at; the doctor finds it too.",
    fields: ["area", "about", "reason"],
  },
  "checks-failed": {
    level: "warn",
    about: "The installation could not be looked at when the daemon started.",
    fields: ["reason", "code?", "err?"],
  },
  "http-ready": {
    level: "info",
    about: "HTTP is answered at this address.",
    fields: ["address"],
  },
  "http-failed": {
    level: "error",
    about:
      "HTTP is not answered; the daemon does all else. An address that is taken is tried again.",
    fields: ["reason"],
  },
  "request-failed": {
    level: "error",
    about: "A request over HTTP met a mistake in Busbar; its answer names it by `request`.",
    fields: ["request", "reason", "code?", "err?"],
  },
  "signal-ignored": {
    level: "info",
    about: "A signal came that changes nothing.",
    fields: ["signal"],
  },
  "log-lost": {
    level: "warn",
    about: "The log could not be written for a while, and so many lines are lost.",
    fields: ["lost"],
  },
  "store-older": {
    level: "error",
    about:
      "The store is older than it last was, such as a backup that was restored. Every stage is put on hold.",
    fields: ["reason"],
  },
  "clock-behind": {
    level: "warn",
    about: "The clock shows an earlier moment than was recorded already: see docs/guides/clock.md.",
    fields: ["behindMs", "reason"],
  },
  "clock-right": {
    level: "info",
    about: "The clock has passed the last recorded moment.",
    fields: [],
  },
  "store-shared": {
    level: "warn",
    about: "The store is on a network file system, where two machines may damage it.",
    fields: ["store", "reason"],
  },
  "lease-watched": {
    level: "warn",
    about:
      "Another machine's daemon has or had the store. This one starts when no heartbeat of it comes for a minute, and is refused when one does.",
    fields: ["store", "host"],
  },
  "status-unwritable": {
    level: "warn",
    about: "What the daemon says of its state stays as it was until the file can be written again.",
    fields: ["reason"],
  },
  retained: {
    level: "info",
    about:
      "Bytes that are older than `retention` says were packed, dropped or removed from archives.",
    fields: ["files", "bytes"],
  },
} as const satisfies Readonly<Record<string, LogEventKind>>;
