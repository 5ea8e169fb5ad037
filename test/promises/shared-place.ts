import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect } from "vitest";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { actionDefaults } from "../../src/config/action-settings.ts";
import type { BusbarConfig } from "../../src/config/config.ts";
import { openCatalogue, shippedSettings } from "../../src/definitions/open.ts";
import type { Store } from "../../src/store/port/store.ts";
import { marketChannel, numbersIn, reading } from "../outbound/readings.ts";
import { type ChildDaemon, startChild } from "./child-daemon.ts";
import { errandFile, expectOnce, isSettled } from "./errand-account.ts";
import {
  filesUnder,
  recordedFiles,
  until,
  type Workplace,
  withStore,
  workplace,
} from "./workplace.ts";

/** A Busbar whose store is in a database, with errands to run and readings to deliver. */
export interface SharedPlace extends Workplace {
  /** Where the readings are delivered. */
  readonly out: string;
}

/** A place on the database at an address. */
export function sharedPlace(store: string, common: Partial<BusbarConfig> = {}): SharedPlace {
  const made = workplace({}, common);
  const out = join(made.base, "out");
  mkdirSync(out);
  const retry = { firstMs: 5, longestMs: 50, attempts: null };
  const channel = marketChannel({
    path: `${out}/{toParticipant}`,
    base: out,
    batch: { messages: 2, waitMs: 0 },
  });
  const config = {
    ...made.config,
    store,
    actions: { ...actionDefaults, usual: { ...actionDefaults.usual, retry } },
    outbound: [channel],
  };
  return { ...made, out, config };
}

/** The daemons of a place, one of which is started anew whenever one has ended. */
export class SharedDaemons {
  readonly #place: SharedPlace;
  readonly #launchers: readonly (readonly string[])[];
  readonly all: ChildDaemon[];

  /** Each is started by a launcher of its own. */
  constructor(place: SharedPlace, launchers: readonly (readonly string[])[] = [[], [], []]) {
    this.#place = place;
    this.#launchers = launchers;
    this.all = launchers.map((_, at) => this.#start(at));
  }

  #start(at: number): ChildDaemon {
    return startChild(this.#place, null, this.#launchers[at], "daemon-among-others.ts");
  }

  async ready(): Promise<void> {
    await Promise.all(this.all.map(({ ready }) => ready));
  }

  /** One of them is killed. */
  async kill(): Promise<void> {
    const at = Math.floor(Math.random() * this.all.length);
    this.all[at]?.kill("SIGKILL");
    await this.all[at]?.ended;
    this.all[at] = this.#start(at);
  }

  /** One stands still for so long that others take its work over, and then finds that out. */
  async standStill(): Promise<void> {
    const victim = this.all[Math.floor(Math.random() * this.all.length)];
    await victim?.ready;
    victim?.kill("SIGSTOP");
    await setTimeout(4_000 + Math.random() * 2_000);
    victim?.kill("SIGCONT");
  }

  /** By itself a daemon ends only when others took it for dead. */
  async replaceEnded(): Promise<void> {
    for (const [at, daemon] of this.all.entries()) {
      const ended = await Promise.race([daemon.ended, setTimeout(0, null)]);
      if (ended === null) continue;
      if (ended.signal === null) expect(ended.stderr).toMatch(/taken the store/);
      this.all[at] = this.#start(at);
    }
  }

  /** Waits until they have done all there is, then stops them. */
  async finish(isDone: () => Promise<boolean> = () => isAllDone(this.#place)): Promise<void> {
    const allDone = async () => {
      await this.replaceEnded();
      return isDone();
    };
    // On a machine with much else to do, what was taken from the dead may take minutes.
    await until("all is done", allDone, 300_000);
    for (const daemon of this.all) daemon.kill("SIGTERM");
    for (const daemon of this.all)
      expect(await daemon.ended).toMatchObject({ code: 0, signal: null, stderr: "" });
  }
}

/** Gives the daemons of a place numbered files and messages to send, with a trouble behind each, for as long as `goesOn`. */
export async function underLoad(
  place: SharedPlace,
  daemons: SharedDaemons,
  goesOn: (given: number) => boolean,
  trouble: () => Promise<void>,
  longestPauseMs = 1_500,
): Promise<number[]> {
  const files: number[] = [];
  const { store, close } = await openInstallation(place.config);
  while (goesOn(files.length)) {
    files.push(files.length + 1);
    await giveWork(place, store, files.length);
    await setTimeout(Math.random() * longestPauseMs);
    await trouble();
    await daemons.replaceEnded();
  }
  await close();
  return files;
}

/** Gives the daemons of a place a file and a message to send. */
export async function giveWork(place: SharedPlace, store: Store, number: number): Promise<void> {
  place.drop(errandFile(number));
  await sendReading(store, number);
}

/** Asks for a reading to be sent. */
export async function sendReading(store: Store, number: number): Promise<void> {
  await store.outboundMessages.send({
    identity: `reading:${number}`,
    outgoing: reading(number, number % 2 === 0 ? "EVEN" : "ODDS"),
  });
}

/** Whether all that was dropped and asked for is done and delivered. */
export async function isAllDone(place: SharedPlace): Promise<boolean> {
  return (await isAllSent(place)) && (await isSettled(place));
}

/** Whether all that was asked for is delivered. No channel is there for the e-mails. */
export function isAllSent(place: Pick<Workplace, "config">): Promise<boolean> {
  return withStore(place, async (store) => {
    const open = (await store.outbound.counts()).filter(({ state }) => state !== "delivered");
    const waiting = (await store.queues.waiting()).filter(({ flow }) => flow !== null);
    return open.length === 0 && waiting.length === 0;
  });
}

/** Every file is recorded and archived once, every effect is there once, and deliveries are whole. */
export async function expectAllOnce(place: SharedPlace, files: readonly number[]): Promise<void> {
  const sent = files.map((number) => errandFile(number).name);
  const recorded = await recordedFiles(place);
  expect(recorded.map(({ name, state }) => `${name} ${state}`).toSorted()).toEqual(
    sent.map((name) => `${name} recorded`).toSorted(),
  );
  expect(
    filesUnder(place.channel.archive)
      .map((path) => basename(path))
      .toSorted(),
  ).toEqual(sent.toSorted());
  await expectOnce(place, files);
  await expectDelivered(place.out, files);
  await withStore(place, async ({ verify }) => {
    expect(await Array.fromAsync(verify.tables())).toEqual([]);
  });
}

/** Every reading is in exactly one file, whole, and the numbers of the files have no gap. */
export async function expectDelivered(out: string, numbers: readonly number[]): Promise<void> {
  const catalogue = await openCatalogue(shippedSettings);
  const found: number[] = [];
  for (const recipient of readdirSync(out)) {
    const names = readdirSync(join(out, recipient)).toSorted();
    expect(names).toEqual(
      names.map((_, at) => `D0010002_X${recipient}_${`${at + 1}`.padStart(10, "0")}.usr`),
    );
    for (const name of names)
      found.push(...numbersIn(readFileSync(join(out, recipient, name)), catalogue));
  }
  expect(found.toSorted((a, b) => a - b)).toEqual(numbers.toSorted((a, b) => a - b));
}
