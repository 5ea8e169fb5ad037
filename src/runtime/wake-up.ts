import { machineTimer, type Timer } from "./timer.ts";

/** A sleep that can be cut short. */
export interface WakeUp {
  /** Ends the present sleep, or the next one before it begins. */
  ring(): void;
  /** Resolves after `ms`, or as soon as it rings. True when it rang. */
  sleep(ms: number): Promise<boolean>;
}

/** Rings that come while nobody sleeps are kept: one, however many there were. */
export function wakeUp(timer: Timer = machineTimer): WakeUp {
  let rang = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      rang = true;
      wake?.();
    },
    sleep: (ms) =>
      new Promise((resolve) => {
        const end = () => {
          cancel();
          wake = null;
          resolve(rang);
          rang = false;
        };
        const cancel = timer(ms, end);
        wake = end;
        if (rang) end();
      }),
  };
}
