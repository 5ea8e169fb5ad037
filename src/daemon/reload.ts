import type { CheckedThing } from "../app/doctor/finding.ts";
import type { ReloadOutcome } from "../app/heartbeat/daemon-status.ts";
import type { InstallationModel } from "../app/installation/open-installation.ts";
import type { BusbarConfig } from "../config/config.ts";
import { settingsError } from "../config/load-config.ts";
import { type SettingsMarks, settingsMarks } from "../config/settings-marks.ts";
import { shownStore } from "../core/text/store-location.ts";
import { errorMessage } from "../runtime/error-message.ts";
import type { Log } from "../runtime/log.ts";
import { unusableError } from "./unusable-error.ts";

/** The settings that a daemon runs with, and the files that they were read from as they were then. */
export interface RunningSettings {
  readonly config: BusbarConfig;
  readonly settings: SettingsMarks;
}

/** What taking new settings works with. */
export interface ReloadContext {
  /** Reads the file of settings. Throws `ConfigError`. */
  readonly read: () => BusbarConfig;
  /** Whether a daemon can run with them: see `checkConfiguration`. */
  readonly check: (config: BusbarConfig) => Promise<InstallationModel>;
  /** The folders and keys that cannot be used by what it says. */
  readonly unusable: (config: BusbarConfig) => Promise<readonly CheckedThing[]>;
  readonly log: Log;
}

/**
 * Takes new settings while the daemon runs: those that it could not start with are refused, and it goes on
 * with what it has. Requests that come while one is looked at are one more.
 */
export class Reload {
  readonly #context: ReloadContext;
  #next: InstallationModel | null = null;
  #outcome: ReloadOutcome | null = null;
  #looking: Promise<void> | null = null;
  #isAskedAgain = false;

  constructor(context: ReloadContext) {
    this.#context = context;
  }

  /** How the last request ended; null when there was none. */
  get outcome(): ReloadOutcome | null {
    return this.#outcome;
  }

  /** The new settings, once, when none are looked at any more; null when there are none. */
  async take(): Promise<InstallationModel | null> {
    while (this.#looking !== null) await this.#looking;
    const next = this.#next;
    this.#next = null;
    return next;
  }

  /** Looks at the settings; `onGood` is called when the daemon is to run on with them. Never rejects. */
  async request(current: RunningSettings, onGood: () => void): Promise<void> {
    this.#isAskedAgain = true;
    if (this.#looking !== null) return;
    this.#looking = this.#lookAgain(current);
    await this.#looking;
    this.#looking = null;
    if (this.#next !== null) onGood();
  }

  async #lookAgain(current: RunningSettings): Promise<void> {
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      await this.#look(current);
    }
  }

  async #look(current: RunningSettings): Promise<void> {
    const { read, check, log } = this.#context;
    // Of the moment that they are read at: who asks later has not been answered yet.
    const at = Date.now();
    let refused: string | null = null;
    try {
      const config = read();
      refuseWhatStays(current, config);
      // Good ones that were not taken yet stay when wrong ones follow them: what ran with the old has ended.
      const model = await check(config);
      await this.#refuseUnusable(current.config, config);
      this.#next = model;
    } catch (error) {
      refused = errorMessage(error);
      const message = `the new settings cannot be used, and the daemon goes on with those that it has: ${refused}`;
      log.error({ event: "reload-refused", reason: refused }, message);
    }
    this.#outcome = { at, refused };
  }

  /** Refuses folders and keys that cannot be used, but for those that the daemon has already and waits for. */
  async #refuseUnusable(current: BusbarConfig, next: BusbarConfig): Promise<void> {
    const { unusable } = this.#context;
    const found = await unusable(next);
    if (found.length === 0) return;
    const before = new Set((await unusable(current)).map(({ about }) => about));
    const problems = found
      .filter(({ about }) => !before.has(about))
      .map(({ about, found: why }) => ({ about, message: `${about}: ${why}` }));
    if (problems.length > 0) throw unusableError(next.file, problems);
  }
}

/** An address without its password. */
const shown = (value: string | null) => (value === null ? "not set" : shownStore(value));

/** Code that was loaded stays loaded, and a daemon belongs to one store: both take a new start. */
function refuseWhatStays({ config, settings }: RunningSettings, next: BusbarConfig): void {
  const refuse = (path: readonly PropertyKey[], message: string) => {
    throw settingsError(next.file, [{ path, message }]);
  };
  for (const name of ["store", "storeListen", "log", "clock"] as const)
    if (next[name] !== config[name])
      refuse(
        [name],
        `${name}: is ${shown(next[name])} and was ${shown(config[name])}; restart the daemon for that`,
      );
  const now = settingsMarks(next);
  const isOther = (path: string) => path in settings && settings[path] !== now[path];
  const index = next.processes.findIndex(isOther);
  const changed = next.processes[index];
  if (changed !== undefined)
    refuse(
      ["processes", index],
      `processes: ${changed} was changed; modules are loaded once, so restart the daemon`,
    );
}
