import type { DiskName } from "../../channels/folder/disk-name.ts";
import type { FolderChannel } from "../../config/channel/channel.ts";
import { type Findings, findingsOf } from "../../core/file/findings.ts";
import type { Hold } from "../../core/hold/hold.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { Log } from "../../runtime/log.ts";
import { logFailure } from "../../runtime/log-failure.ts";
import type { IgnoredEntry } from "../folder/inbox-look.ts";
import type { LeftFile } from "../folder/take-claim.ts";
import type { IntakeContext } from "./context.ts";
import { logFile, type NamedRecorded } from "./log-file.ts";

/** Says in the log, in words, what happens on one channel; each thing once. */
export class IntakeReport {
  readonly #log: Log;
  readonly #store: IntakeContext["store"];
  readonly #channel: string;
  #told = new Set<string>();
  #count = 0;
  /** When counting began, in milliseconds since 1970. */
  readonly countedSince: number;

  constructor(
    { log, store, clock }: Pick<IntakeContext, "log" | "store" | "clock">,
    channel: Pick<FolderChannel, "name">,
  ) {
    this.#log = log;
    this.#store = store;
    this.#channel = channel.name;
    this.countedSince = clock.wall();
  }

  /** Files recorded since counting began. */
  get count(): number {
    return this.#count;
  }

  /** Files are in the store. */
  async recorded(files: readonly NamedRecorded[]): Promise<void> {
    for (const { name, recorded } of files) {
      if (!recorded.known) this.#count += 1;
      // Most are reported without a wait: one for each would cost as much as the report.
      const findings = recorded.findings ?? (await this.#findingsOf(recorded.id));
      logFile(this.#log, { channel: this.#channel, name, ...recorded, findings });
    }
  }

  async #findingsOf(file: number): Promise<Findings> {
    const record = await this.#store.files.get(file);
    if (record === null) throw new Error(`the store has lost file ${file}`);
    return findingsOf(record);
  }

  left({ file, reason }: LeftFile): void {
    this.#left(file.name.text, "work", reason, `left in the work folder: ${reason}`);
  }

  unclaimable(name: DiskName, reason: string): void {
    this.#left(name.text, "inbox", reason, `left in the inbox: ${reason}`);
  }

  /** A file stays at the partner, fetched or not. */
  leftAtPartner(name: string, reason: string): void {
    this.#left(name, "partner", reason, `left at the partner: ${reason}`);
  }

  /** Entries that are never taken; each is reported when it first appears. */
  ignored(entries: readonly IgnoredEntry[]): void {
    const told = new Set<string>();
    for (const { key, name, reason } of entries) {
      const entry = `${key}\n${reason}`;
      told.add(entry);
      if (this.#told.has(entry)) continue;
      const details = { channel: this.#channel, name, reason };
      this.#log.info({ event: "file-ignored", ...details }, `not taken: ${reason}`);
    }
    this.#told = told;
  }

  inboxLost(error: Error): void {
    const reason = error.message;
    this.#log.error({ event: "inbox-lost", channel: this.#channel, reason }, reason);
  }

  inboxBack(): void {
    this.#log.info({ event: "inbox-back", channel: this.#channel }, "the inbox is there again");
  }

  /** The server lets us in and answers as it should. */
  serverBack(): void {
    const message = "the partner's server can be used again";
    this.#log.info({ event: "inbox-back", channel: this.#channel }, message);
  }

  /** The store or the disk cannot be used. */
  failing(error: unknown): void {
    logFailure(this.#log, error, "waits", { event: "intake-failing", channel: this.#channel });
  }

  /** No more is taken in for now, for a reason that passes. */
  closed(reason: string): void {
    const details = { channel: this.#channel, reason };
    this.#log.warn({ event: "intake-waits", ...details }, `waits: ${reason}`);
  }

  goesOn(): void {
    this.#log.info({ event: "intake-resumed", channel: this.#channel }, "goes on");
  }

  /** A person put a hold on, or took it off. */
  hold(hold: Hold | null): void {
    const channel = this.#channel;
    if (hold === null) {
      this.#log.info({ event: "channel-released", channel }, "released");
      return;
    }
    const { actor, reason } = hold;
    const details = { channel, actor, reason };
    this.#log.warn({ event: "channel-on-hold", ...details }, `on hold by ${actor}: ${reason}`);
  }

  bellFailed(error: unknown): void {
    const reason = errorMessage(error);
    const message = `the watcher failed, so files are seen by polling alone: ${reason}`;
    this.#log.warn({ event: "watcher-failed", channel: this.#channel, reason }, message);
  }

  #left(name: string, where: "inbox" | "work" | "partner", reason: string, say: string): void {
    const details = { channel: this.#channel, name, where, reason };
    this.#log.warn({ event: "file-left", ...details }, `${say}; it is tried again`);
  }
}
