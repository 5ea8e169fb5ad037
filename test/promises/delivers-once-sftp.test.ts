import { chmodSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ssh2 from "ssh2";
import { afterEach, describe, expect, test } from "vitest";
import { SftpOutlet } from "../../src/channels/sftp/sftp-outlet.ts";
import { SftpSession } from "../../src/channels/sftp/sftp-session.ts";
import { type OutboundSftp, outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import type { SftpServer } from "../../src/config/channel/sftp-server.ts";
import { openCatalogue, shippedSettings } from "../../src/definitions/open.ts";
import { composeWaiting } from "../../src/outbound/compose/compose-waiting.ts";
import { deliverRound, type Round } from "../../src/outbound/deliver/deliver-round.ts";
import type { OnCrashPoint } from "../../src/runtime/crash-points.ts";
import type { Store } from "../../src/store/port/store.ts";
import type { Sshd } from "../channels/sftp/bare-sshd.ts";
import { type OddAnswer, startOddServer } from "../channels/sftp/odd-server.ts";
import { startRelay } from "../channels/sftp/relay.ts";
import { startSshd } from "../channels/sftp/sshd.ts";
import { numbersIn, reading } from "../outbound/readings.ts";
import { mayMount, SmallDisk } from "../store/sqlite/small-disk.ts";
import { startChild } from "./child-daemon.ts";
import { until, type Workplace, whileRunning, withStore, workplace } from "./workplace.ts";

const catalogue = await openCatalogue(shippedSettings);
const nightly = process.env["BUSBAR_NIGHTLY"] === "1";
const { STATUS_CODE } = ssh2.utils.sftp;

let place: Workplace;
afterEach(() => place.remove());

/** A Busbar that delivers to a folder at a server, quick to try again. */
function placeFor(server: SftpServer, folder: string): OutboundSftp {
  const channel: OutboundSftp = {
    ...outboundDefaults,
    name: "partner",
    kind: "sftp",
    direction: "out",
    from: { role: "D", participant: "DCOL" },
    path: folder,
    base: folder,
    retry: { firstMs: 20, longestMs: 50, attempts: null },
    server: { ...server, answerMs: 2_000, connectMs: 3_000, inFlight: 4 },
  };
  const made = workplace();
  mkdirSync(join(made.base, "var"));
  place = { ...made, config: { ...made.config, channels: [], outbound: [channel] } };
  return channel;
}

async function send(store: Store, count: number): Promise<void> {
  for (let number = 0; number < count; number += 1)
    await store.outboundMessages.send({ identity: `reading:${number}`, outgoing: reading(number) });
}

/** Every reading is in exactly one file there, whole, under its own name, in the order of its number. */
function expectAllThere(folder: string, count: number): void {
  const names = readdirSync(folder).toSorted();
  const expected = names.map((_, at) => `D0010002_XSUPP_${`${at + 1}`.padStart(10, "0")}.usr`);
  expect(names).toEqual(expected);
  const found = names.flatMap((name) => numbersIn(readFileSync(join(folder, name)), catalogue));
  expect(found).toEqual(Array.from({ length: count }, (_, at) => at));
}

/** Rounds until all is delivered; what the channel said on the way. */
async function deliverAll(
  store: Store,
  channel: OutboundSftp,
  onStep: OnCrashPoint = () => {},
  onTrouble: () => void = () => {},
): Promise<string[]> {
  const session = new SftpSession(channel.server);
  const outlet = new SftpOutlet(channel, session);
  const said: string[] = [];
  const now = Date.now;
  await composeWaiting({ store, catalogue, channels: [channel], now: now() });
  try {
    await until("all is delivered", async () => {
      session.resetBackoff();
      const round: Round | null = await deliverRound({ store, channel, outlet, now, onStep }).catch(
        (error: Error) => {
          said.push(error.message);
          onTrouble();
          return null;
        },
      );
      if (round === null || round.files > 0) return false;
      return (await store.outbound.counts()).every(({ state }) => state === "delivered");
    });
  } finally {
    await session.end();
  }
  return said;
}

const steps = [
  "outbound-written",
  "outbound-uploaded",
  "outbound-named",
  "outbound-synced",
  "outbound-delivered",
] as const;
/** The point that every day is to show: it is there, and nobody has noted it. The others are like it. */
const daily = ["outbound-named"] as const;

describe("delivers-once: the partner's server is killed", () => {
  test.each(nightly ? steps : daily)("after %s, and comes back", async (fatal) => {
    const sshd = await startSshd();
    const channel = placeFor(sshd.server, sshd.folder);
    let isDead = false;
    let back: Promise<void> = Promise.resolve();
    const die: OnCrashPoint = (step) => {
      if (step !== fatal || isDead) return;
      isDead = true;
      back = sshd.stop().then(() => sshd.start());
    };
    await withStore(place, async (store) => {
      await send(store, 12);
      await deliverAll(store, channel, die);
    });
    await back;
    expect(isDead).toBe(true);
    expectAllThere(sshd.folder, 12);
  });

  test(`at random moments, times: ${nightly ? 100 : 1}`, { timeout: 900_000 }, async () => {
    const sshd = await startSshd();
    const channel = placeFor(sshd.server, sshd.folder);
    let deaths = nightly ? 100 : 1;
    let running = true;
    await withStore(place, async (store) => {
      await send(store, 300);
      const killing = (async () => {
        for (; running && deaths > 0; deaths -= 1) {
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
          await sshd.stop();
          await sshd.start();
        }
      })();
      await deliverAll(store, channel);
      running = false;
      await killing;
    });
    expectAllThere(sshd.folder, 300);
  });

  test("by a link that swallows everything, which is noticed", async () => {
    const sshd = await startSshd();
    const relay = await startRelay(sshd.port);
    const channel = placeFor({ ...sshd.server, port: relay.port }, sshd.folder);
    let isSwallowed = false;
    await withStore(place, async (store) => {
      await send(store, 6);
      const said = await deliverAll(store, channel, (step) => {
        if (step !== "outbound-uploaded" || isSwallowed) return;
        isSwallowed = true;
        relay.swallow();
        setTimeout(() => relay.pass(), 2_500);
      });
      expect(said[0]).toMatch(/did not answer within 2 s/);
    });
    expectAllThere(sshd.folder, 6);
  });
});

describe("delivers-once: the partner's server does not do what it should", () => {
  async function delivered(
    setting: { readonly server: SftpServer; readonly folder: string },
    mended: () => void,
  ): Promise<string[]> {
    const channel = placeFor(setting.server, setting.folder);
    const said = await withStore(place, async (store) => {
      await send(store, 5);
      return deliverAll(store, channel, () => {}, mended);
    });
    expectAllThere(setting.folder, 5);
    return said;
  }

  test.runIf(mayMount())("its disk is full until somebody makes room", async () => {
    const sshd = await startSshd();
    using disk = new SmallDisk(8);
    chmodSync(disk.path, 0o777);
    const said = await delivered({ server: sshd.server, folder: disk.path }, () =>
      disk.grow(1_024),
    );
    expect(said.some((text) => text.includes("is full"))).toBe(true);
  });

  test("it takes away the right to write for a while", async () => {
    const sshd = await startSshd();
    chmodSync(sshd.folder, 0o555);
    const said = await delivered(sshd, () => chmodSync(sshd.folder, 0o755));
    expect(said.some((text) => /may not\. Ask the partner.*permission denied/.test(text))).toBe(
      true,
    );
    await withStore(place, async (store) => {
      const failed = (await store.outbound.steps(1)).filter(
        ({ what }) => what === "attempt failed",
      );
      expect(failed).toEqual([]);
    });
  });

  test("it gives a handle that is in use to another file: one at a time is open from then on", async () => {
    const odd = await startOddServer({ repeatsHandles: true });
    const said = await delivered(odd, () => {});
    expect(said.filter((text) => text.includes("one file at a time"))).toHaveLength(1);
  });

  test.each<[string, OddAnswer]>([
    ["says no to renames that it did", { status: STATUS_CODE.FAILURE, done: true }],
    ["hangs up after renames that it did", { hangUp: true }],
    ["says no to renames", { status: STATUS_CODE.FAILURE }],
  ])("it %s", async (_what, answer) => {
    const odd = await startOddServer();
    let left = 3;
    odd.odd.answer = (operation) => {
      if (operation !== "rename" || left === 0) return undefined;
      left -= 1;
      return answer;
    };
    await delivered(odd, () => {});
    expect(left).toBe(0);
  });
});

describe("delivers-once: the daemon is killed while it delivers to a server", () => {
  async function killedAt(sshd: Sshd, step: string, time: number): Promise<void> {
    placeFor(sshd.server, sshd.folder);
    await withStore(place, (store) => send(store, 10));
    const { signal } = await startChild(place, [step, time]).ended;
    expect(signal).toBe("SIGKILL");
    await whileRunning(place, () =>
      until("all is delivered", () =>
        withStore(place, async (store) => {
          const counts = await store.outbound.counts();
          return counts.length === 1 && counts[0]?.state === "delivered" && counts[0].files === 10;
        }),
      ),
    );
  }

  test.each(nightly ? steps : daily)("after %s", async (step) => {
    const sshd = await startSshd();
    await killedAt(sshd, step, step === "outbound-named" ? 4 : 1);
    expectAllThere(sshd.folder, 10);
  });
});
