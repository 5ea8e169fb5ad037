import { ChannelError } from "../../channels/channel-error.ts";
import { isDirect } from "../../channels/outgoing-paths.ts";
import type { Outlet } from "../../channels/outlet.ts";
import type { OutboundFiles } from "../../config/channel/outbound-channel.ts";
import { retryWait } from "../../core/action/retry.ts";
import type { DeliveryEnd, DueFile } from "../../core/outbound/outbound.ts";
import type { OnCrashPoint } from "../../runtime/crash-points.ts";
import { errorMessage } from "../../runtime/error-message.ts";
import type { Store } from "../../store/port/store.ts";
import { isDropped, passFileErrors } from "./channel-trouble.ts";
import { sayGone, sayGoneInRename, sayTaken, sayTakenAway } from "./delivery-words.ts";
import { type Drop, DroppedFiles, endsOfDrop, sayChannelDrop } from "./dropped-files.ts";
import { inTurns } from "./in-turns.ts";
import { afterFailedPut, putDirectly } from "./put-directly.ts";

/** What delivering by one channel works with. */
export interface DeliveryContext {
  readonly store: Pick<Store, "outbound" | "deliveries">;
  readonly channel: Pick<OutboundFiles, "name" | "retry" | "keepOrder">;
  readonly outlet: Outlet;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onStep: OnCrashPoint;
  /** Flows of which nothing may leave now; none when absent. */
  readonly flowsOnHold?: readonly string[];
  /** A person asked: what waits for another try is tried now. */
  readonly isRetryNow?: boolean;
  /** What is remembered of files that the connection broke on; nothing when absent. */
  readonly dropped?: DroppedFiles;
  /** From 0 to 1. */
  readonly chance?: () => number;
  /** Called with how attempts ended, once that is noted. */
  readonly onEnded?: (ends: readonly DeliveryEnd[]) => void;
}

/** One round of files on its way: see `deliverRound`. */
export class Delivery {
  readonly #context: DeliveryContext;
  readonly #due: readonly DueFile[];
  readonly #ends = new Map<number, DeliveryEnd>();
  /** Queues of which nothing more may go in this round. */
  readonly #stopped = new Set<number>();
  readonly #named: DueFile[] = [];
  /** What people are to know of a file once it is delivered. */
  readonly #notes = new Map<number, string>();
  /** Written whole in this round and not noted as uploaded yet. */
  readonly #whole = new Set<DueFile>();
  /** Being sent when the connection broke, with where each got to. */
  readonly #dropped = new Map<DueFile, "ready" | "uploaded">();
  readonly #memory: DroppedFiles;

  constructor(context: DeliveryContext, due: readonly DueFile[]) {
    this.#context = context;
    this.#due = due;
    this.#memory = context.dropped ?? new DroppedFiles();
  }

