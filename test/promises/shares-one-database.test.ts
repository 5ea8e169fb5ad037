import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { startPostgres, type TestServer } from "../store/postgres/server.ts";
import {
  expectAllOnce,
  giveWork,
  SharedDaemons,
  type SharedPlace,
  sharedPlace,
  underLoad,
} from "./shared-place.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

/** For how long in the nightly suite; else for so many troubles. */
const minutes = 10;
const fewTroubles = 2;

let server: TestServer;
let place: SharedPlace;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

beforeEach(async ({ task }) => {
  place = sharedPlace(await server.database(`shared_${task.id.replaceAll(/\W/g, "_")}`));
});
afterEach(() => place.remove());

test("three daemons, killed and stopped at random under load, do everything once", {
  timeout: (minutes + 5) * 60_000,
}, async () => {
  const daemons = new SharedDaemons(place);
  await daemons.ready();
  const deadline = performance.now() + minutes * 60_000;
  const files = await underLoad(
    place,
    daemons,
    (given) => (nightly ? performance.now() < deadline : given < fewTroubles),
    () => (nightly && Math.random() < 0.15 ? daemons.standStill() : daemons.kill()),
    nightly ? 1_500 : 500,
  );
  await daemons.finish();
  await expectAllOnce(place, files);
});

test.runIf(nightly)(
  "daemons wait for a server that is away for longer than a silence is waited out, and go on",
  async () => {
    const daemons = new SharedDaemons(place);
    await daemons.ready();
    const first = [...daemons.all];
    const { store, close } = await openInstallation(place.config);
    const files = [1, 2, 3, 4, 5, 6, 7, 8];
    for (const number of files.slice(4)) await giveWork(place, store, number);
    await server.away(() => setTimeout(8_000));
    for (const number of files.slice(0, 4)) await giveWork(place, store, number);
    await close();
    await daemons.finish();
    expect(daemons.all).toEqual(first);
    await expectAllOnce(place, files);
  },
);
