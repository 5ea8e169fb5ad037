import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { actionDefaults } from "../../src/config/action-settings.ts";
import { openCatalogue, shippedSettings } from "../../src/definitions/open.ts";
import type { Store } from "../../src/store/port/store.ts";
import { marketChannel, numbersIn, reading } from "../outbound/readings.ts";
import { startPostgres, type TestServer } from "../store/postgres/server.ts";
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

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

/** For how long in the nightly suite; else for so many troubles. */
const minutes = 10;
const fewTroubles = 2;

let server: TestServer;
let place: Workplace;
let out: string;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

beforeEach(async ({ task }) => {
  const made = workplace();
  out = join(made.base, "out");
  mkdirSync(out);
  const retry = { firstMs: 5, longestMs: 50, attempts: null };
  const config = {
    ...made.config,
    store: await server.database(`shared_${task.id.replaceAll(/\W/g, "_")}`),
    actions: { ...actionDefaults, usual: { ...actionDefaults.usual, retry } },
    outbound: [
      marketChannel({
        path: `${out}/{toParticipant}`,
        base: out,
        batch: { messages: 2, waitMs: 0 },
      }),
    ],
  };
  place = { ...made, config };
});
afterEach(() => place.remove());

const start = () => startChild(place, null, [], "daemon-among-others.ts");

/** One stands still for so long that others take its work over, and then finds that out. */
async function standStill(victim: ChildDaemon): Promise<void> {
  await victim.ready;
  victim.kill("SIGSTOP");
  await setTimeout(4_000 + Math.random() * 2_000);
  victim.kill("SIGCONT");
}

/** One of them is killed, or, by night, now and then stands still. */
async function trouble(daemons: ChildDaemon[]): Promise<void> {
  const at = Math.floor(Math.random() * daemons.length);
  const victim = daemons[at];
  if (victim === undefined) return;
  if (nightly && Math.random() < 0.15) return standStill(victim);
  victim.kill("SIGKILL");
  await victim.ended;
  daemons[at] = start();
}

/** By itself a daemon ends only when others took it for dead. */
async function replaceEnded(daemons: ChildDaemon[]): Promise<void> {
  for (const [at, daemon] of daemons.entries()) {
    const ended = await Promise.race([daemon.ended, setTimeout(0, null)]);
    if (ended === null) continue;
    if (ended.signal === null) expect(ended.stderr).toMatch(/taken the store/);
    daemons[at] = start();
  }
}

/** Gives the daemons a file and a message to send. */
async function giveWork(store: Store, number: number): Promise<void> {
  place.drop(errandFile(number));
  await store.outboundMessages.send({
    identity: `reading:${number}`,
    outgoing: reading(number, number % 2 === 0 ? "EVEN" : "ODDS"),
  });
}

/** Waits until the daemons have done all there is, then stops them. */
async function finish(daemons: ChildDaemon[], store: Store): Promise<void> {
  await until("all is done", async () => {
    await replaceEnded(daemons);
    const open = (await store.outbound.counts()).filter(({ state }) => state !== "delivered");
    // No channel is there for the e-mails.
    const waiting = (await store.queues.waiting()).filter(({ flow }) => flow !== null);
    const isSent = open.length === 0 && waiting.length === 0;
    return isSent && (await isSettled(place));
  });
  for (const daemon of daemons) daemon.kill("SIGTERM");
  for (const daemon of daemons) await daemon.ended;
}

/** Every file is recorded and archived once, every effect is there once, and deliveries are whole. */
async function expectAllOnce(files: readonly number[]): Promise<void> {
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
  await expectDelivered(files);
  await withStore(place, async ({ verify }) => {
    expect(await Array.fromAsync(verify.tables())).toEqual([]);
  });
}

test("three daemons, killed and stopped at random under load, do everything once", {
  timeout: (minutes + 5) * 60_000,
}, async () => {
  const daemons = [start(), start(), start()];
  await Promise.all(daemons.map(({ ready }) => ready));
  const files: number[] = [];
  const { store, close } = await openInstallation(place.config);
  const deadline = performance.now() + minutes * 60_000;
  const goesOn = () => (nightly ? performance.now() < deadline : files.length < fewTroubles);
  while (goesOn()) {
    files.push(files.length + 1);
    await giveWork(store, files.length);
    await setTimeout(Math.random() * (nightly ? 1_500 : 500));
    await trouble(daemons);
    await replaceEnded(daemons);
  }
  await finish(daemons, store);
  await close();
  await expectAllOnce(files);
});

test.runIf(nightly)(
  "daemons wait for a server that is away for longer than a silence is waited out, and go on",
  async () => {
    const daemons = [start(), start(), start()];
    await Promise.all(daemons.map(({ ready }) => ready));
    const { store, close } = await openInstallation(place.config);
    const files = [1, 2, 3, 4, 5, 6, 7, 8];
    for (const number of files.slice(4)) await giveWork(store, number);
    await server.away(() => setTimeout(8_000));
    for (const number of files.slice(0, 4)) await giveWork(store, number);
    await finish(daemons, store);
    await close();
    for (const daemon of daemons)
      expect(await daemon.ended).toMatchObject({ code: 0, signal: null, stderr: "" });
    await expectAllOnce(files);
  },
);

/** Every reading is in exactly one file, whole, and the numbers of the files have no gap. */
async function expectDelivered(numbers: readonly number[]): Promise<void> {
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
