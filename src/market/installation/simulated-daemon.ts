import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { lookAtDaemon } from "../../app/heartbeat/look-at-daemon.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { openForLog } from "../../disk/append-lines.ts";
import { storeAt } from "../../store/open.ts";

/** How to start a program: the command and its first words. */
export type ProgramWords = readonly [command: string, ...words: string[]];

const askAgainMs = 20;

/** Where a daemon finds what it is started with. */
interface DaemonPlaces {
  readonly config: string;
  readonly store: string;
  readonly log: string;
}

/** The daemon of a simulated installation, a process of its own. */
export class SimulatedDaemon {
  readonly #program: ProgramWords;
  readonly #places: DaemonPlaces;
  #child: ChildProcess;
  #startsAgain = false;

  private constructor(program: ProgramWords, places: DaemonPlaces) {
    this.#program = program;
    this.#places = places;
    this.#child = this.#spawn();
    process.once("exit", this.#endWithUs);
  }

  /** Whatever ends the simulation, its daemon does not stay behind. */
  readonly #endWithUs = () => {
    this.#child.kill("SIGTERM");
  };

  /** Starts it; resolves when it is ready. Its log goes to a file. Rejects when it ends before. */
  static async start(program: ProgramWords, places: DaemonPlaces): Promise<SimulatedDaemon> {
    const daemon = new SimulatedDaemon(program, places);
    await daemon.#ready();
    return daemon;
  }

  #spawn(): ChildProcess {
    const [command, ...words] = this.#program;
    const descriptor = openForLog(this.#places.log);
    const child = spawn(command, [...words, "run", "--config", this.#places.config], {
      stdio: ["ignore", descriptor, descriptor],
      // Ctrl-C reaches the simulation alone, which then stops its daemon.
      detached: true,
    });
    closeSync(descriptor);
    return child;
  }

  /** Resolves when it has said of itself that it runs: not what one before it left behind. */
  async #ready(): Promise<void> {
    const { store, log } = this.#places;
    for (;;) {
      const look = await lookAtDaemon(storeAt(store), Date.now());
      if (look.is === "running" && look.status.pid === this.pid) return;
      if (hasEnded(this.#child)) throw daemonEnded(log);
      await delay(askAgainMs);
    }
  }

  /** Whether it has not ended, but to be started again at once. */
  get isRunning(): boolean {
    return this.#startsAgain || !hasEnded(this.#child);
  }

  /** Ends it by a signal, SIGKILL too, and starts it again; gives how long the end took, in milliseconds. */
  async startAgain(signal: "SIGKILL" | "SIGTERM"): Promise<number> {
    this.#startsAgain = true;
    try {
      const began = performance.now();
      await this.#end(signal);
      const tookMs = performance.now() - began;
      this.#child = this.#spawn();
      await this.#ready();
      return tookMs;
    } finally {
      this.#startsAgain = false;
    }
  }

  /** Has it read its configuration again. */
  reload(): void {
    this.#child.kill("SIGHUP");
  }

  /** The number of its process. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Lets it finish what it has in flight. */
  async stop(): Promise<void> {
    await this.#end("SIGTERM");
    process.off("exit", this.#endWithUs);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (hasEnded(this.#child)) return;
    const ended = once(this.#child, "exit");
    this.#child.kill(signal);
    await ended;
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** That the daemon of a simulation is gone, which nobody of the simulation asked for. */
export function daemonEnded(log: string): RefusedError {
  return new RefusedError(
    "unavailable",
    `The daemon of the simulation ended before all was done; its log says why: ${log}`,
    { code: "DAEMON_ENDED" },
  );
}
