import { errorText } from "../channels/channel-error.ts";
import type { ClaimedFile } from "../channels/folder/claim.ts";
import type { DiskName } from "../channels/folder/disk-name.ts";
import type { FolderChannel } from "../config/channel.ts";
import type { Brake } from "../core/brake.ts";
import type { Recorded } from "../core/store.ts";
import type { IntakeLog } from "./context.ts";
import type { IgnoredEntry } from "./inbox-look.ts";
import { logFailure } from "./log-failure.ts";
import type { LeftFile } from "./take-claim.ts";

/** Says in the log, in words, what happens on one channel; each thing once. */
export class IntakeReport {
  readonly #log: IntakeLog;
  readonly #channel: string;
  #told = new Set<string>();
  #count = 0;

  constructor(log: IntakeLog, channel: Pick<FolderChannel, "name">) {
    this.#log = log;
    this.#channel = channel.name;
  }

  /** Files recorded so far. */
  get count(): number {
    return this.#count;
  }

  recorded(file: Pick<ClaimedFile, "name">, { id, state, otherFile, known }: Recorded): void {
    if (!known) this.#count += 1;
    const details = { channel: this.#channel, file: id, name: file.name.text, state };
    if (state === "rejected")
      this.#log.warn(details, "refused; a copy and the reason go into quarantine");
    else if (state === "conflict")
      this.#log.warn(details, `clashes with file ${otherFile}; a person has to decide`);
    else if (state === "duplicate") this.#log.info(details, `repeats file ${otherFile}`);
    else this.#log.info(details, "recorded");
  }

  left({ file, reason }: LeftFile): void {
    const details = { channel: this.#channel, name: file.name.text };
    this.#log.warn(details, `left in the work folder: ${reason}; it is tried again`);
  }

  unclaimable(name: DiskName, reason: string): void {
    const details = { channel: this.#channel, name: name.text };
    this.#log.warn(details, `left in the inbox: ${reason}; it is tried again`);
  }

  /** A file stays at the partner, fetched or not. */
  leftAtPartner(name: string, reason: string): void {
    const message = `left at the partner: ${reason}; it is tried again`;
    this.#log.warn({ channel: this.#channel, name }, message);
  }

  /** Entries that are never taken; each is told of when it first appears. */
  ignored(entries: readonly IgnoredEntry[]): void {
    const told = new Set<string>();
    for (const { key, name, reason } of entries) {
      const entry = `${key}\n${reason}`;
      told.add(entry);
      if (this.#told.has(entry)) continue;
      this.#log.info({ channel: this.#channel, name }, `not taken: ${reason}`);
    }
    this.#told = told;
  }

  inboxLost(error: Error): void {
    this.#log.error({ channel: this.#channel }, error.message);
  }

  inboxBack(): void {
    this.#log.info({ channel: this.#channel }, "the inbox is there again");
  }

  /** The server lets us in and answers as it should. */
  serverBack(): void {
    this.#log.info({ channel: this.#channel }, "the partner's server can be used again");
  }

  paused(error: unknown): void {
    logFailure(this.#log, "error", error, `paused: ${errorText(error)}`, {
      channel: this.#channel,
    });
  }

  /** No more is taken in for now, for a reason that passes. */
  closed(reason: string): void {
    this.#log.warn({ channel: this.#channel }, `paused: ${reason}`);
  }

  goesOn(): void {
    this.#log.info({ channel: this.#channel }, "goes on");
  }

  /** A person put a brake on, or took it off. */
  held(brake: Brake | null): void {
    const details = { channel: this.#channel, actor: brake?.actor };
    if (brake === null) this.#log.info({ channel: this.#channel }, "released");
    else this.#log.warn(details, `held by ${brake.actor}: ${brake.reason}`);
  }

  bellFailed(error: unknown): void {
    const message = `the watcher failed, so files are seen by polling alone: ${errorText(error)}`;
    this.#log.warn({ channel: this.#channel }, message);
  }
}
