import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { lookAtDaemon } from "../../app/heartbeat/look-at-daemon.ts";
import { openForLog } from "../../disk/append-lines.ts";
import { storeAt } from "../../store/open.ts";

/** How to start a program: the command and its first words. */
export type ProgramWords = readonly [command: string, ...words: string[]];

const askAgainMs = 20;

/** The daemon of a simulated installation, a process of its own. */
export class SimulatedDaemon {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Starts it; resolves when it is ready. Its log goes to a file. Rejects when it ends before. */
  static async start(
    [command, ...words]: ProgramWords,
    {
      config,
      store,
      log,
    }: { readonly config: string; readonly store: string; readonly log: string },
  ): Promise<SimulatedDaemon> {
    const descriptor = openForLog(log);
    const child = spawn(command, [...words, "run", "--config", config], {
      stdio: ["ignore", descriptor, descriptor],
      // Ctrl-C reaches the simulation alone, which then stops its daemon.
      detached: true,
    });
    closeSync(descriptor);
    const daemon = new SimulatedDaemon(child);
    while (lookAtDaemon(storeAt(store), Date.now()).is !== "running") {
      if (!daemon.isRunning) throw new Error(`The daemon ended at once; ${log} says why`);
      await delay(askAgainMs);
    }
    return daemon;
  }

  /** Whether it has not ended. */
  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The number of its process. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Lets it finish what it has in hand. */
  async stop(): Promise<void> {
    if (!this.isRunning) return;
    const ended = once(this.#child, "exit");
    this.#child.kill("SIGTERM");
    await ended;
  }
}
