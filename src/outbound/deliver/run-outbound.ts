import { setTimeout as delay } from "node:timers/promises";
import type { Catalogue } from "../../catalogue/definition.ts";
import type { OutboundChannel } from "../../config/channel/outbound-channel.ts";
import type { SmtpChannel } from "../../config/channel/smtp-channel.ts";
import type { WebhookChannel } from "../../config/channel/webhook-channel.ts";
import type { EventRecord } from "../../core/event/event.ts";
import { holdOn } from "../../core/hold/hold.ts";
import type { Clock } from "../../runtime/clock.ts";
import type { OnCrashPoint } from "../../runtime/crash-points.ts";
import type { Log } from "../../runtime/log.ts";
import { logFailure } from "../../runtime/log-failure.ts";
import { Loop, type LoopContext, type NextRound } from "../../runtime/loop.ts";
import type { Meter } from "../../runtime/meter.ts";
import type { Signals } from "../../runtime/signals.ts";
import type { Store } from "../../store/port/store.ts";
import { StoreError } from "../../store/port/store-error.ts";
import { answerAgain, answeredFamilies, answerFiles } from "../answer/answer-files.ts";
import { sendStatuses } from "../answer/status-files.ts";
import { composeEmails } from "../compose/compose-emails.ts";
import { composeWaiting } from "../compose/compose-waiting.ts";
import { beginSubscription } from "../feed/compose-webhook.ts";
import { DeliveryLoop } from "./delivery-loop.ts";
import type { OutboundChannelStatus } from "./outbound-status.ts";
import { fileTransport, mailTransport, webhookTransport } from "./transports.ts";

/** What sending works with. */
export interface OutboundContext extends Pick<LoopContext, "turns"> {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly channels: readonly OutboundChannel[];
  readonly mail: readonly SmtpChannel[];
  readonly webhooks: readonly WebhookChannel[];
  /** All of an event, for webhooks that get that. */
  readonly fullEvent: (event: EventRecord) => unknown;
  /** The channel that status files leave by, for each channel whose senders are notified. */
  readonly statusTo: ReadonlyMap<string, string>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onStep: OnCrashPoint;
  /** Runs a part whenever this daemon has it, where others may have it too; always when absent. */
  readonly leased?: (part: string, run: RunsUntil) => RunsUntil;
  /** Whether this daemon has a part; all when absent. */
  readonly has?: (part: string) => boolean;
  /** Sending waits for `queued`, `poll` and, to webhooks, `appended`, and tells of `appended`. */
  readonly signals: Signals;
  readonly meter?: Meter;
}

/** What runs until the signal is aborted. */
export type RunsUntil = (signal: AbortSignal) => Promise<void>;

/** How often to look for what waits when nothing wakes us, in milliseconds. */
const pollMs = 2_000;

/** Everything that leaves: what waits is composed, and each channel delivers for itself. */
export class Outbound {
  readonly #context: OutboundContext;
  readonly #store: Store;
  readonly #composing: Loop;
  readonly #deliveries: readonly DeliveryLoop[];
  readonly #runs: readonly RunsUntil[];

  constructor(context: OutboundContext) {
    const transports = [
      ...context.channels.map((channel) => fileTransport(channel, context)),
      ...context.mail.map((channel) => mailTransport(channel, context)),
      ...context.webhooks.map((channel) => webhookTransport(channel, context)),
    ];
    this.#context = context;
    this.#store = context.store;
    this.#deliveries = transports.map((transport) => new DeliveryLoop(transport, context));
    const round = ({ signal }: { readonly signal: AbortSignal }) => this.#compose(context, signal);
    this.#composing = new Loop({ name: "composing", everyMs: pollMs, round }, context);
    context.signals.subscribe("queued", () => this.#composing.wake());
    const hooked = new Set(context.webhooks.map(({ name }) => name));
    const telling = this.#deliveries.filter(({ name }) => hooked.has(name));
    context.signals.subscribe("appended", () => {
      for (const delivery of telling) delivery.wake();
    });
    const { leased = (_: string, run: RunsUntil) => run } = context;
    this.#runs = [
      leased("composing", (signal) => this.#composing.run(signal)),
      ...this.#deliveries.map((delivery) =>
        leased(partOf(delivery), (signal) => this.#deliver(delivery, signal)),
      ),
    ];
  }

  /**
   * Marks how far there is nothing to answer, where that was never done: what comes from now on is; and where new
   * webhooks begin. To be done before anything can come. Tells the store as well which channels keep the order of
   * their files.
   */
  async begin(): Promise<void> {
    const { store, channels, statusTo, webhooks } = this.#context;
    const inOrder = [...channels.filter(({ keepOrder }) => keepOrder), ...webhooks];
    await store.deliveries.keepOrder(inOrder.map(({ name }) => name));
    for (const webhook of webhooks) await beginSubscription(store, webhook);
    if (channels.length > 0) await store.answers.toAnswer({ families: answeredFamilies, limit: 1 });
    if (statusTo.size > 0) await store.statuses.work({ channels: [], limit: 1 });
  }

  status(): OutboundChannelStatus[] {
    const { has = () => true } = this.#context;
    return this.#deliveries
      .filter((delivery) => has(partOf(delivery)))
      .map((delivery) => delivery.status());
  }

  /** Runs until the signal is aborted. What is left undone is done after the next start. */
  async run(signal: AbortSignal): Promise<void> {
    if (this.#context.leased === undefined) await this.#store.deliveries.abandonSending(null);
    await Promise.all(this.#runs.map((run) => run(signal)));
  }

  /** Delivers by a channel. Where daemons share the work, who had the channel before may have been in the middle of it. */
  async #deliver(delivery: DeliveryLoop, signal: AbortSignal): Promise<void> {
    if (this.#context.leased !== undefined) await this.#abandonSending(delivery.name, signal);
    await delivery.run(signal);
  }

  /** While the store cannot be used it is tried again: the channel is this daemon's, and nothing may be sent before. */
  async #abandonSending(channel: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#store.deliveries.abandonSending(channel);
        return;
      } catch (error) {
        if (!(error instanceof StoreError) || error.code === "lost") throw error;
        await delay(pollMs, undefined, { signal }).catch(() => {});
      }
    }
  }

  async #compose(context: OutboundContext, signal: AbortSignal): Promise<NextRound> {
    const { store, catalogue, channels, mail, clock, onStep } = context;
    const now = clock.wall();
    const holds = await store.holds.list();
    const isOnHold = (channel: string, flow?: string) =>
      holdOn(holds, { stage: "outbound", channel, type: flow ?? null }) !== null;
    const goOn = () => {
      onStep("composed");
      for (const delivery of this.#deliveries) delivery.wake();
      return !signal.aborted;
    };
    if (channels.length > 0) {
      await answerFiles({ store, channels, now });
      await answerAgain({ store, channels, now });
    }
    const onUnreadable = (file: number, error: Error) =>
      logFailure(
        context.log,
        error,
        `file ${file} cannot be read, and its sender gets no answer about it`,
        {
          event: "status-not-sent",
          file,
        },
      );
    await sendStatuses({ store, statusTo: context.statusTo, now, onStep, onUnreadable });
    const common = { store, now, isOnHold };
    const emails = await composeEmails({ ...common, mail }, goOn);
    const { files, nextAt } = await composeWaiting({ ...common, catalogue, channels }, goOn);
    if (files + emails > 0) for (const delivery of this.#deliveries) delivery.wake();
    return nextAt === null ? null : { inMs: nextAt - now };
  }
}

function partOf({ name }: DeliveryLoop): string {
  return `channel ${name}`;
}
