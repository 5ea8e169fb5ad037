import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { resendOutbound } from "../../src/app/commands/outbound/decide-outbound.ts";
import {
  missingFromStore,
  missingWhenPutOnHold,
} from "../../src/app/heartbeat/missing-from-store.ts";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { type SftpInbox, sftpInboxDefaults } from "../../src/config/channel/sftp-inbox.ts";
import { sftpServerDefaults } from "../../src/config/channel/sftp-server.ts";
import { marketChannel, reading } from "../outbound/readings.ts";
import { statusBeside } from "../status-beside.ts";
import { startChild } from "./child-daemon.ts";
import { goodFile } from "./flow-files.ts";
import { isTaken, until, type Workplace, whileRunning, withStore, workplace } from "./workplace.ts";

let place: Workplace;
beforeEach(() => {
  place = workplace();
});
afterEach(() => place.remove());

async function take(number: number): Promise<void> {
  place.drop(goodFile(number));
  await whileRunning(place, () => until("it is taken", () => isTaken(place)));
}

/** The files that were sent, by name. */
const sentFiles = (out: string) =>
  Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(join(out, name), "utf8")]));

const holds = () => withStore(place, (store) => store.holds.list());
const missing = () => withStore(place, (store) => missingFromStore(store, place.config));

describe("notices-older-store: a store that has forgotten what it did does nothing until a person says so", () => {
  test("a copy of its folder that is put back holds intake, actions and outbound", async () => {
    await take(1);
    const folder = dirname(place.config.store);
    cpSync(folder, `${folder}.copy`, { recursive: true });
    await take(2);
    expect(await missing()).toBeNull();
    rmSync(folder, { recursive: true });
    cpSync(`${folder}.copy`, folder, { recursive: true });
    expect(await missing()).toContain("events 2 to 2 are missing");
    place.drop(goodFile(3));
    await whileRunning(place, () =>
      until("it is noticed", async () => (await holds()).length === 3),
    );
    expect(await holds()).toMatchObject(
      ["intake", "actions", "outbound"].map((stage) => ({
        stage,
        actor: "busbar",
        reason: expect.stringContaining("the store is older than it last was"),
      })),
    );
    expect(isTaken(place)).toBe(false);
    // Said once: the marks have followed the store down, and the holds tell of it from now on.
    expect(await missing()).toBeNull();
    const told = () => withStore(place, missingWhenPutOnHold);
    expect(await told()).toContain("the store is older than it last was");
    await withStore(place, async (store) => {
      for (const { stage } of await store.holds.list())
        await store.holds.release({
          scope: { stage, channel: null, type: null, name: null },
          actor: "ann",
          reason: "restored",
        });
    });
    await whileRunning(place, () => until("it goes on", () => isTaken(place)));
    expect(await holds()).toEqual([]);
    expect(await told()).toBeNull();
  });

  test("a write-ahead log that was deleted after a kill is noticed", async () => {
    await take(1);
    place.drop(goodFile(2));
    const child = startChild(place);
    await child.ready;
    await until(
      "the status tells of it",
      () => statusBeside(place.config.store)?.water?.events === 2,
    );
    child.kill("SIGKILL");
    await child.ended;
    for (const end of ["-wal", "-shm"]) rmSync(place.config.store + end);
    expect(await missing()).toContain("events 2 to 2 are missing");
  });

  test("an installation with a partner's inbox alone notices too, and says which numbers are spent", async () => {
    const out = join(place.base, "out");
    mkdirSync(out);
    const quarantine = join(place.base, "refused");
    const inbox: SftpInbox = {
      ...sftpInboxDefaults,
      name: "partner",
      kind: "sftp",
      direction: "in",
      folder: "/outgoing",
      // Nobody listens there.
      server: {
        ...sftpServerDefaults,
        host: "127.0.0.1",
        port: 1,
        user: "busbar",
        hostKeys: ["SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"],
        password: { env: "HOME" },
      },
      taken: { kind: "delete" },
      quarantine,
    };
    const sftpInboxes = [inbox];
    const outbound = [marketChannel({ name: "market", path: out, base: out })];
    const config = { ...place.config, channels: [], sftpInboxes, outbound };
    const folder = dirname(config.store);
    const send = (count: number) =>
      whileRunning({ config }, async () => {
        await withStore({ ...place, config }, (store) =>
          store.outboundMessages.send({ identity: `x:${count}`, outgoing: reading(count) }),
        );
        await until("it is sent", () => readdirSync(out).length === count);
      });
    await send(1);
    cpSync(folder, `${folder}.copy`, { recursive: true });
    await send(2);
    rmSync(folder, { recursive: true });
    cpSync(`${folder}.copy`, folder, { recursive: true });
    const said = await withStore({ ...place, config }, (store) => missingFromStore(store, config));
    expect(said).toMatch(/outbound files and e-mails 2 to 2 are missing/);
    expect(said).toMatch(/channel market, flow D0010, to \S+, from 3 on$/);
    // Sent as 2 by the store that is gone; the numbers are moved on before a person can release anything.
    const before = sentFiles(out);
    await whileRunning({ config }, async () => {
      await until(
        "it is noticed",
        async () => (await withStore({ config }, (store) => store.holds.list())).length === 3,
      );
      await withStore({ config }, async (store) => {
        await store.holds.release({
          scope: { stage: "outbound", channel: null, type: null, name: null },
          actor: "ann",
          reason: "restored",
        });
        await store.outboundMessages.send({ identity: "x:7", outgoing: reading(7) });
      });
      await until("it is sent", () => readdirSync(out).length === 3);
    });
    expect(sentFiles(out)).toMatchObject(before);
    expect(readdirSync(out).filter((name) => /0{9}3\./.test(name))).toHaveLength(1);
  });

  test("a file that is sent again before a daemon has looked at a restored store gets a new number", async () => {
    const out = join(place.base, "out");
    mkdirSync(out);
    const outbound = [marketChannel({ name: "market", path: out, base: out })];
    const config = { ...place.config, outbound };
    const folder = dirname(config.store);
    const send = (count: number) =>
      whileRunning({ config }, async () => {
        await withStore({ config }, (store) =>
          store.outboundMessages.send({ identity: `x:${count}`, outgoing: reading(count) }),
        );
        await until("it is sent", () => readdirSync(out).length === count);
      });
    await send(1);
    cpSync(folder, `${folder}.copy`, { recursive: true });
    await send(2);
    rmSync(folder, { recursive: true });
    cpSync(`${folder}.copy`, folder, { recursive: true });
    const installation = await openInstallation(config);
    try {
      const by = { actor: "ann", reason: "lost there" };
      const { file } = await resendOutbound(installation, { outbound: 1 }, by);
      expect(file.number).toBe(3);
    } finally {
      await installation.close();
    }
  });
});
