import { setImmediate } from "node:timers/promises";
import type { Catalogue } from "../../catalogue/definition.ts";
import type { GroupData } from "../../core/file/document.ts";
import type { Problem } from "../../core/file/problem.ts";
import type { ComposedFile, WaitingMessage, WaitingQueue } from "../../core/outbound/outbound.ts";
import { problem } from "../../formats/problem-log.ts";
import type { Store } from "../../store/port/store.ts";
import { composeFile, type FilesChannel, type OrderedMessage, seriesOf } from "./compose-file.ts";
import type { OutgoingFlow } from "./outgoing-flow.ts";
import { planQueue } from "./queue-plan.ts";
import { sealFiles } from "./seal-files.ts";

/** What composing works with. */
export interface ComposingContext {
  readonly store: Pick<Store, "queues" | "numbers" | "outbound" | "outboundMessages">;
  readonly catalogue: Catalogue;
  readonly channels: readonly FilesChannel[];
  /** In milliseconds since 1970. */
  readonly now: number;
  /** Whether a person holds a flow on a channel: then its messages wait. */
  readonly isOnHold?: (channel: string, flow: string) => boolean;
}

/** What composing came to. */
export interface ComposingResult {
  /** Files recorded. */
  readonly files: number;
  /** When the next batch closes because its first message has waited long enough; null when none is open. */
  readonly nextAt: number | null;
}

/** Files recorded in one commit. */
const filesAtOnce = 50;
/** Messages of which a commit may hold one more file. */
const messagesAtOnce = 2_000;

/** Whether to go on; asked before each commit. */
export type GoOn = () => boolean;

/**
 * Composes every file that is due: a queue's messages make one when as many wait as its channel puts into
 * a file, or the first has waited as long as it may. What one queue has waiting costs the others nothing.
 */
export async function composeWaiting(
  context: ComposingContext,
  goOn: GoOn = () => true,
): Promise<ComposingResult> {
  let files = 0;
  let nextAt: number | null = null;
  for (const queue of await context.store.queues.waiting()) {
    const { flow } = queue;
    if (flow === null) continue;
    const composer = await openQueue(context, { ...queue, flow });
    if (composer === null) continue;
    for (;;) {
      if (!goOn()) return { files, nextAt };
      const step = await composer.composeSome();
      if (step === null) break;
      files += step.files;
      await setImmediate();
    }
    const { closesAt } = composer;
    if (closesAt !== null) nextAt = Math.min(nextAt ?? closesAt, closesAt);
  }
  return { files, nextAt };
}

type FileQueue = WaitingQueue & { readonly flow: string };

/** Null when nothing of the queue can be sent, which is noted with it. */
async function openQueue(
  context: ComposingContext,
  queue: FileQueue,
): Promise<QueueComposer | null> {
  const { store, channels, catalogue } = context;
  const plan = planQueue(queue, channels, catalogue);
  const problem = plan.ok ? null : plan.problem;
  // Whether files can be encrypted shows when the first one is.
  const isKnown = !plan.ok || plan.channel.pgp === null;
  if (isKnown && problem !== queue.problem)
    await store.queues.setProblem({ queue: queue.id, problem });
  if (!plan.ok || context.isOnHold?.(plan.channel.name, plan.flow.flow)) return null;
  return new QueueComposer(context, queue, plan.channel, plan.flow);
}

interface Waiting extends OrderedMessage {
  readonly at: number;
}

/** Makes files of what waits in one queue. */
class QueueComposer {
  /** When the messages that still wait make a file whatever their number; null when none wait. */
  closesAt: number | null = null;
  readonly #context: ComposingContext;
  readonly #queue: FileQueue;
  readonly #channel: FilesChannel;
  readonly #flow: OutgoingFlow;
  readonly #series: string;
  #problem: string | null;

  constructor(
    context: ComposingContext,
    queue: FileQueue,
    channel: FilesChannel,
    flow: OutgoingFlow,
  ) {
    this.#context = context;
    this.#queue = queue;
    this.#channel = channel;
    this.#flow = flow;
    this.#series = seriesOf(channel, flow, queue.to);
    this.#problem = channel.pgp === null ? null : queue.problem;
  }

