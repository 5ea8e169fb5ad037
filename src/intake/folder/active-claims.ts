import { statSync } from "node:fs";
import type { FolderChannel } from "../../config/channel/channel.ts";
import { ArrivalMoments } from "../channel/arrival-order.ts";
import type { ChannelIntake } from "../channel/channel-intake.ts";
import { RetryTracker } from "../channel/channel-intake.ts";
import type { StatusEntry } from "../channel/channel-status.ts";
import type { IntakeContext } from "../channel/context.ts";
import type { NamedRecorded } from "../channel/log-file.ts";
import {
  type Claim,
  type ClaimedFile,
  type ClaimFailure,
  claimFiles,
  claimIdsIn,
  claimIn,
  type ReadyFile,
  resumedClaim,
} from "./claim.ts";
import { type ClaimFiles, claimFilesHere } from "./claim-files.ts";
import { type LeftFile, type TakeOptions, takeClaim } from "./take-claim.ts";
import type { FileThread } from "./thread/file-thread.ts";

/** Small files that are being taken. Neither promise rejects. */
export interface TakenFiles {
  /** What could be recorded of them is committed. */
  readonly committed: Promise<unknown>;
  /** All is done for them that can be done for now. */
  readonly ended: Promise<unknown>;
}

/** What the claims of a channel are taken with. */
export interface ClaimParts {
  readonly intake: ChannelIntake;
  /** Aborted to stop: what is small is finished. */
  readonly signal: AbortSignal;
  /** Works on the files of small claims as soon as it is ready; this thread does when null. */
  readonly thread: FileThread | null;
  /** Called with files that could not be claimed. */
  readonly onFailures: (failures: readonly ClaimFailure[]) => void;
}

/**
 * The claims of one channel that are not finished. Large files are taken apart from the others, one at a time,
 * so that a file of gigabytes does not hold up the small ones behind it.
 */
export class ActiveClaims {
  readonly #context: IntakeContext;
  readonly #channel: FolderChannel;
  readonly #parts: ClaimParts;
  readonly #here: ClaimFiles;
  readonly #moments = new ArrivalMoments();
  readonly #pending = new Set<string>();
  readonly #left = new Map<string, readonly LeftFile[]>();
  readonly #retries = new RetryTracker();
  #large: Promise<void> | null = null;
  #largeClaim: string | null = null;

  constructor(context: IntakeContext, channel: FolderChannel, parts: ClaimParts) {
    this.#context = context;
    this.#channel = channel;
    this.#parts = parts;
    this.#here = claimFilesHere(context);
  }

  get isLargeFree(): boolean {
    return this.#large === null;
  }

  /** Resolves when no large file is being taken. */
  async largeEnds(): Promise<void> {
    await this.#large;
  }

