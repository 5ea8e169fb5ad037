import type { Signals, Topics } from "../../runtime/signals.ts";
import type { WorkLeaseStore } from "../../store/port/work-lease-store.ts";
import type { Work } from "./work-keeper.ts";

/** What stages of other daemons may wait for. What people ask for is in the store, and each daemon reads it there. */
const carried = [
  "recorded",
  "appended",
  "planned",
  "queued",
] as const satisfies readonly (keyof Topics)[];

/** Between two messages to others, in milliseconds: what many commits have to tell is reported at once. */
const gapMs = 25;

/** Signals that reach the stages of other daemons too; `run` hears theirs. One that is lost costs the wait until the next look. */
export function toldSignals(
  others: WorkLeaseStore,
  own: Signals,
): { readonly signals: Signals; readonly run: Work } {
  const waiting = new Map<string, object>();
  const tell = () => {
    const all = JSON.stringify([...waiting]);
    waiting.clear();
    others.tell(all).catch(() => {});
  };
  const isCarried = (topic: string) => carried.some((one) => one === topic);
  return {
    signals: {
      subscribe: own.subscribe,
      publish: (topic, signal) => {
        own.publish(topic, signal);
        if (!isCarried(topic)) return;
        if (waiting.size === 0) setTimeout(tell, gapMs).unref();
        waiting.set(topic, signal);
      },
    },
    run: (signal) =>
      others.hear((text) => {
        for (const [topic, told] of readTold(text))
          if (isCarried(topic)) own.publish(topic, told as never);
      }, signal),
  };
}

/** Nothing of what some other program may tell. */
function readTold(text: string): readonly (readonly [keyof Topics, object])[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? (value as [keyof Topics, object][]) : [];
  } catch {
    return [];
  }
}
