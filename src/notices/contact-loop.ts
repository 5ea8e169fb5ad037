import type { NoticeContact } from "../config/notices/notice-settings.ts";
import type { Clock } from "../runtime/clock.ts";
import type { OnCrashPoint } from "../runtime/crash-points.ts";
import type { Log } from "../runtime/log.ts";
import { Loop, type LoopContext, type NextRound, type RoundContext } from "../runtime/loop.ts";
import type { Meter } from "../runtime/meter.ts";
import type { Store } from "../store/port/store.ts";
import type { ContactSender } from "./contact-sender.ts";

/** How often to look when nothing wakes it, in milliseconds. */
const everyMs = 5_000;

/** What telling a contact works with. */
export interface ContactLoopContext extends Pick<LoopContext, "turns"> {
  readonly store: Pick<Store, "notices">;
  readonly clock: Clock;
  readonly log: Log;
  readonly onStep: OnCrashPoint;
  readonly meter: Meter;
}

/** Why nothing gets through to a contact, and since when. */
export interface ContactTrouble {
  readonly contact: string;
  readonly since: number;
  readonly reason: string;
}

/** Tells one contact what there is to tell, in order, and tries again what does not get through. */
export class ContactLoop {
  readonly #contact: NoticeContact;
  readonly #sender: ContactSender;
  readonly #context: ContactLoopContext;
  readonly #loop: Loop;
  #trouble: ContactTrouble | null = null;

  constructor(contact: NoticeContact, sender: ContactSender, context: ContactLoopContext) {
    this.#contact = contact;
    this.#sender = sender;
    this.#context = context;
    const task = {
      name: `telling ${contact.name}`,
      everyMs,
      round: (about: RoundContext) => this.#round(about),
    };
    this.#loop = new Loop(task, context);
  }

  readonly wake = (): void => this.#loop.wake();

  /** What is in the way; null when nothing is. */
  get trouble(): ContactTrouble | null {
    return this.#trouble;
  }

  async run(signal: AbortSignal): Promise<void> {
    await this.#loop.run(signal);
    await this.#sender.close();
  }

  async #round({ signal }: RoundContext): Promise<NextRound> {
    const { store, clock, onStep, meter } = this.#context;
    const { name: contact } = this.#contact;
    const { atOnce: limit } = this.#sender;
    const messages = await store.notices.begin({ contact, now: clock.wall(), limit });
    if (messages.length === 0) return null;
    onStep("notice-begun");
    const end = await this.#sender.tell(messages, clock.wall(), signal);
    onStep("notice-answered");
    await store.notices.end({ ids: messages.map(({ id }) => id), end, now: clock.wall() });
    onStep("notice-ended");
    meter.count("busbar_notices_total", { contact, result: end.end }, messages.length);
    // One that was broken off since the daemon stops is no trouble.
    if (!signal.aborted) this.#note(end.end, end.reason ?? "");
    return "more";
  }

  #note(end: "sent" | "later" | "failed", reason: string): void {
    const { log, clock } = this.#context;
    const { name: contact } = this.#contact;
    if (end === "sent") {
      if (this.#trouble !== null)
        log.info({ event: "notices-resumed", contact }, `notices to ${contact} get through again`);
      this.#trouble = null;
      return;
    }
    if (this.#trouble?.reason !== reason)
      log.warn(
        { event: "notices-not-sent", contact, reason },
        `a notice to ${contact} did not get through: ${reason}`,
      );
    this.#trouble = { contact, since: this.#trouble?.since ?? clock.wall(), reason };
  }
}