  get delivered(): number {
    return [...this.#ends.values()].filter(({ end }) => end === "delivered").length;
  }

  /** The trouble that the channel as a whole has, if it has any. */
  async run(): Promise<ChannelError | null> {
    const { store, onStep } = this.#context;
    try {
      if (this.#due.some(isDirect)) {
        await this.#putAll();
        return null;
      }
      const written = await this.#writeAll();
      const ids = this.#mayGo(written).map(({ id }) => id);
      const allowed = await store.deliveries.begin({ ids, state: "uploaded" });
      for (const file of written) if (allowed.has(file.id)) this.#whole.delete(file);
      onStep("outbound-uploaded");
      await this.#leave(written.filter(({ id }) => !allowed.has(id)));
      for (const file of this.#due) {
        if (!allowed.has(file.id)) continue;
        if (this.#stopped.has(file.queue)) await this.#takeBack(file);
        else if (await this.#publish(file)) onStep("outbound-named");
      }
      await this.#sync();
      return null;
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      // Those that have their names are delivered; where that cannot be made durable, they are looked for again.
      await this.#sync().catch(() => {});
      // They are there, for whoever takes them: the next round looks, and writes none of them anew.
      await store.deliveries.begin({
        ids: [...this.#whole].map(({ id }) => id),
        state: "uploaded",
      });
      return this.#sayTrouble(error);
    }
  }

  /** One after the other under their own names: the next of a queue is begun when the one before has arrived. */
  async #putAll(): Promise<void> {
    const { outlet, store, onStep } = this.#context;
    for (const file of this.#due) {
      if (this.#stopped.has(file.queue)) continue;
      try {
        const put = await putDirectly(outlet, store, file);
        onStep("outbound-named");
        if (put.end === "failed" || put.end === "unknown") this.#stop(file, put.end, put.problem);
        if (put.end !== "named") continue;
        if (put.note !== null) this.#notes.set(file.id, put.note);
        this.#named.push(file);
      } catch (error) {
        const from = await afterFailedPut(outlet, file, error);
        if (from === "ready") this.#ends.set(file.id, { id: file.id, end: "behind" });
        await this.#failed(file, error, from);
      }
    }
    await this.#sync();
  }

  /** The files that were being sent when the connection broke may be why it did. */
  #sayTrouble(error: ChannelError): ChannelError {
    if (this.#dropped.size === 0) return error;
    const { channel, now, chance = Math.random } = this.#context;
    const drop: Drop = { error, files: this.#dropped, isAlone: this.#due.length === 1 };
    const moment = { retry: channel.retry, memory: this.#memory, now: now(), chance: chance() };
    for (const end of endsOfDrop(drop, moment)) this.#ends.set(end.id, end);
    return sayChannelDrop(drop);
  }

  async note(): Promise<number> {
    const ends = this.#counted();
    if (ends.length === 0) return 0;
    const events = await this.#context.store.deliveries.end(ends);
    this.#context.onEnded?.(ends);
    this.#memory.delivered(ends.filter(({ end }) => end === "delivered").map(({ id }) => id));
    this.#context.onStep("outbound-delivered");
    return events;
  }

  /** Where the order is kept, those of a queue that fail together are one failure: the first one's. */
  #counted(): DeliveryEnd[] {
    const failed = new Set<number>();
    return this.#due.flatMap(({ id, queue }) => {
      const end = this.#ends.get(id);
      if (end === undefined || (end.end === "later" && failed.has(queue))) return [];
      if (end.end === "later" && this.#context.channel.keepOrder) failed.add(queue);
      return [end];
    });
  }

  /** Writes each file under its temporary name; gives the files that are there whole, or may: an earlier round left them uploaded. */
  async #writeAll(): Promise<DueFile[]> {
    const { outlet, store, onStep } = this.#context;
    const whole = new Set(this.#due.filter(({ state }) => state === "uploaded"));
    const ready = this.#due.filter(({ state }) => state === "ready");
    await inTurns(ready, outlet.inFlight, async (file) => {
      const bytes = await store.outbound.bytes(file.id);
      try {
        const { now, note } = await outlet.write(file, bytes);
        if (note !== null) this.#notes.set(file.id, note);
        if (now === "gone") return this.#stop(file, "unknown", sayTakenAway(file));
      } catch (error) {
        return this.#failed(file, error, "ready");
      }
      whole.add(file);
      this.#whole.add(file);
      onStep("outbound-written");
    });
    return this.#due.filter((file) => whole.has(file));
  }

  /** In order: those behind one of their queue that failed stay where they are. */
  #mayGo(written: readonly DueFile[]): DueFile[] {
    const whole = new Set(written);
    return this.#due.filter((file) => {
      if (!whole.has(file) && this.#context.channel.keepOrder) this.#stopped.add(file.queue);
      return whole.has(file) && !this.#stopped.has(file.queue);
    });
  }

  /** Written in vain: onHold, cancelled or behind another. It is written again when its time comes. */
  async #leave(files: readonly DueFile[]): Promise<void> {
    for (const file of files) if (file.state === "ready") await this.#remove(file);
  }

  /** Whether it has its name. */
  async #publish(file: DueFile): Promise<boolean> {
    const { outlet } = this.#context;
    try {
      // What was uploaded in an earlier round may have its name already.
      const seen = file.state === "ready" ? "temporary" : await outlet.look(file);
      const now = seen === "temporary" ? await outlet.publish(file) : seen;
      if (now === "taken" && (await this.#remove(file))) this.#stop(file, "failed", sayTaken(file));
      if (now === "gone" && seen === "gone") this.#stop(file, "unknown", sayGone(file));
      else if (now === "gone") this.#stop(file, "unknown", sayGoneInRename(file));
      if (now === "named") this.#named.push(file);
      return now === "named";
    } catch (error) {
      await this.#failed(file, error, "uploaded");
      return false;
    }
  }

  /** One of its queue before it needs a person or another try: what was just written waits behind that. */
  async #takeBack(file: DueFile): Promise<void> {
    if (file.state === "uploaded") return;
    if (await this.#remove(file)) this.#ends.set(file.id, { id: file.id, end: "behind" });
  }

  /**
   * Removes what was written whole. Not when somebody took it: then the recipient may have it, and it is
   * not written again automatically. What cannot be removed stays as it is, and is looked at in its turn.
   */
  async #remove(file: DueFile): Promise<boolean> {
    try {
      const isRemoved = await this.#context.outlet.removeTemporary(file);
      this.#whole.delete(file);
      if (isRemoved) return true;
      this.#stop(file, "unknown", sayTakenAway(file));
    } catch (error) {
      if (isDropped(error)) this.#dropped.set(file, "uploaded");
      passFileErrors(error);
      if (file.state === "ready")
        await this.#context.store.deliveries.begin({ ids: [file.id], state: "uploaded" });
    }
    return false;
  }

  /** A name counts once it would survive a power cut. */
  async #sync(): Promise<void> {
    const { outlet, onStep } = this.#context;
    if (this.#named.length === 0) return;
    await outlet.syncNames([...new Set(this.#named.map(({ folder }) => folder))]);
    onStep("outbound-synced");
    for (const { id } of this.#named) {
      const note = this.#notes.get(id);
      this.#ends.set(id, { id, end: "delivered", ...(note !== undefined && { note }) });
    }
  }

  #stop(file: DueFile, end: "unknown" | "failed", problem: string): void {
    const { id, queue } = file;
    this.#ends.set(id, { id, end, problem });
    if (this.#context.channel.keepOrder) this.#stopped.add(queue);
  }

  /** Trouble of one file: it is tried again later. That of the channel ends the round. */
  async #failed(file: DueFile, error: unknown, from: "ready" | "uploaded"): Promise<void> {
    if (isDropped(error)) this.#dropped.set(file, from);
    passFileErrors(error);
    const { channel, outlet, now, chance = Math.random } = this.#context;
    const { id, queue } = file;
    const wait = retryWait(channel.retry, file.attempts + 1, chance());
    const problem = errorMessage(error);
    if (wait === null && from === "ready") {
      await outlet.removeTemporary(file).catch(passFileErrors);
      return this.#stop(file, "failed", problem);
    }
    if (channel.keepOrder) this.#stopped.add(queue);
    // What may have its name by now is not given up before somebody could look.
    const dueAt = now() + (wait ?? channel.retry.longestMs);
    this.#ends.set(id, { id, end: "later", dueAt, problem, from });
  }
}
