import type { Leadership } from "../store/port/leader-store.ts";

/** Sends heartbeats until all that is in flight is finished; `end` rejects when the store was lost. */
export function keepLeadership(
  leadership: Leadership,
  onLost: () => void,
): { readonly end: () => Promise<void> } {
  const stop = new AbortController();
  const ran = leadership.run(stop.signal).then(
    () => null,
    (error: unknown) => {
      onLost();
      return error;
    },
  );
  return {
    async end() {
      stop.abort();
      const error = await ran;
      if (error !== null) throw error;
    },
  };
}
