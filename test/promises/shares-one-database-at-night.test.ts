import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { type OutboundSftp, outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import { startSshd } from "../channels/sftp/sshd.ts";
import { layCable } from "../store/postgres/cable.ts";
import { startPostgres, type TestServer } from "../store/postgres/server.ts";
import { errandFile, expectOnce } from "./errand-account.ts";
import { quickInbox } from "./partner-place.ts";
import {
  expectAllOnce,
  expectDelivered,
  isAllDone,
  SharedDaemons,
  type SharedPlace,
  sharedPlace,
  underLoad,
} from "./shared-place.ts";
import { recordedFiles, until } from "./workplace.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";
const seconds = 40;

let server: TestServer;
let place: SharedPlace;

beforeAll(async () => {
  if (nightly) server = await startPostgres();
});
afterAll(() => server?.stop());
afterEach(() => place?.remove());

/** True for some seconds from now on. */
function forAWhile(): () => boolean {
  const deadline = performance.now() + seconds * 1_000;
  return () => performance.now() < deadline;
}

test.runIf(nightly)(
  "a server that goes down in the middle, and connections lost in commits, cost and repeat nothing",
  async () => {
    await server.database("troubled");
    const cable = await layCable(server.folder);
    place = sharedPlace(cable.address("troubled"));
    const daemons = new SharedDaemons(place);
    await daemons.ready();
    const files = await underLoad(place, daemons, forAWhile(), async () => {
      const chance = Math.random();
      if (chance < 0.2) await server.restart();
      else if (chance < 0.3) await daemons.kill();
      else cable.cutInCommit(chance < 0.8);
    });
    expect(cable.troubles()).toBeGreaterThan(0);
    await daemons.finish();
    await expectAllOnce(place, files);
    cable.close();
  },
);

test.runIf(nightly)("daemons whose clocks are five minutes apart do everything once", async () => {
  place = sharedPlace(await server.database("clocks"));
  const off = (minutes: number) => ["env", `TEST_CLOCK_OFF_MS=${minutes * 60_000}`];
  const daemons = new SharedDaemons(place, [off(5), off(-5), []]);
  await daemons.ready();
  const files = await underLoad(place, daemons, forAWhile(), () =>
    Math.random() < 0.2 ? daemons.standStill() : daemons.kill(),
  );
  await daemons.finish();
  await expectAllOnce(place, files);
});

test.runIf(nightly)("two daemons share a folder and a partner's server", async () => {
  const sshd = await startSshd();
  const made = sharedPlace(await server.database("partner"));
  const out = sshd.makeFolder("delivered");
  for (const recipient of ["EVEN", "ODDS"]) sshd.makeFolder(join("delivered", recipient));
  const quarantine = `${made.base}/quarantine`;
  const inbox = { ...quickInbox(sshd.server, sshd.folder), quarantine };
  const outbound: OutboundSftp = {
    ...outboundDefaults,
    name: "partner-out",
    kind: "sftp",
    direction: "out",
    from: { role: "D", participant: "DCOL" },
    path: `${out}/{toParticipant}`,
    base: out,
    retry: { firstMs: 20, longestMs: 50, attempts: null },
    batch: { messages: 2, waitMs: 0 },
    server: { ...sshd.server, reconnect: { firstMs: 50, longestMs: 400 } },
  };
  place = {
    ...made,
    out,
    config: { ...made.config, sftpInboxes: [inbox], outbound: [outbound] },
  };
  const daemons = new SharedDaemons(place, [[], []]);
  await daemons.ready();
  const remote: number[] = [];
  const files = await underLoad(place, daemons, forAWhile(), async () => {
    const file = errandFile(500 + remote.length);
    remote.push(500 + remote.length);
    writeFileSync(join(sshd.folder, file.name), file.bytes);
    await daemons.kill();
  });
  await daemons.finish(
    async () => readdirSync(sshd.folder).length === 0 && (await isAllDone(place)),
  );
  const names = (await recordedFiles(place)).map(({ name, state }) => `${name} ${state}`);
  const sent = [...files, ...remote].map((number) => `${errandFile(number).name} recorded`);
  expect(names.toSorted()).toEqual(sent.toSorted());
  await expectOnce(place, [...files, ...remote]);
  await expectDelivered(out, files);
});

test.runIf(nightly)(
  "a standby that is promoted in the middle has all that a synchronous server confirmed",
  async () => {
    const first = await startPostgres(["synchronous_commit=on"]);
    await first.database("failover");
    const second = await first.standby("second");
    await first.query("postgres", "ALTER SYSTEM SET synchronous_standby_names = 'second'");
    await first.query("postgres", "SELECT pg_reload_conf()");
    await until("it is followed", async () => {
      const state = "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync'";
      return (await first.query("postgres", state)).rows.length > 0;
    });
    const cable = await layCable(first.folder);
    place = sharedPlace(cable.address("failover"));
    const daemons = new SharedDaemons(place);
    await daemons.ready();
    let given = 0;
    let isOver = false;
    const files = await underLoad(
      place,
      daemons,
      (count) => count < 16,
      async () => {
        given += 1;
        if (given < 8 || isOver) return;
        isOver = true;
        await first.stop();
        // The address leads to the standby before that writes.
        cable.leadTo(second.folder);
        await setTimeout(1_500);
        await second.promote();
      },
    );
    await daemons.finish();
    await expectAllOnce(place, files);
    cable.close();
    await second.stop();
  },
);
