import { setTimeout as delay } from "node:timers/promises";
import { runCommand } from "../app/commands/process/run-command.ts";
import { type OpenInstallation, openInstallation } from "../app/installation/open-installation.ts";
import { englandAndWales } from "../calendar/england-and-wales.ts";
import { loadConfig } from "../config/load-config.ts";
import { RefusedError } from "../core/refusal/refused-error.ts";
import { setClockFile } from "../disk/clock-file.ts";
import { Chance } from "./chance/chance.ts";
import type { Faults } from "./chance/faults.ts";
import { type InstallationPlaces, layOutInstallation } from "./installation/lay-out.ts";
import { Patience } from "./installation/patience.ts";
import { nextByItself, stillBusy } from "./installation/quiet.ts";
import { type SftpHost, startSftpHost } from "./installation/sftp-host.ts";
import {
  daemonEnded,
  type ProgramWords,
  SimulatedDaemon,
} from "./installation/simulated-daemon.ts";
import { Market } from "./market.ts";
import { type PlannedSwitch, type Population, planSwitches } from "./plan/switches.ts";
import { Ledgers } from "./post/ledger.ts";
import { FolderMailbox } from "./post/mailbox.ts";
import { MarketDays } from "./time/market-days.ts";

/** What to simulate. */
export interface SimulationOptions extends Omit<Population, "beginsAt"> {
  readonly seed: string;
  readonly faults: Faults;
  /** Folder of the installation, which is made. */
  readonly folder: string;
  /** Most messages in a file. */
  readonly perFile: number;
  /** Where the parties' mailboxes are: folders of this machine, or at an SFTP server of its own; folders when absent. */
  readonly mailboxes?: "folders" | "sftp";
  /** How to start Busbar. */
  readonly program: ProgramWords;
  /** Called now and then with how far it is. */
  readonly onProgress?: (progress: SimulationProgress) => void;
  /** Where it is to wait for what people do once all is quiet, and go on with what follows, until it is stopped. */
  readonly wait?: WaitsForPeople;
  /** What troubles the installation while it runs, such as kills of its daemon. */
  readonly unrest?: Unrest;
}

/** What troubles an installation: begun when its daemon runs, and ended before the daemon is stopped. */
export interface Unrest {
  /** How long a stage may do nothing, since it is troubled, in milliseconds. */
  readonly patienceMs: number;
  begin(daemon: SimulatedDaemon, places: InstallationPlaces): void;
  /** Resolves when the last trouble is over. Rejects with what went wrong meanwhile. */
  end(): Promise<void>;
}

/** How a simulation waits for people. */
export interface WaitsForPeople {
  /** Aborted to end it. */
  readonly signal: AbortSignal;
  /** Called each time all is quiet. */
  readonly onRest: () => void;
}

/** How far a simulation is. */
export interface SimulationProgress {
  /** The market's moment, in milliseconds since 1970. */
  readonly now: number;
  readonly filesIn: number;
  readonly filesOut: number;
  /** The daemon's process. */
  readonly pid: number | undefined;
}

/** A simulation that has come to its end. */
export interface Simulated extends SimulationProgress {
  readonly places: InstallationPlaces;
  readonly switches: readonly PlannedSwitch[];
  /** How long it took, in milliseconds. */
  readonly tookMs: number;
  /** What the installation had not done though it had time, in words; null when all was quiet. */
  readonly unquiet: string | null;
}

/** When a simulation begins: a Monday, so long ago that nothing of it is in the future of the machine's clock. */
export const beginsAt = Date.parse("2026-01-12T08:00:00Z");

/** After the market's last word the installation's own deadlines go on for so long, in milliseconds. */
const longestAfterMs = 60 * 24 * 3_600_000;

/** Moments are gathered in hours: what happens within one goes in the files at its end. */
const grainMs = 3_600_000;

/** How often to look whether people did something, in milliseconds. */
const restMs = 200;

/** A stage that does nothing for so long is broken, in milliseconds. */
const patienceMs = 20_000;

/** Between two looks at what is to be done, in milliseconds: the longer it takes, the fewer looks. */
const longestPauseMs = 15;

/**
 * Simulates a market around a fresh installation, until all is quiet: its daemon as a process of its own, the parties
 * in this one, and a clock that goes on to the next thing that happens as soon as everything up to it is done.
 */
export async function simulate(options: SimulationOptions): Promise<Simulated> {
  const host = options.mailboxes === "sftp" ? await startSftpHost() : null;
  try {
    return await simulateWith(options, host);
  } finally {
    await host?.stop();
  }
}

