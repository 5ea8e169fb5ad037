import type { BusbarConfig } from "../config/config.ts";
import { Loop } from "../runtime/loop.ts";
import type { Store } from "../store/port/store.ts";
import { judgeNotices } from "../store/rules/notices/judge-notices.ts";
import type { NoticeRules } from "../store/rules/notices/notice-state.ts";
import type { CauseWatch } from "./cause-watch.ts";
import { ContactLoop, type ContactLoopContext } from "./contact-loop.ts";
import { contactSender, type SenderContext } from "./contact-sender.ts";
import { noticeRules } from "./notice-rules.ts";
import { type Situation, whatStands } from "./standing.ts";

/** How often what is wrong is judged, in milliseconds. */
const everyMs = 5_000;

/** What telling people works with. */
export interface NoticesContext extends ContactLoopContext {
  readonly config: Pick<BusbarConfig, "file" | "calendars" | "mail" | "notices">;
  readonly store: Pick<Store, "holds" | "id" | "notices">;
  readonly causes: Pick<CauseWatch, "last" | "onLook">;
  /** How the daemon is otherwise. */
  readonly look: () => Omit<Situation, "now" | "causes" | "holds" | "unreached">;
  readonly adviceText: SenderContext["adviceText"];
}

/** Judges what is wrong now and then, and tells each contact what is to be reported. */
export class NoticeStage {
  readonly #context: NoticesContext;
  readonly #rules: NoticeRules;
  readonly #contacts: readonly ContactLoop[];
  readonly #judging: Loop;

  constructor(context: NoticesContext) {
    const { config, store, adviceText } = context;
    const { notices, mail } = config;
    this.#context = context;
    this.#rules = noticeRules(config);
    const sender = { mail, storeId: store.id, name: notices.name, adviceText };
    this.#contacts = notices.contacts.map(
      (contact) => new ContactLoop(contact, contactSender(contact, sender), context),
    );
    const round = async () => {
      const turned = await this.judge();
      return turned > 0 ? { inMs: this.#rules.gatherMs } : null;
    };
    this.#judging = new Loop({ name: "judging notices", everyMs, round }, context);
    context.causes.onLook(() => this.#judging.wake());
  }

  /** Why nothing can be judged, so that nobody can be notified of anything; null when it can. */
  get trouble(): string | null {
    return this.#judging.trouble;
  }

  /** Runs until the signal is aborted. What was decided and not sent is sent after the next start. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all([this.#judging, ...this.#contacts].map((loop) => loop.run(signal)));
  }

  /** Judges once what is wrong now. Gives of how many notices that is not believed yet, so that it is to be looked at soon. */
  async judge(): Promise<number> {
    const { store, causes, clock, look, config } = this.#context;
    const counted = causes.last;
    // Nothing is known to be well before the first look.
    if (counted === null) return 0;
    const now = clock.wall();
    const unreached = this.#contacts.flatMap(({ trouble }) => trouble ?? []);
    const situation = {
      ...look(),
      now,
      causes: counted.causes,
      holds: await store.holds.list(),
      unreached,
    };
    const { standing, unknown } = whatStands(situation, config.notices);
    let turned = 0;
    const told = await store.notices.judge({
      now,
      decide: (state) => {
        const turn = judgeNotices(state, { now, standing, unknown }, this.#rules);
        const gone = turn.changed.filter(
          ({ goneSince, endedAt }) => goneSince !== null && endedAt === null,
        );
        turned = turn.opened.length + gone.length;
        return turn;
      },
    });
    if (told > 0) for (const contact of this.#contacts) contact.wake();
    return turned;
  }
}
