import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { readStatus } from "../../src/app/heartbeat/daemon-status.ts";
import { refuseChannelClashes, refuseOwnFiles } from "../../src/daemon/channel-clash.ts";
import { storeAt } from "../../src/store/open.ts";
import { startChild } from "../promises/child-daemon.ts";
import { goodFile } from "../promises/flow-files.ts";
import {
  channelStatus,
  filesUnder,
  isTaken,
  recordedFiles,
  until,
  type Workplace,
  whileRunning,
  withStore,
  workplace,
} from "../promises/workplace.ts";
import { statusBeside } from "../status-beside.ts";

let place: Workplace;

afterEach(() => place.remove());

test("the daemon stops on SIGTERM, finishing what it holds, and says so in its status", async () => {
  place = workplace({ steadyMs: 0 });
  for (let number = 0; number < 300; number += 1) place.drop(goodFile(number));
  const child = startChild(place);
  await child.ready;
  await until("some are recorded", () => (channelStatus(place)?.recorded ?? 0) > 0);
  const asked = performance.now();
  child.kill("SIGTERM");
  expect(await child.ended).toMatchObject({ code: 0, signal: null, stderr: "" });
  if (process.env["BUSBAR_NIGHTLY"] !== undefined)
    expect(performance.now() - asked).toBeLessThan(10_000);
  expect(statusBeside(place.config.store)).toMatchObject({
    running: false,
    channels: [{ name: "inbox", state: "stopped", problem: null }],
  });
  const { files, events, unrouted } = await withStore(place, (store) => store.reports.counts());
  expect({ events, unrouted }).toEqual({ events: files.recorded, unrouted: 0 });
  // Each is in the store and in the archive, or lies where the next start takes it.
  const { path, archive } = place.channel;
  const left = filesUnder(path).filter((name) => name.endsWith(".uff"));
  const recorded = files.recorded ?? 0;
  expect(filesUnder(archive)).toHaveLength(recorded);
  expect(recorded + left.length).toBe(300);
});

test("files become events once they are steady, while others keep coming", async () => {
  const steadyMs = 100;
  place = workplace({ steadyMs, pollMs: 2_000 });
  const count = 300;
  await whileRunning(place, async () => {
    for (let number = 0; number < count; number += 1) {
      place.drop(goodFile(number));
      await setTimeout(10);
    }
    await until("all are taken", () => isTaken(place));
  });
  const files = await recordedFiles(place);
  const recordedAt = await withStore(
    place,
    async (store) =>
      new Map(
        await Array.fromAsync(store.events.list(), (event) => [event.file, event.recordedAt]),
      ),
  );
  const ready = files.map((file) => file.modifiedAt + steadyMs);
  const routed = files.map((file) => recordedAt.get(file.id) ?? Number.NaN);
  expect(routed).toHaveLength(count);
  expect(routed.filter((at, index) => !(at >= (ready[index] ?? Number.NaN)))).toEqual([]);
  // How soon is measured by the latency benchmark; here, that nobody waits for the folder to be quiet.
  expect(Math.min(...routed)).toBeLessThan(Math.max(...ready));
});

test("a large file does not hold up the small ones behind it", async () => {
  place = workplace({}, { largeFileBytes: 1 << 20 });
  const large = goodFile(2, 40_000);
  const small = goodFile(1);
  place.drop(large);
  place.drop(small);
  await whileRunning(place, async () => {
    await until("one is archived", () => filesUnder(place.channel.archive).length > 0);
    expect(filesUnder(place.channel.archive).map((path) => basename(path))).toEqual([small.name]);
    await until("all are taken", () => isTaken(place));
  });
  const { files, events } = await withStore(place, (store) => store.reports.counts());
  expect({ files, events }).toEqual({ files: { recorded: 2 }, events: 40_001 });
});

test("an inbox of one channel may not be a folder of another", () => {
  place = workplace();
  const { channel } = place;
  expect(() => refuseChannelClashes([channel, { ...channel, name: "other" }])).toThrow(
    `The folder ${channel.path} is used by "inbox" and channel "other".`,
  );
  expect(() => refuseChannelClashes([{ ...channel, work: channel.path }])).toThrow(
    "is used twice by",
  );
});

describe("the status file", () => {
  test("is none when nobody wrote one, or when it is damaged", async () => {
    place = workplace();
    const path = join(place.base, "status.json");
    const { heartbeat } = storeAt(join(place.base, "busbar.db"));
    expect(await readStatus(heartbeat)).toBeNull();
    writeFileSync(path, "{");
    expect(await readStatus(heartbeat)).toBeNull();
  });

  test("tells the age of the last good listing", async () => {
    place = workplace();
    await whileRunning(place, async () => {
      await until("it is written", () => channelStatus(place)?.state === "watching");
      expect(Date.now() - (channelStatus(place)?.lastListingAt ?? 0)).toBeLessThan(60_000);
    });
  });
});

test("an inbox may not be where the store or the configuration is", () => {
  place = workplace();
  const { channel } = place;
  const elsewhere = { store: "/srv/busbar/var/busbar.db", file: "/srv/busbar/busbar.yaml" };
  refuseOwnFiles([channel], elsewhere);
  for (const own of [
    { store: `${channel.path}/busbar.db` },
    { file: `${channel.path}/busbar.yaml` },
  ])
    expect(() => refuseOwnFiles([channel], { ...elsewhere, ...own })).toThrow("is in the inbox");
});
