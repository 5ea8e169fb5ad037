/** How much a line of the log matters, as pino has it. */
export type LogLevel = "debug" | "info" | "warn" | "error";

interface LogEventKind {
  readonly level: LogLevel;
  /** What it means, and what a person does about it. */
  readonly about: string;
  /** Fields of the line beside those that every line has; those that may be missing end in `?`. */
  readonly fields: readonly string[];
}

/**
 * Every line that the daemon writes into its log, by the name that it carries as `event`. Names and fields
 * stay as they are, so that alerts may be built on them; docs/log.md lists them for people.
 */
export const logEvents = {
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
  reloading: {
    level: "info",
    about: "New settings are used from the next `ready` on; what is in hand is finished first.",
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
    about: "The store lies on a network file system, where two machines may damage it.",
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
      "A file could not be taken or finished, and is tried again. `where` it lies: inbox, work, partner.",
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
    about: "The archive cannot have a file under its own name; it lies there under `archived`.",
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
    about: "A file or e-mail failed for good: a person has to see to it.",
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

/** The name of a line of the log. */
export type LogEvent = keyof typeof logEvents;

type FieldsOf<Name extends LogEvent> = (typeof logEvents)[Name]["fields"][number];
type Optional<Field extends string> = Field extends `${infer Bare}?` ? Bare : never;
type Needed<Field extends string> = Field extends `${string}?` ? never : Field;

/** What a line carries: its name and its fields. */
export type LogDetails<Name extends LogEvent = LogEvent> = Name extends LogEvent
  ? { readonly event: Name } & { readonly [Field in Needed<FieldsOf<Name>>]: unknown } & {
      readonly [Field in Optional<FieldsOf<Name>>]?: unknown;
    }
  : never;
