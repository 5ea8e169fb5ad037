import type { LogEventKind } from "./log-event-kind.ts";

/** What the daemon says of files that come in, and of where they come from. */
export const intakeLines = {
  "drafts-dropped": {
    level: "info",
    about: "What an earlier run had half read of large files was dropped; they are read again.",
    fields: ["files"],
  },
  "drafts-left": {
    level: "warn",
    about: "That could not be dropped; the next start tries again.",
    fields: ["reason", "code?", "err?"],
  },
  "answers-not-begun": {
    level: "warn",
    about:
      "It could not be noted from when on files are answered; that is done with the first round of composing.",
    fields: ["reason", "code?", "err?"],
  },
  "status-not-sent": {
    level: "warn",
    about:
      "The bytes of a file cannot be read, so no answer about it goes to its sender; answers about other files do.",
    fields: ["file", "reason", "code?", "err?"],
  },
  "file-recorded": {
    level: "info",
    about: "A file is recorded and active. `codes` are those of warnings it has.",
    fields: ["channel", "file", "name", "state", "container?", "codes?"],
  },
  "file-invalid-messages": {
    level: "warn",
    about: "A file is active, and so many of its messages are invalid.",
    fields: ["channel", "file", "name", "state", "container?", "invalid", "codes", "remedies"],
  },
  "file-awaiting-release": {
    level: "warn",
    about: "A file is recorded and awaits release by a person: test data, or addressed to others.",
    fields: ["channel", "file", "name", "state", "container?", "invalid", "codes", "remedies"],
  },
  "file-refused": {
    level: "warn",
    about: "A file is refused whole; a copy of it and the reason go into quarantine.",
    fields: ["channel", "file", "name", "state", "container?", "code", "codes", "reason"],
  },
  "file-conflict": {
    level: "warn",
    about: "A file has the identifier of another, with other content. A person decides.",
    fields: ["channel", "file", "name", "state", "container?", "other", "codes?", "remedies"],
  },
  "file-duplicate": {
    level: "info",
    about: "A file repeats an active one.",
    fields: ["channel", "file", "name", "state", "container?", "other", "codes?"],
  },
  "file-left": {
    level: "warn",
    about:
      "A file could not be taken or finished, and is tried again. `where` it is: inbox, work, partner.",
    fields: ["channel", "name", "where", "reason"],
  },
  "file-ignored": {
    level: "info",
    about: "Something in an inbox is never taken.",
    fields: ["channel", "name", "reason"],
  },
  "file-thread-ended": {
    level: "error",
    about:
      "The thread that claims, reads and archives files while many wait ended by a fault. Files are taken without it, more slowly, and it is begun anew a minute later; report the fault.",
    fields: ["reason", "err"],
  },
  "archive-renamed": {
    level: "warn",
    about: "The archive cannot have a file under its own name; it is there under `archived`.",
    fields: ["channel", "file", "name", "archived"],
  },
  "inbox-lost": {
    level: "error",
    about: "An inbox or a partner's server cannot be used; it is tried again.",
    fields: ["channel", "reason"],
  },
  "inbox-back": { level: "info", about: "It can be used again.", fields: ["channel"] },
  "intake-failing": {
    level: "error",
    about: "The store or the disk cannot be used, so a channel takes nothing; it is tried again.",
    fields: ["channel", "reason", "code?", "err?"],
  },
  "intake-waits": {
    level: "warn",
    about: "A channel takes nothing while a disk is short of room or too much waits behind intake.",
    fields: ["channel", "reason"],
  },
  "intake-resumed": { level: "info", about: "A channel takes files again.", fields: ["channel"] },
  "channel-on-hold": {
    level: "warn",
    about: "A person holds a channel.",
    fields: ["channel", "actor", "reason"],
  },
  "channel-released": { level: "info", about: "Nobody holds it any more.", fields: ["channel"] },
  "watcher-failed": {
    level: "warn",
    about: "New files are seen by polling alone, so a little later.",
    fields: ["channel", "reason"],
  },
} as const satisfies Readonly<Record<string, LogEventKind>>;
