import { sweepDrafts } from "../../channels/folder/archive.ts";
import { type Claim, type ClaimedFile, endClaim } from "../../channels/folder/claim.ts";
import { settleMarkers } from "../../channels/folder/settle-markers.ts";
import { syncFolders } from "../../channels/folder/sync-folder.ts";
import type { FolderChannel } from "../../config/channel/channel.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { ReadFile, Recorded } from "../../store/port/files/file-store.ts";
import { endedByStore, StoreError } from "../../store/port/store-error.ts";
import type { IntakeContext } from "../channel/context.ts";
import { quarantineMembers } from "../container/quarantine-members.ts";
import { recordPacked } from "../container/record-packed.ts";
import { type ArrivalReading, readAll, toRead } from "../read/read-file.ts";
import type { ReadState } from "../read/unchanged.ts";
import { recordLargeFile } from "../record/record-large-file.ts";
import { asNewArrival, settleFile } from "./settle.ts";

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
  /** Its files are read at once and recorded only after this, so that files are recorded in their order. */
  readonly after?: Promise<unknown>;
  /** Told of each file right after its commit. */
  readonly onRecorded: (file: ClaimedFile, recorded: Recorded) => void | Promise<void>;
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
  const fresh = options.resumed ? await task.settleKnown() : claim.files;
  await task.recordFresh(fresh);
  await settleMarkers(channel, claim.id, (arrivals) => context.store.files.arrivals(arrivals));
  if (task.left.length === 0) {
    if (options.resumed) sweepDrafts(channel, claim.id);
    await endClaim(claim);
  }
  return task;
}

class ClaimTask implements TakenClaim {
  readonly left: LeftFile[] = [];
  readonly moved: string[] = [];
  readonly #context: IntakeContext;
  readonly #channel: FolderChannel;
  readonly #claim: Claim;
  readonly #options: TakeOptions;

  constructor(context: IntakeContext, channel: FolderChannel, claim: Claim, options: TakeOptions) {
    this.#context = context;
    this.#channel = channel;
    this.#claim = claim;
    this.#options = options;
  }

  /** Finishes the files that were recorded before a break; returns the others. */
  async settleKnown(): Promise<readonly ClaimedFile[]> {
    const { store } = this.#context;
    const { files } = this.#claim;
    const known = await store.files.arrivals(files.map((file) => file.arrival));
    for (const file of files) {
      const recorded = known.get(file.arrival);
      if (recorded === undefined || recorded.state === "recording") continue;
      const record = await store.files.get(recorded.id);
      if (record === null) throw new Error(`the store has lost file ${recorded.id}`);
      const read = { signature: null, hash: record.hash };
      if (record.members.length > 0) await this.#settleContainer(file, recorded, read);
      else await this.#settle(file, recorded, read);
    }
    return files.filter((file) => (known.get(file.arrival)?.state ?? "recording") === "recording");
  }

  async recordFresh(files: readonly ClaimedFile[]): Promise<void> {
    if (files.length === 0) return;
    const durable = this.#makeDurable();
    const read = readAll(this.#context, this.#channel.name, files);
    const [readings] = await Promise.all([read, durable, this.#options.after]);
    this.#context.onStep("read");
    for (const [file, reading] of readings) {
      if (reading.kind === "unreadable") this.#leave(file, reading.reason);
      if (reading.kind === "changing") this.#startAgain(file);
    }
    await this.#recordWhole(readings);
    for (const [file, reading] of readings) {
      if (reading.kind === "packed") await this.#recordPacked(file, reading);
      if (reading.kind === "large") await this.#recordLarge(file);
    }
    this.#context.onStep("archived");
  }

  /** Before commit 1: after a power cut, a file whose arrival is recorded must still be in its claim. */
  async #makeDurable(): Promise<void> {
    const inbox = syncFolders(this.#channel.path).catch(() => {});
    await Promise.all([syncFolders(this.#claim.folder, this.#channel.work), inbox]);
  }

  async #recordWhole(readings: ReadonlyMap<ClaimedFile, ArrivalReading>): Promise<void> {
    const read = new Map<string, { file: ClaimedFile; state: ReadState }>();
    const whole: ReadFile[] = [];
    for (const [file, reading] of readings) {
      if (reading.kind !== "read") continue;
      whole.push(reading.file);
      const { signature } = reading;
      read.set(file.arrival, { file, state: { signature, hash: reading.file.hash } });
    }
    if (whole.length === 0) return;
    const answers = await this.#context.store.files.record(whole);
    this.#context.onStep("recorded");
    for (const answer of answers) {
      const { file } = read.get(answer.arrival) ?? {};
      if (file !== undefined && !("error" in answer)) await this.#options.onRecorded(file, answer);
    }
    for (const answer of answers) {
      const found = read.get(answer.arrival);
      if (found === undefined) continue;
      if ("error" in answer) this.#leave(found.file, notStored(answer.error));
      else await this.#settle(found.file, answer, found.state);
    }
  }

  /** A container by itself: it may hold many files, and all that lies in it is one commit. */
  async #recordPacked(
    file: ClaimedFile,
    { packed, signature }: Extract<ArrivalReading, { readonly kind: "packed" }>,
  ): Promise<void> {
    const { signal, onRecorded } = this.#options;
    await this.#attempt(file, async () => {
      const recorded = await recordPacked(this.#context, packed, signal);
      this.#context.onStep("recorded");
      await onRecorded(file, recorded);
      await this.#settleContainer(file, recorded, { signature, hash: packed.hash });
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
      await onRecorded(file, recording.recorded);
      if (recording.isContainer === true)
        await this.#settleContainer(file, recording.recorded, recording);
      else await this.#settle(file, recording.recorded, recording);
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
  async #settleContainer(file: ClaimedFile, recorded: Recorded, read: ReadState): Promise<void> {
    try {
      await quarantineMembers(this.#context, this.#channel, recorded.id);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      this.#leave(
        file,
        `it is recorded, with files in it that are refused, but ${errorMessage(error)}`,
      );
      return;
    }
    await this.#settle(file, recorded, read);
  }

  async #settle(file: ClaimedFile, recorded: Recorded, read: ReadState): Promise<void> {
    try {
      const { id } = this.#claim;
      const settled = await settleFile(this.#context, this.#channel, id, file, recorded, read);
      if (settled.kind === "moved") this.moved.push(settled.claimId);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      const fate = recorded.state === "rejected" ? "it is refused and recorded" : "it is recorded";
      this.#leave(file, `${fate}, but ${errorMessage(error)}`);
    }
  }

  #startAgain(file: ClaimedFile): void {
    const settled = asNewArrival(this.#context, this.#channel, this.#claim.id, file);
    if (settled.kind === "moved") this.moved.push(settled.claimId);
  }

  #leave(file: ClaimedFile, reason: string): void {
    this.left.push({ file, reason });
  }
}

function notStored(error: unknown): string {
  return `it could not be recorded: ${errorMessage(error)}`;
}