async function simulateWith(options: SimulationOptions, host: SftpHost | null): Promise<Simulated> {
  const began = performance.now();
  const { perFile } = options;
  const places = layOutInstallation(options.folder, beginsAt, { perFile, host });
  const config = loadConfig(places.config);
  const days = new MarketDays(englandAndWales);
  const switches = planSwitches({ ...options, beginsAt }, days, new Chance(options.seed));
  const daemon = await SimulatedDaemon.start(options.program, {
    config: places.config,
    store: config.store,
    log: places.log,
  });
  const ledgers = new Ledgers(places.ledgers);
  try {
    const installation = await openInstallation(config);
    try {
      const market = new Market({
        ...options,
        days,
        switches,
        catalogue: await installation.catalogue(),
        mailbox: new FolderMailbox(places.inbox, places.mail),
        ledgers,
        beginsAt,
      });
      options.unrest?.begin(daemon, places);
      const patience = options.unrest?.patienceMs ?? patienceMs;
      const run = new Run(market, installation, daemon, places, patience);
      await run.toTheEnd(options.onProgress ?? (() => {}));
      for (const { wait } = options; wait !== undefined && (await run.hasMore(wait)); )
        await run.toTheEnd(options.onProgress ?? (() => {}));
      const { filesOut, unquiet } = run;
      const tookMs = performance.now() - began;
      const progress = { now: market.now, filesIn: market.files, filesOut, pid: daemon.pid };
      return { ...progress, places, switches, tookMs, unquiet };
    } finally {
      await options.unrest?.end();
      await installation.close();
    }
  } finally {
    ledgers.close();
    await daemon.stop();
  }
}

/** The turns of market and installation. */
class Run {
  readonly #market: Market;
  readonly #installation: OpenInstallation;
  readonly #daemon: SimulatedDaemon;
  readonly #places: InstallationPlaces;
  readonly #patienceMs: number;
  /** Files that the installation put down. */
  filesOut = 0;
  unquiet: string | null = null;

  constructor(
    market: Market,
    installation: OpenInstallation,
    daemon: SimulatedDaemon,
    places: InstallationPlaces,
    patience: number,
  ) {
    this.#market = market;
    this.#installation = installation;
    this.#daemon = daemon;
    this.#places = places;
    this.#patienceMs = patience;
  }

  async toTheEnd(onProgress: (progress: SimulationProgress) => void): Promise<void> {
    const market = this.#market;
    let lastWordAt = market.now;
    for (;;) {
      await this.#untilQuiet();
      if (await this.#grantWishes()) continue;
      const taken = market.collect();
      this.filesOut += taken;
      if (taken > 0) lastWordAt = market.now;
      const { filesOut } = this;
      const { pid } = this.#daemon;
      onProgress({ now: market.now, filesIn: market.files, filesOut, pid });
      const until = await this.#nextMoment(lastWordAt);
      if (until === null) return;
      setClockFile(this.#places.clock, until);
      if (market.pass(until) > 0) lastWordAt = until;
    }
  }

  /** Waits until people have done something that there is to follow up; false when it is to end. */
  async hasMore({ signal, onRest }: WaitsForPeople): Promise<boolean> {
    const { store } = this.#installation;
    const { events } = await store.reports.counts();
    onRest();
    while (!signal.aborted) {
      await delay(restMs);
      if ((await store.reports.counts()).events !== events) return true;
      if ((await stillBusy(store, this.#places, this.#market.now)) !== null) return true;
      if (!this.#daemon.isRunning) return false;
    }
    return false;
  }

  /** Has people ask what they want to; true when they did. The clock goes on by a moment, which the daemon notices. */
  async #grantWishes(): Promise<boolean> {
    const wishes = this.#market.takeWishes();
    if (wishes.length === 0) return false;
    const { store, definitions, clock } = this.#installation;
    const context = { store, definitions: await definitions(), now: () => clock.wall() };
    for (const { processType, key, command: name, data } of wishes) {
      const asked = { key: `${key}/${name}`, name, processType, processKey: key, data };
      try {
        await runCommand(context, { ...asked, actor: "simulation" });
      } catch (error) {
        // Nothing that is known of the point yet, since a message was lost or is late: people leave it at that.
        if (!(error instanceof RefusedError)) throw error;
      }
    }
    const now = this.#market.now + 1;
    setClockFile(this.#places.clock, now);
    this.#market.pass(now);
    return true;
  }

  /** When something is to happen next; null when the market is over. */
  async #nextMoment(lastWordAt: number): Promise<number | null> {
    const { next, now } = this.#market;
    const own = await nextByItself(this.#installation.store, now);
    if (next === null && (own === null || own > lastWordAt + longestAfterMs)) return null;
    const moments = [next, own].filter((at) => at !== null);
    return Math.max(now, Math.ceil(Math.min(...moments) / grainMs) * grainMs);
  }

  /** Two looks in a row that find nothing: what one missed, since it moved on meanwhile, the other sees. */
  async #untilQuiet(): Promise<void> {
    const { store } = this.#installation;
    const { now } = this.#market;
    const patience = new Patience(this.#installation, this.#patienceMs);
    let waits = 0;
    for (let quiet = 0; quiet < 2; ) {
      const busy = await stillBusy(store, this.#places, now);
      quiet = busy === null ? quiet + 1 : 0;
      if (busy === null) continue;
      if (!this.#daemon.isRunning) throw daemonEnded(this.#places.log);
      if (await patience.isOver()) {
        this.unquiet = busy;
        return;
      }
      await delay(Math.min(longestPauseMs, 3 + waits));
      waits += 1;
    }
  }
}