  /** Records the next files that are due, in one commit; null when none are. */
  async composeSome(): Promise<{ readonly files: number } | null> {
    const { store } = this.#context;
    const { messages: perFile } = this.#channel.batch;
    if (!(await this.#isDue())) return null;
    const most = Math.max(perFile, Math.min(filesAtOnce * perFile, messagesAtOnce));
    const waiting = (await store.queues.messages({ queue: this.#queue.id, most })).map(
      orderedMessage,
    );
    const batches = this.#closed(waiting);
    if (batches.length === 0) return null;
    const last = (await store.numbers.last(this.#series)) || this.#channel.firstNumber - 1;
    const made = this.#composeAll(batches, last);
    if (made.unwritable.length > 0) await store.outboundMessages.setAside(made.unwritable);
    const sealed = await sealFiles(this.#channel, made.files, this.#context.now);
    await this.#say(sealed.ok ? null : sealed.message);
    if (!sealed.ok) {
      this.closesAt = null;
      return null;
    }
    // Somebody else took a number or a message meanwhile: what is there now is looked at anew.
    const recorded = sealed.files.length === 0 ? [] : await store.outbound.record(sealed.files);
    return { files: recorded?.length ?? 0 };
  }

  async #say(problem: string | null): Promise<void> {
    if (problem === this.#problem) return;
    this.#problem = problem;
    await this.#context.store.queues.setProblem({ queue: this.#queue.id, problem });
  }

  async #isDue(): Promise<boolean> {
    const { store, now } = this.#context;
    const { messages, waitMs } = this.#channel.batch;
    const [first] = await store.queues.messages({ queue: this.#queue.id, most: 1 });
    this.closesAt = first === undefined ? null : first.at + waitMs;
    if (this.closesAt === null) return false;
    if (this.closesAt <= now) return true;
    return (await store.queues.count({ queue: this.#queue.id, most: messages })) >= messages;
  }

  /** Whole batches, and a last one that is not full when its first message has waited long enough. */
  #closed(waiting: readonly Waiting[]): Waiting[][] {
    const { messages, waitMs } = this.#channel.batch;
    const batches: Waiting[][] = [];
    for (let start = 0; start < waiting.length; start += messages) {
      const batch = waiting.slice(start, start + messages);
      const [first] = batch;
      if (batch.length === messages || (first && first.at + waitMs <= this.#context.now))
        batches.push(batch);
    }
    return batches;
  }

  #composeAll(batches: readonly Waiting[][], last: number) {
    const files: ComposedFile[] = [];
    const unwritable: { readonly id: number; readonly problems: readonly Problem[] }[] = [];
    const put = (messages: readonly OrderedMessage[]): readonly Problem[] => {
      const composition = this.#compose(messages, last + files.length + 1);
      if (!composition.ok) return composition.problems;
      files.push(composition.file);
      return [];
    };
    for (const batch of batches) {
      const problems = put(batch);
      if (problems.length === 0) continue;
      const [only] = batch;
      if (batch.length === 1 && only !== undefined) {
        unwritable.push({ id: only.id, problems });
        continue;
      }
      // One may spoil it for the others, or the flow may hold only one in a file.
      const good = batch.filter((message) => {
        const own = this.#compose([message], last + files.length + 1);
        if (!own.ok) unwritable.push({ id: message.id, problems: own.problems });
        return own.ok;
      });
      if (good.length > 0 && put(good).length > 0) for (const message of good) put([message]);
    }
    return { files, unwritable };
  }

  #compose(messages: readonly OrderedMessage[], number: number) {
    const flow = this.#flow;
    const missing = messages.filter(({ group }) => group === undefined && flow.groups.length > 1);
    if (missing.length > 0) return { ok: false, problems: [this.#sayGroup()] } as const;
    return composeFile(
      {
        queue: this.#queue.id,
        channel: this.#channel,
        flow,
        to: this.#queue.to,
        messages,
        given: { series: this.#series, number, first: this.#channel.firstNumber },
        replaces: null,
        at: this.#context.now,
      },
      this.#context.catalogue,
    );
  }

  #sayGroup(): Problem {
    const { flow, groups } = this.#flow;
    const say = `${flow} has messages of several groups (${groups.join(", ")}); the action must say with "group" which this is.`;
    return problem("UNKNOWN_GROUP", { line: null }, say);
  }
}

/** A message as it waited, its data read. */
export function orderedMessage({ id, at, data }: WaitingMessage): Waiting {
  const { data: own, group } = JSON.parse(data) as { data: GroupData; group?: string };
  return { id, at, group, data: own };
}
