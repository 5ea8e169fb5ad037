import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { moveInstallation } from "../../src/app/commands/daemon/move-store.ts";
import { openCatalogue, shippedSettings } from "../../src/definitions/open.ts";
import { marketChannel, numbersIn, reading } from "../outbound/readings.ts";
import { program, startPostgres, type TestServer } from "../store/postgres/server.ts";
import { errandFile, expectOnce, isSettled } from "./errand-account.ts";
import { errands } from "./errands.ts";
import {
  isTaken,
  recordedFiles,
  until,
  type Workplace,
  whileRunning,
  withStore,
  workplace,
} from "./workplace.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

let server: TestServer;
let place: Workplace;
let out: string;
beforeEach(async () => {
  if (!nightly) return;
  server = await startPostgres();
  const made = workplace();
  out = join(made.base, "out");
  mkdirSync(out);
  const batch = { messages: 2, waitMs: 0 };
  const channel = marketChannel({ path: `${out}/{toParticipant}`, base: out, batch });
  place = { ...made, config: { ...made.config, outbound: [channel] } };
});
afterEach(async () => {
  if (!nightly) return;
  await server.stop();
  place.remove();
});

/** The place with its store somewhere else. */
const at = (store: string): Workplace => ({ ...place, config: { ...place.config, store } });

/** Asks for a reading to be sent, and drops a file of errands, of a number each. */
async function give(there: Workplace, number: number): Promise<void> {
  there.drop(errandFile(number));
  await withStore(there, (store) =>
    store.outboundMessages.send({ identity: `reading:${number}`, outgoing: reading(number) }),
  );
}

const isDelivered = (there: Workplace) =>
  withStore(there, async ({ outbound, queues }) => {
    const open = (await outbound.counts()).filter(({ state }) => state !== "delivered");
    // No channel is there for the e-mails.
    const waiting = (await queues.waiting()).filter(({ flow }) => flow !== null);
    return open.length === 0 && waiting.length === 0;
  });

const settle = (there: Workplace) =>
  until("all is done", async () => (await isSettled(there)) && (await isDelivered(there)));

/** Every reading is in exactly one file, and the numbers of the files have no gap. */
async function expectSentOnce(numbers: readonly number[]): Promise<void> {
  const catalogue = await openCatalogue(shippedSettings);
  const folder = join(out, "SUPP");
  const names = readdirSync(folder).toSorted();
  expect(names).toEqual(
    names.map((_, place) => `D0010002_XSUPP_${`${place + 1}`.padStart(10, "0")}.usr`),
  );
  const found = names.flatMap((name) => numbersIn(readFileSync(join(folder, name)), catalogue));
  expect(found.toSorted()).toEqual(numbers);
}

describe.runIf(nightly)("store-elsewhere: nothing is done twice by who goes on elsewhere", () => {
  test("a daemon goes on where the store was moved to, and back", {
    timeout: 240_000,
  }, async () => {
    const options = { definitions: errands };
    await whileRunning(
      place,
      async () => {
        for (const number of [1, 2, 3]) await give(place, number);
        // Stopped in the middle: the rest is the next one's.
        await until("something is sent", () => readdirSync(out).length > 0 && isTaken(place));
      },
      options,
    );
    const database = await server.database("moved");
    await moveInstallation(place.config, { from: place.config.store, to: database, proves: false });
    const there = at(database);
    await whileRunning(
      there,
      async () => {
        await give(there, 1);
        await give(there, 4);
        await settle(there);
      },
      options,
    );
    await expectOnce(there, [1, 2, 3, 4]);
    await expectSentOnce([1, 2, 3, 4]);

    const file = join(place.base, "var", "back.db");
    await moveInstallation(place.config, { from: database, to: file, proves: false });
    const back = at(file);
    await whileRunning(
      back,
      async () => {
        for (const number of [4, 5]) await give(back, number);
        await settle(back);
      },
      options,
    );
    await expectOnce(back, [1, 2, 3, 4, 5]);
    await expectSentOnce([1, 2, 3, 4, 5]);
    const states = (await recordedFiles(back)).map(({ state }) => state);
    expect(states.toSorted()).toEqual([
      ...["duplicate", "duplicate"],
      ...["recorded", "recorded", "recorded", "recorded", "recorded"],
    ]);
    await withStore(back, async ({ verify }) => {
      expect(await Array.fromAsync(verify.tables())).toEqual([]);
    });
  });

  test("a database that was put back from a dump does nothing until it is released", async () => {
    const options = { definitions: errands };
    const there = at(await server.database("first"));
    const blobs = join(place.base, "blobs.copy");
    const take = (number: number) =>
      whileRunning(
        there,
        async () => {
          await give(there, number);
          await settle(there);
        },
        options,
      );
    await take(1);
    // As the guide has it: the folder before the database, and once more after it.
    const copyBlobs = () => {
      mkdirSync(there.config.blobs, { recursive: true });
      cpSync(there.config.blobs, blobs, { recursive: true });
    };
    const dump = join(place.base, "busbar.dump");
    copyBlobs();
    execFileSync(program("pg_dump"), ["--format=custom", `--file=${dump}`, there.config.store]);
    copyBlobs();
    await take(2);
    const sent = readdirSync(join(out, "SUPP")).toSorted();

    const second = at(await server.database("second"));
    const target = `--dbname=${second.config.store}`;
    execFileSync(program("pg_restore"), ["--no-owner", "--exit-on-error", target, dump]);
    await whileRunning(
      second,
      async () => {
        await give(second, 3);
        await until("it is noticed", async () => {
          const on = await withStore(second, ({ holds }) => holds.list());
          return on.length === 3;
        });
      },
      options,
    );
    expect(await withStore(second, ({ holds }) => holds.list())).toMatchObject(
      ["intake", "actions", "outbound"].map((stage) => ({
        stage,
        reason: expect.stringContaining("the store is older than it last was"),
      })),
    );
    expect(readdirSync(join(out, "SUPP")).toSorted()).toEqual(sent);

    await withStore(second, async ({ holds }) => {
      for (const stage of ["intake", "actions", "outbound"] as const)
        await holds.release({
          scope: { stage, channel: null, type: null, name: null },
          ...{ actor: "ann", reason: "restored" },
        });
    });
    await whileRunning(second, () => settle(second), options);
    await expectSentOnce([1, 2, 3]);
    await withStore(second, async ({ verify }) => {
      expect(await Array.fromAsync(verify.tables())).toEqual([]);
    });
  });
});
