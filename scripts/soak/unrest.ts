import { execFile } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import type { InstallationPlaces } from "../../src/market/installation/lay-out.ts";
import type {
  ProgramWords,
  SimulatedDaemon,
} from "../../src/market/installation/simulated-daemon.ts";
import type { Unrest } from "../../src/market/simulate.ts";

import { SoakErasing } from "./erasing.ts";

const execute = promisify(execFile);

/** What happens to the installation, and how often it did. */
export interface Troubles {
  kills: number;
  stops: number;
  reloads: number;
  backups: number;
  erasures: number;
  /** The longest that a clean stop took, in milliseconds. */
  longestStopMs: number;
}

/** In milliseconds, from one trouble to the next. */
const everyMs = 4_000;

/** In this order, over and over; without kills where the daemon is to be one process from then on. */
const rough = ["kill", "erase", "reload", "kill", "erase", "backup", "stop"] as const;
const gentle = ["reload", "erase", "backup"] as const;

/** Kills, stops, reloads and backs up an installation, and erases switches that are over, until it is told to end; from a moment on, nothing is killed. */
export class SoakUnrest implements Unrest {
  readonly patienceMs = 120_000;
  readonly troubles: Troubles = {
    ...{ kills: 0, stops: 0, reloads: 0, backups: 0, erasures: 0 },
    longestStopMs: 0,
  };
  readonly erasing: SoakErasing;
  /** The last backup; null where none was made. */
  backup: string | null = null;
  readonly #program: ProgramWords;
  readonly #end = new AbortController();
  #isGentle = false;
  #work: Promise<void> = Promise.resolve();

  constructor(program: ProgramWords) {
    this.#program = program;
    this.erasing = new SoakErasing(program);
  }

  begin(daemon: SimulatedDaemon, places: InstallationPlaces): void {
    mkdirSync(join(places.folder, "backups"));
    this.#work = this.#trouble(daemon, places);
    // Looked at when it ends.
    this.#work.catch(() => undefined);
  }

  /** From now on the daemon stays one process. */
  calm(): void {
    this.#isGentle = true;
  }

  end(): Promise<void> {
    this.#end.abort();
    return this.#work;
  }

  async #trouble(daemon: SimulatedDaemon, places: InstallationPlaces): Promise<void> {
    for (let turn = 0; ; turn += 1) {
      await delay(everyMs, undefined, { signal: this.#end.signal }).catch(() => undefined);
      if (this.#end.signal.aborted) return;
      const kinds = this.#isGentle ? gentle : rough;
      const kind = kinds[turn % kinds.length] ?? "reload";
      if (kind === "kill") await this.#kill(daemon);
      else if (kind === "stop") await this.#stop(daemon);
      else if (kind === "backup") await this.#backUp(places);
      else if (kind === "erase") await this.#erase(places);
      else {
        daemon.reload();
        this.troubles.reloads += 1;
      }
    }
  }

  async #kill(daemon: SimulatedDaemon): Promise<void> {
    await daemon.startAgain("SIGKILL");
    this.troubles.kills += 1;
  }

  async #stop(daemon: SimulatedDaemon): Promise<void> {
    const tookMs = await daemon.startAgain("SIGTERM");
    this.troubles.longestStopMs = Math.max(this.troubles.longestStopMs, tookMs);
    this.troubles.stops += 1;
  }

  async #erase({ folder, config }: InstallationPlaces): Promise<void> {
    await this.erasing.eraseOne(config, join(folder, "var/busbar.db"));
    this.troubles.erasures = this.erasing.erased.length;
  }

  /** Makes one, and keeps no other. */
  async #backUp({ folder, config }: InstallationPlaces): Promise<void> {
    const path = join(folder, "backups", `${this.troubles.backups}.tar.zst`);
    const [command, ...words] = this.#program;
    await execute(command, [...words, "backup", path, "--config", config]);
    if (this.backup !== null) rmSync(this.backup);
    this.backup = path;
    this.troubles.backups += 1;
  }
}
