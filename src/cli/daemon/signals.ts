import { constants } from "node:os";

/** Signals that ask for a clean stop. SIGPWR says that the power is about to fail. */
const stopping = ["SIGTERM", "SIGINT", "SIGQUIT", "SIGPWR"] as const;

/**
 * Signals that would end the process at once if nobody listened, and that ask nothing of the daemon.
 * Signals of faults (SIGSEGV and the like) and SIGKILL are left to the system; SIGUSR1 never comes here:
 * `bin/busbar` starts Node with `--disable-sigusr1`, which ignores it.
 */
const ignored = [
  "SIGUSR2",
  "SIGALRM",
  "SIGVTALRM",
  "SIGIO",
  "SIGSTKFLT",
  "SIGXCPU",
  "SIGXFSZ",
] as const;

/** What the daemon does on a signal. */
export interface SignalActions {
  /** Whether the process belongs to a terminal: there SIGHUP says that the terminal was closed. */
  readonly onTerminal: boolean;
  /** SIGHUP elsewhere: the settings are to be read again. */
  reload(): void;
  /** The first signal that asks for a stop. A second one, unless it is SIGHUP, ends the process at once. */
  stop(signal: NodeJS.Signals): void;
  /** A signal that changes nothing; `hint` says why, and what to do instead. */
  ignore(signal: NodeJS.Signals, hint: string): void;
}

/**
 * Listens to every signal that would otherwise end the process without a word, until the function that
 * it returns is called. SIGHUP is a stop where the process belongs to a terminal. Elsewhere it has the settings read again, as is
 * the custom of daemons: programs that rotate logs send it as well, and settings that are as they were are right.
 */
export function heedSignals(actions: SignalActions): () => void {
  let stopped = false;
  const stop = (signal: NodeJS.Signals): void => {
    // A terminal that is closed may send SIGHUP more than once, and nobody there asks for haste.
    if (stopped && signal === "SIGHUP") return;
    if (stopped) process.exit(128 + constants.signals[signal]);
    stopped = true;
    actions.stop(signal);
  };
  const listeners = new Map<NodeJS.Signals, (signal: NodeJS.Signals) => void>();
  for (const signal of stopping) listeners.set(signal, stop);
  for (const signal of ignored)
    listeners.set(signal, () => actions.ignore(signal, "it has no meaning to the daemon"));
  listeners.set("SIGHUP", actions.onTerminal ? stop : actions.reload);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  return () => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
}