  /** Takes up the files in the work folder, of an earlier run or put back there. */
  adopt(): void {
    for (const id of claimIdsIn(this.#channel)) this.#pending.add(id);
  }

  /**
   * Claims small files and takes them to the end, in the thread for files if it is ready. They are recorded only
   * after `before`, when the claim before is committed.
   */
  take(files: readonly ReadyFile[], before: Promise<unknown>): TakenFiles {
    const { promise: committed, resolve } = Promise.withResolvers<void>();
    const id = this.#newClaim();
    const ended = this.#takeSmall(id, files, { after: before, onCommitted: resolve });
    return { committed, ended: ended.finally(resolve) };
  }

  /** Claims one large file and takes it, without waiting for its end. */
  takeLarge(file: ReadyFile): void {
    const { onStep } = this.#context;
    const id = this.#newClaim();
    const onClaimed = () => onStep("file-claimed");
    const { claim, failures } = claimFiles(this.#channel, id, [file], onClaimed);
    onStep("claimed");
    this.#parts.onFailures(failures);
    this.#takeLarge(claim, false);
  }

  /** Goes on with the claims whose time has come, until one shows that the store cannot be used. */
  async resumeDue(): Promise<void> {
    for (const id of [...this.#pending]) {
      if (this.#parts.signal.aborted) return;
      if (id === this.#largeClaim || this.#retries.isBackingOff(id, this.#context.clock.steady()))
        continue;
      const found = claimIn(this.#channel, id);
      if (found === null) {
        this.#forget(id);
        continue;
      }
      const claim = resumedClaim(found, this.#moments);
      if (!claim.files.some((file) => this.#isLarge(file))) {
        if (!(await this.#run(claim, true))) return;
      } else if (this.isLargeFree) {
        this.#takeLarge(claim, true);
      }
    }
  }

  /** When to resume next, on the steady clock; null when nothing is due or it has to wait for a large file. */
  get nextAt(): number | null {
    return this.isLargeFree ? this.#retries.nextAt : null;
  }

  /** Files that stay claimed, with the reason. */
  troubled(): StatusEntry[] {
    return [...this.#left.values()].flatMap((files) =>
      files.map(({ file, reason }) => ({ name: file.name.text, since: file.seenAt, reason })),
    );
  }

  #newClaim(): string {
    const id = this.#context.newClaimId();
    this.#pending.add(id);
    return id;
  }

  async #takeSmall(
    id: string,
    ready: readonly ReadyFile[],
    options: Pick<TakeOptions, "after" | "onCommitted">,
  ): Promise<void> {
    const { thread } = this.#parts;
    const files = thread?.isReady === true ? thread : this.#here;
    try {
      const { claim, failures, readings } = await files.take(this.#channel, id, ready);
      this.#parts.onFailures(failures);
      await this.#run(claim, false, { ...options, files, readings });
    } catch (error) {
      this.#parts.intake.waitAfter(error);
    }
  }

  #takeLarge(claim: Claim, resumed: boolean): void {
    this.#largeClaim = claim.id;
    this.#large = this.#run(claim, resumed).then(() => {
      this.#large = null;
      this.#largeClaim = null;
      this.#parts.intake.wake();
    });
  }

  /** False when the store or the disk failed as a whole. */
  async #run(
    claim: Claim,
    resumed: boolean,
    how: Pick<TakeOptions, "after" | "onCommitted" | "files" | "readings"> = {},
  ): Promise<boolean> {
    try {
      const onRecorded = (files: readonly NamedRecorded[]) => this.#parts.intake.recorded(files);
      const options = { resumed, signal: this.#parts.signal, onRecorded, ...how };
      const { left, moved } = await takeClaim(this.#context, this.#channel, claim, options);
      for (const id of moved) this.#postpone(id, "it changed after it was read");
      if (left.length === 0) this.#forget(claim.id);
      else this.#keep(claim.id, left);
      return true;
    } catch (error) {
      this.#retries.forget(claim.id);
      this.#parts.intake.waitAfter(error);
      return false;
    }
  }

  #keep(id: string, left: readonly LeftFile[]): void {
    this.#left.set(id, left);
    const reasons = left.map(({ file, reason }) => `${file.name.text}: ${reason}`).join("\n");
    if (this.#postpone(id, reasons)) for (const file of left) this.#parts.intake.report.left(file);
  }

  #postpone(id: string, reason: string): boolean {
    const { clock } = this.#context;
    this.#pending.add(id);
    return this.#retries.fail(id, id, reason, { wall: clock.wall(), steady: clock.steady() });
  }

  #forget(id: string): void {
    this.#pending.delete(id);
    this.#retries.forget(id);
    this.#left.delete(id);
  }

  #isLarge(file: ClaimedFile): boolean {
    const stats = statSync(file.path, { throwIfNoEntry: false });
    return (stats?.size ?? 0) > this.#context.largeFileBytes;
  }
}

/** Files that share a claim and a commit. */
const filesPerBatch = 400;
/** Bytes that share a commit; they are in memory together. */
const bytesPerBatch = 16 << 20;

/** Cuts files into batches bounded in number and bytes, in their order; each has at least one. */
export function* batchesOf<File>(
  files: readonly File[],
  sizeBytesOf: (file: File) => number,
): Generator<File[]> {
  let batch: File[] = [];
  let bytes = 0;
  for (const file of files) {
    const sizeBytes = sizeBytesOf(file);
    if (batch.length === filesPerBatch || (batch.length > 0 && bytes + sizeBytes > bytesPerBatch)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += sizeBytes;
  }
  if (batch.length > 0) yield batch;
}
