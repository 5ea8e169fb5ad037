import type { FolderChannel } from "../../config/channel/channel.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { ReadFile, Recorded } from "../../store/port/files/file-store.ts";
import { endedByStore, StoreError } from "../../store/port/store-error.ts";
import type { IntakeContext } from "../channel/context.ts";
import type { NamedRecorded } from "../channel/log-file.ts";
import { quarantineMembers } from "../container/quarantine-members.ts";
import { recordPacked } from "../container/record-packed.ts";
import { type ArrivalReading, isUnchanged, type ReadState, toRead } from "../file/read-file.ts";
import { recordLargeFile } from "../file/record-large-file.ts";
import { settleMarkers, sweepDrafts } from "./archive.ts";
import { type Claim, type ClaimedFile, endClaim } from "./claim.ts";
import { type ClaimFiles, type ClaimReadings, claimFilesHere, readDurably } from "./claim-files.ts";
import { asNewArrival, quarantineSource, tellSubstitute } from "./settle.ts";

/** A file that stays claimed for now; its claim is taken up again later. */
export interface LeftFile {
  readonly file: ClaimedFile;
  readonly reason: string;
}

/** What became of a claim. */
export interface TakenClaim {
  readonly left: readonly LeftFile[];
  /** Claims made for files that changed after they were read. */
  readonly moved: readonly string[];
}

/** How a claim is taken: after what, and until when. */
export interface TakeOptions {
  /** The claim was begun before: what the store has of it already is not recorded again. */
  readonly resumed: boolean;
  /** Aborts the reading of a large file; what is small is finished. */
  readonly signal: AbortSignal | null;
  /** Its files, when they were read already. */
  readonly readings?: ClaimReadings;
  /** Works on its files; this thread does when absent. */
  readonly files?: ClaimFiles;
  /** Its files are recorded only after this, so that files are recorded in their order. */
  readonly after?: Promise<unknown>;
  /** Called when what is recorded of it is committed: it is to be archived yet. */
  readonly onCommitted?: () => void;
  /** Called with files right after their commit. */
  readonly onRecorded: (files: readonly NamedRecorded[]) => void | Promise<void>;
}

/**
 * Takes a claim through to the end: read, recorded in one commit, refused ones copied to quarantine,
 * all archived. What goes wrong with one file leaves that file claimed and no other. Throws
 * `StoreError` when the store cannot be used: then the claim is to be resumed.
 */
export async function takeClaim(
  context: IntakeContext,
  channel: FolderChannel,
  claim: Claim,
  options: TakeOptions,
): Promise<TakenClaim> {
  const task = new ClaimTask(context, channel, claim, options);
  if (options.resumed) await task.settleKnown();
  await task.recordFresh();
  await settleMarkers(channel, claim.id, (arrivals) => context.store.files.arrivals(arrivals));
  if (task.left.length === 0) {
    if (options.resumed) sweepDrafts(channel, claim.id);
    await endClaim(claim);
  }
  return task;
}

/** A recorded file whose source is still in its claim. */
interface Settling {
  readonly file: ClaimedFile;
  readonly recorded: Recorded;
  readonly read: ReadState;
}

class ClaimTask implements TakenClaim {
  readonly left: LeftFile[] = [];
  readonly moved: string[] = [];
  readonly #context: IntakeContext;
  readonly #channel: FolderChannel;
  readonly #claim: Claim;
  readonly #options: TakeOptions;
  readonly #files: ClaimFiles;
  /** Files that are not recorded yet. */
  #fresh: readonly ClaimedFile[];

  constructor(context: IntakeContext, channel: FolderChannel, claim: Claim, options: TakeOptions) {
    this.#context = context;
    this.#channel = channel;
    this.#claim = claim;
    this.#options = options;
    this.#files = options.files ?? claimFilesHere(context);
    this.#fresh = claim.files;
  }

