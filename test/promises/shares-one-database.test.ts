import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { actionDefaults } from "../../src/config/action-settings.ts";
import { openCatalogue, shippedSettings } from "../../src/definitions/open.ts";
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
const minutes = 10;

let server: TestServer;
let place: Workplace;
let out: string;

beforeAll(async () => {
  server = await startPostgres();
  const made = workplace();
  out = join(made.base, "out");
  mkdirSync(out);
  const retry = { firstMs: 5, longestMs: 50, attempts: null };
  const config = {
    ...made.config,
    store: await server.database("shared"),
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
afterAll(async () => {
  await server.stop();
  place.remove();
});

const start = () => startChild(place, null, [], "daemon-among-others.ts");

/** One is killed, or stands still for so long that others take its work over and then finds that out. */
async function trouble(daemons: ChildDaemon[]): Promise<void> {
  const at = Math.floor(Math.random() * daemons.length);
  const victim = daemons[at];
  if (victim === undefined) return;
  if (Math.random() < 0.15) {
    await victim.ready;
    victim.kill("SIGSTOP");
    await setTimeout(4_000 + Math.random() * 2_000);
    victim.kill("SIGCONT");
    return;
  }
  victim.kill("SIGKILL");
  await victim.ended;
  daemons[at] = start();
}

/** One that was replaced has ended by itself, and one that could not say in time that it lives may not have started. */
async function replaceEnded(daemons: ChildDaemon[]): Promise<void> {
  for (const [at, daemon] of daemons.entries()) {
    const ended = await Promise.race([daemon.ended, setTimeout(0, null)]);
    if (ended === null) continue;
    if (ended.signal === null)
      expect(ended.stderr).toMatch(/taken the store|no heartbeat was written/);
    daemons[at] = start();
  }
}

test.runIf(nightly)(
  "three daemons, killed and stopped at random under load, do everything once",
  { timeout: (minutes + 5) * 60_000 },
  async () => {
    const daemons = [start(), start(), start()];
    await Promise.all(daemons.map(({ ready }) => ready));
    const files: number[] = [];
    const { store, close } = await openInstallation(place.config);
    const deadline = performance.now() + minutes * 60_000;
    while (performance.now() < deadline) {
      const number = files.length + 1;
      files.push(number);
      place.drop(errandFile(number));
      await store.outboundMessages.send({
        identity: `reading:${number}`,
        outgoing: reading(number, number % 2 === 0 ? "EVEN" : "ODDS"),
      });
      await setTimeout(Math.random() * 1_500);
      await trouble(daemons);
      await replaceEnded(daemons);
    }
    await until("all is done", async () => {
      await replaceEnded(daemons);
      const open = (await store.outbound.counts()).filter(({ state }) => state !== "delivered");
      // No channel is there for the e-mails.
      const waiting = (await store.queues.waiting()).filter(({ flow }) => flow !== null);
      const isSent = open.length === 0 && waiting.length === 0;
      return isSent && (await isSettled(place));
    });
    await close();
    for (const daemon of daemons) daemon.kill("SIGTERM");
    for (const daemon of daemons) await daemon.ended;

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
