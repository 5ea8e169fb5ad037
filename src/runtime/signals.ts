/**
 * What stages tell each other, by topic. A signal says only that there may be something to do, and what is
 * to be done is read from the store: one that is lost costs the wait until the next look. It is small and
 * plain, so that it can be carried between programs.
 */
export interface Topics {
  /** Files were recorded: their messages wait to be routed. */
  readonly recorded: { readonly files: number };
  /** Events were appended: processes wait to be built. */
  readonly appended: { readonly events: number };
  /** Actions were planned: they wait to be run. */
  readonly planned: { readonly actions: number };
  /** Something is to be sent: it waits to be composed. */
  readonly queued: { readonly messages: number };
  /** A person placed a hold or released one. */
  readonly holds: Readonly<Record<never, never>>;
  /** A person asks for a channel to be looked at, or tried, now. */
  readonly poll: { readonly channel: string };
  /** A person asks for the settings to be read again. */
  readonly reload: Readonly<Record<never, never>>;
}

/** Called for the signals of a topic; it wakes somebody, and does not throw. */
export type OnSignal<Topic extends keyof Topics> = (signal: Topics[Topic]) => void;

/** Who publishes needs not know who listens, nor whether anybody does. */
export interface Publisher {
  publish<Topic extends keyof Topics>(topic: Topic, signal: Topics[Topic]): void;
}

/** Signals of one program. */
export interface Signals extends Publisher {
  /** What it gives ends the subscription. */
  subscribe<Topic extends keyof Topics>(topic: Topic, onSignal: OnSignal<Topic>): () => void;
}

type Value = string | number;

/**
 * Signals between the stages of one program. They are delivered soon after they were published, not
 * meanwhile. Those of a topic that are published in one go and about the same are one: the numbers of them are
 * added up.
 */
export function signals(): Signals {
  const listeners = new Map<keyof Topics, Set<OnSignal<never>>>();
  const waiting = new Map<string, { topic: keyof Topics; signal: Record<string, Value> }>();
  const deliver = () => {
    const all = [...waiting.values()];
    waiting.clear();
    for (const { topic, signal } of all)
      for (const onSignal of listeners.get(topic) ?? []) onSignal(signal as never);
  };
  return {
    publish: (topic, signal) => {
      if (waiting.size === 0) queueMicrotask(deliver);
      const words = Object.values<Value>(signal).filter((value) => typeof value === "string");
      const key = JSON.stringify([topic, ...words]);
      const before = waiting.get(key)?.signal ?? {};
      waiting.set(key, { topic, signal: added(before, signal) });
    },
    subscribe: (topic, onSignal) => {
      const all = listeners.get(topic) ?? new Set();
      listeners.set(topic, all.add(onSignal));
      return () => void all.delete(onSignal);
    },
  };
}

function added(
  before: Readonly<Record<string, Value>>,
  signal: Readonly<Record<string, Value>>,
): Record<string, Value> {
  const sum = { ...before };
  for (const [name, value] of Object.entries(signal)) {
    const old = sum[name];
    sum[name] = typeof value === "number" && typeof old === "number" ? old + value : value;
  }
  return sum;
}