  /** Finishes the files that were recorded before a break. */
  async settleKnown(): Promise<void> {
    const { store } = this.#context;
    const { files } = this.#claim;
    const known = await store.files.arrivals(files.map((file) => file.arrival));
    const settling: Settling[] = [];
    for (const file of files) {
      const recorded = known.get(file.arrival);
      if (recorded === undefined || recorded.state === "recording") continue;
      const record = await store.files.get(recorded.id);
      if (record === null) throw new Error(`the store has lost file ${recorded.id}`);
      const one = { file, recorded, read: { signature: null, hash: record.hash } };
      if (record.members.length === 0) settling.push(one);
      else await this.#settleContainer(one);
    }
    await this.#settle(settling);
    this.#fresh = files.filter(
      (file) => (known.get(file.arrival)?.state ?? "recording") === "recording",
    );
  }

  /** Records and settles what is not recorded yet. */
  async recordFresh(): Promise<void> {
    if (this.#fresh.length === 0) return;
    const { id } = this.#claim;
    const [readings] = await Promise.all([
      this.#options.readings ??
        readDurably(this.#context, this.#channel, { id, files: this.#fresh }),
      this.#options.after,
    ]);
    for (const [file, reading] of readings) {
      if (reading.kind === "unreadable") this.#leave(file, reading.reason);
      if (reading.kind === "changing") this.#startAgain(file);
    }
    const settling = await this.#recordWhole(readings);
    this.#options.onCommitted?.();
    await this.#settle(settling);
    for (const [file, reading] of readings) {
      if (reading.kind === "packed") await this.#recordPacked(file, reading);
      if (reading.kind === "large") await this.#recordLarge(file);
    }
    this.#context.onStep("archived");
  }

  async #recordWhole(readings: ClaimReadings): Promise<Settling[]> {
    const read = new Map<string, { file: ClaimedFile; state: ReadState }>();
    const whole: ReadFile[] = [];
    for (const [file, reading] of readings) {
      if (reading.kind !== "read") continue;
      whole.push(reading.file);
      const { signature } = reading;
      read.set(file.arrival, { file, state: { signature, hash: reading.file.hash } });
    }
    if (whole.length === 0) return [];
    const answers = await this.#context.store.files.record(whole);
    this.#context.onStep("recorded");
    const settling: Settling[] = [];
    for (const answer of answers) {
      const { file, state } = read.get(answer.arrival) ?? {};
      if (file === undefined || state === undefined) continue;
      if ("error" in answer) {
        this.#leave(file, notStored(answer.error));
        continue;
      }
      settling.push({ file, recorded: answer, read: state });
    }
    await this.#options.onRecorded(settling.map(asNamed));
    return settling;
  }

  /** A container is recorded alone: it may hold many files, and all its contents are one commit. */
  async #recordPacked(
    file: ClaimedFile,
    { packed, signature }: Extract<ArrivalReading, { readonly kind: "packed" }>,
  ): Promise<void> {
    const { signal, onRecorded } = this.#options;
    await this.#attempt(file, async () => {
      const recorded = await recordPacked(this.#context, packed, signal);
      this.#context.onStep("recorded");
      await onRecorded([asNamed({ file, recorded })]);
      await this.#settleContainer({ file, recorded, read: { signature, hash: packed.hash } });
    });
  }

  async #recordLarge(file: ClaimedFile): Promise<void> {
    const { signal, onRecorded } = this.#options;
    await this.#attempt(file, async () => {
      const recording = await recordLargeFile(
        this.#context,
        toRead(this.#channel.name, file),
        signal,
      );
      if (recording.kind === "changing") {
        this.#startAgain(file);
        return;
      }
      this.#context.onStep("recorded");
      const { recorded } = recording;
      await onRecorded([asNamed({ file, recorded })]);
      const settling = { file, recorded, read: recording };
      if (recording.isContainer === true) await this.#settleContainer(settling);
      else await this.#settle([settling]);
    });
  }

  /** What goes wrong with one file leaves it claimed and no other. */
  async #attempt(file: ClaimedFile, record: () => Promise<void>): Promise<void> {
    try {
      await record();
    } catch (error) {
      if (endedByStore(error)) throw error;
      const stopped = this.#options.signal?.aborted === true;
      this.#leave(file, stopped ? "Busbar stopped while reading it" : notStored(error));
    }
  }

  /** The refused files in a container go to quarantine first: the source goes last. */
  async #settleContainer(settling: Settling): Promise<void> {
    const { file, recorded } = settling;
    try {
      await quarantineMembers(this.#context, this.#channel, recorded.id);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      const reason = errorMessage(error);
      this.#leave(file, `it is recorded, with files in it that are refused, but ${reason}`);
      return;
    }
    await this.#settle([settling]);
  }

  /**
   * What is left to do for recorded files: a refused one gets a copy in quarantine, then all sources are
   * archived. What a file that changed since it was read holds now is another arrival.
   */
  async #settle(settling: readonly Settling[]): Promise<void> {
    const ready: Settling[] = [];
    for (const one of settling)
      if (one.recorded.state !== "rejected" || (await this.#isQuarantined(one))) ready.push(one);
    if (ready.length === 0) return;
    const sources = ready.map(({ file, recorded, read }) => ({
      ...{ file, read },
      isRefused: recorded.state === "rejected",
    }));
    const fates = await this.#files.archive(this.#channel, this.#claim.id, sources);
    for (const [at, fate] of fates.entries()) {
      const one = ready[at];
      if (one === undefined) continue;
      if (fate.kind === "changed") this.#startAgain(one.file);
      else if (fate.kind === "failed") this.#leaveRecorded(one, fate.reason);
      else if (fate.substitute !== null)
        tellSubstitute(this.#context, this.#channel, { ...one, substitute: fate.substitute });
    }
  }

  async #isQuarantined(one: Settling): Promise<boolean> {
    const { file, recorded, read } = one;
    try {
      if (!(await isUnchanged(file.path, read))) {
        this.#startAgain(file);
        return false;
      }
      await quarantineSource(this.#context, this.#channel, file, recorded.id);
      this.#context.onStep("quarantined");
      return true;
    } catch (error) {
      if (error instanceof StoreError) throw error;
      this.#leaveRecorded(one, errorMessage(error));
      return false;
    }
  }

  #leaveRecorded({ file, recorded }: Settling, reason: string): void {
    const fate = recorded.state === "rejected" ? "it is refused and recorded" : "it is recorded";
    this.#leave(file, `${fate}, but ${reason}`);
  }

  #startAgain(file: ClaimedFile): void {
    const settled = asNewArrival(this.#context, this.#channel, this.#claim.id, file);
    if (settled.kind === "moved") this.moved.push(settled.claimId);
  }

  #leave(file: ClaimedFile, reason: string): void {
    this.left.push({ file, reason });
  }
}

function asNamed({ file, recorded }: Pick<Settling, "file" | "recorded">): NamedRecorded {
  return { name: file.name.text, recorded };
}

function notStored(error: unknown): string {
  return `it could not be recorded: ${errorMessage(error)}`;
}
