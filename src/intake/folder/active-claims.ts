import { statSync } from "node:fs";
import {
  type Claim,
  type ClaimedFile,
  type ClaimFailure,
  type ClaimResult,
  claimFiles,
  claimIdsIn,
  claimIn,
  type ReadyFile,
} from "../../channels/folder/claim.ts";
import type { FolderChannel } from "../../config/channel/channel.ts";
import type { Recorded } from "../../store/port/files/file-store.ts";
import { ArrivalMoments } from "../channel/arrival-order.ts";
import type { ChannelIntake } from "../channel/channel-intake.ts";
import type { StatusEntry } from "../channel/channel-status.ts";
import type { IntakeContext } from "../channel/context.ts";
import { RetryTracker } from "../channel/retry-tracker.ts";
import { resumedClaim } from "./resumed-claim.ts";
import { type LeftFile, takeClaim } from "./take-claim.ts";

/** Files that are being taken. */
export interface TakenFiles {
  readonly failures: readonly ClaimFailure[];
  /** Never rejects. */
  readonly ended: Promise<unknown>;
}

/**
 * The claims of one channel that are not finished. Large files are taken apart from the others, one at a time,
 * so that a file of gigabytes does not hold up the small ones behind it.
 */
export class ActiveClaims {
  readonly #context: IntakeContext;
  readonly #channel: FolderChannel;
  readonly #intake: ChannelIntake;
  readonly #moments = new ArrivalMoments();
  readonly #signal: AbortSignal;
  readonly #pending = new Set<string>();
  readonly #left = new Map<string, readonly LeftFile[]>();
  readonly #retries = new RetryTracker();
  #large: Promise<void> | null = null;
  #largeClaim: string | null = null;

  constructor(
    context: IntakeContext,
    channel: FolderChannel,
    intake: ChannelIntake,
    signal: AbortSignal,
  ) {
    this.#context = context;
    this.#channel = channel;
    this.#intake = intake;
    this.#signal = signal;
  }

  get isLargeFree(): boolean {
    return this.#large === null;
  }

  /** Resolves when no large file is being taken. */
  async largeEnds(): Promise<void> {
    await this.#large;
  }

  /** Takes up what lies in the work folder, of an earlier run or put back there. */
  adopt(): void {
    for (const id of claimIdsIn(this.#channel)) this.#pending.add(id);
  }

  /**
   * Claims small files, gives those that could not be claimed, and takes the others to the end, which
   * `ended` tells. They are recorded only after `before`, the end of the claim before.
   */
  take(files: readonly ReadyFile[], before: Promise<unknown>): TakenFiles {
    const { claim, failures } = this.#claim(files);
    return { failures, ended: this.#run(claim, false, before) };
  }

  /** Claims one large file and takes it, without waiting for its end. */
  takeLarge(file: ReadyFile): readonly ClaimFailure[] {
    const { claim, failures } = this.#claim([file]);
    this.#takeLarge(claim, false);
    return failures;
  }

  /** Goes on with the claims whose time has come, until one shows that the store cannot be used. */
  async resumeDue(): Promise<void> {
    for (const id of [...this.#pending]) {
      if (this.#signal.aborted) return;
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

  #claim(files: readonly ReadyFile[]): ClaimResult {
    const { newClaimId, onStep } = this.#context;
    const id = newClaimId();
    this.#pending.add(id);
    const result = claimFiles(this.#channel, id, files, () => onStep("file-claimed"));
    onStep("claimed");
    return result;
  }

  #takeLarge(claim: Claim, resumed: boolean): void {
    this.#largeClaim = claim.id;
    this.#large = this.#run(claim, resumed).then(() => {
      this.#large = null;
      this.#largeClaim = null;
      this.#intake.wake();
    });
  }

  /** False when the store or the disk failed as a whole. */
  async #run(claim: Claim, resumed: boolean, after?: Promise<unknown>): Promise<boolean> {
    try {
      const onRecorded = (file: ClaimedFile, recorded: Recorded) =>
        this.#intake.recorded(file.name.text, recorded);
      const options = { resumed, signal: this.#signal, onRecorded, ...(after && { after }) };
      const { left, moved } = await takeClaim(this.#context, this.#channel, claim, options);
      for (const id of moved) this.#postpone(id, "it changed after it was read");
      if (left.length === 0) this.#forget(claim.id);
      else this.#keep(claim.id, left);
      return true;
    } catch (error) {
      this.#retries.forget(claim.id);
      this.#intake.waitAfter(error);
      return false;
    }
  }

  #keep(id: string, left: readonly LeftFile[]): void {
    this.#left.set(id, left);
    const reasons = left.map(({ file, reason }) => `${file.name.text}: ${reason}`).join("\n");
    if (this.#postpone(id, reasons)) for (const file of left) this.#intake.report.left(file);
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
