import { setTimeout } from "node:timers/promises";
import type { Store } from "../store/port/store.ts";
import type { Intake } from "./intake.ts";

/** How often the store is asked for wishes, in milliseconds. */
const everyMs = 500;

/**
 * Has the channels looked at that people wish a look at, or let go on, until the signal is aborted; those
 * that files leave by are tried now.
 */
export async function fulfilWishes(
  store: Pick<Store, "lookWishes" | "brakes">,
  intakes: readonly Intake[],
  outbound: { hasten(channel: string): void },
  signal: AbortSignal,
): Promise<void> {
  const byName = new Map(intakes.map((intake) => [intake.status().name, intake]));
  let known: ReadonlyMap<string, number> | null = null;
  let held: string | null = null;
  while (!signal.aborted) {
    // A store that cannot be read now is told of by those who need it more.
    const wishes = await store.lookWishes().catch(() => known);
    for (const [channel, number] of wishes ?? []) {
      if (known === null || number <= (known.get(channel) ?? 0)) continue;
      byName.get(channel)?.lookNow();
      outbound.hasten(channel);
    }
    known = wishes;
    const brakes = await store.brakes().then(
      (all) => all.map(({ id }) => id).join(),
      () => held,
    );
    if (held !== null && brakes !== held) for (const intake of intakes) intake.lookNow();
    held = brakes;
    await setTimeout(everyMs, undefined, { signal }).catch(() => {});
  }
}
