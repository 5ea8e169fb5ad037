import { Loop, type LoopContext } from "../runtime/loop.ts";
import type { Publisher } from "../runtime/signals.ts";
import type { Store } from "../store/port/store.ts";

/** How often the store is read for what commands left in it, in milliseconds. */
const everyMs = 500;

/** What carrying signals out of the store works with. */
export interface StoreSignalsContext extends LoopContext {
  readonly store: Pick<Store, "polls" | "holds">;
  readonly signals: Publisher;
  /** What was carried already, by a run with other settings; nothing when absent. */
  readonly carried?: CarriedRequests;
}

/** What outlives the run that carried it, so that no request falls between two runs of a daemon. */
export interface CarriedRequests {
  /** The number of the last request for new settings; null before the first look. */
  reload: number | null;
}

/**
 * Publishes what other programs signal by the store: commands leave there which channel they want looked at
 * (`poll`), that the settings are to be read again (`reload`), and the holds that people place and release
 * (`holds`). What was there at the start is no news.
 */
export function storeSignals({
  store,
  signals,
  carried = { reload: null },
  ...context
}: StoreSignalsContext): Loop {
  let known: ReadonlyMap<string, number> | null = null;
  let knownHolds: string | null = null;
  // A store that cannot be read now is reported by those who need it more.
  const polls = async () => {
    const wishes: ReadonlyMap<string, number> | null = await store.polls
      .requested()
      .catch(() => known);
    for (const [channel, number] of wishes ?? [])
      if (known !== null && number > (known.get(channel) ?? 0))
        signals.publish("poll", { channel });
    known = wishes;
  };
  const holds = async () => {
    const ids = await store.holds.list().then(
      (all) => all.map(({ id }) => id).join(),
      () => knownHolds,
    );
    if (knownHolds !== null && ids !== knownHolds) signals.publish("holds", {});
    knownHolds = ids;
  };
  const reloads = async () => {
    const before = carried.reload;
    carried.reload = await store.polls.reloadRequested().catch(() => before);
    if (before !== null && carried.reload !== before) signals.publish("reload", {});
  };
  const round = async () => {
    await polls();
    await holds();
    await reloads();
    return null;
  };
  return new Loop({ name: "reading what commands ask for", everyMs, round }, context);
}
