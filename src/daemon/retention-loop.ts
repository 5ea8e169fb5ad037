import { retentionTurns } from "../app/retention/retention-turns.ts";
import type { RetentionContext, RetentionTurn } from "../app/retention/turn.ts";
import { RefusedError } from "../core/refusal/refused-error.ts";
import type { OnCrashPoint } from "../runtime/crash-points.ts";
import type { Log } from "../runtime/log.ts";
import { Loop, type LoopContext, type NextRound } from "../runtime/loop.ts";

/** How often it is looked at whether something has grown old, in milliseconds. */
const everyMs = 6 * 3_600_000;
/** Between two turns others have the disk and the store, in milliseconds. */
const gapMs = 250;

/** How long a backup that is being made is waited for until the next look, in milliseconds. */
const busyMs = 60_000;

/** Pages of the store's file that are given back in a turn: 1 MiB, some milliseconds. */
const pagesAtOnce = 512;
/** So many bytes of the file may be unused: what comes next goes there. */
const unusedBytes = 16 << 20;

/** Keeps bytes no longer than the settings say: a small turn at a time, with a rest between them. */
export class RetentionLoop {
  readonly #context: RetentionContext;
  readonly #common: LoopContext & { readonly log: Log; readonly onStep: OnCrashPoint };
  #turns: AsyncGenerator<RetentionTurn> | null = null;
  #done = { contents: 0, bytes: 0 };

  constructor(
    context: RetentionContext,
    common: LoopContext & { readonly log: Log; readonly onStep: OnCrashPoint },
  ) {
    this.#context = context;
    this.#common = common;
  }

  /** Does turn after turn until the signal is aborted. */
  async run(signal: AbortSignal): Promise<void> {
    const round = () => this.#round();
    await new Loop({ name: "retention", everyMs, round }, this.#common).run(signal);
  }

  async #round(): Promise<NextRound> {
    const { onStep } = this.#common;
    this.#turns ??= retentionTurns(this.#context, { actor: "busbar", isDry: false, onStep });
    let turn: IteratorResult<RetentionTurn, void>;
    try {
      turn = await this.#turns.next();
    } catch (error) {
      this.#turns = null;
      if (error instanceof RefusedError && error.kind === "busy") return { inMs: busyMs };
      throw error;
    }
    if (turn.done !== true) {
      this.#note(turn.value);
      return { inMs: gapMs, notBeforeMs: gapMs };
    }
    const { freedBytes } = await this.#context.store.retention.giveBack({
      pages: pagesAtOnce,
      leaveBytes: unusedBytes,
    });
    if (freedBytes > 0) return { inMs: gapMs, notBeforeMs: gapMs };
    this.#turns = null;
    this.#say();
    return null;
  }

  #note({ done }: RetentionTurn): void {
    if (done === null) return;
    this.#done.contents += done.contents;
    this.#done.bytes += done.bytes;
  }

  #say(): void {
    const { contents, bytes } = this.#done;
    if (contents === 0) return;
    this.#done = { contents: 0, bytes: 0 };
    const what = "moved or dropped kept bytes by their age";
    this.#common.log.info({ event: "retained", files: contents, bytes }, what);
  }
}
