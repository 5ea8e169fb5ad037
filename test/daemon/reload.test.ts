import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, expect, test } from "vitest";
import { type SftpInbox, sftpInboxDefaults } from "../../src/config/channel/sftp-inbox.ts";
import { sftpServerDefaults } from "../../src/config/channel/sftp-server.ts";
import type { BusbarConfig } from "../../src/config/config.ts";
import { ConfigError } from "../../src/config/config-error.ts";
import { settingsMarks } from "../../src/config/settings-marks.ts";
import { checkConfiguration } from "../../src/daemon/check-configuration.ts";
import { Reload } from "../../src/daemon/reload.ts";
import { storeSignals } from "../../src/daemon/store-signals.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import { signals } from "../../src/runtime/signals.ts";
import { storeAt } from "../../src/store/open.ts";
import { goodFile } from "../promises/flow-files.ts";
import {
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

const statusOf = () => statusBeside(place.config.store);

/** Settings that a test changes while the daemon runs. */
function settings(first: BusbarConfig) {
  let listener: (() => void) | null = null;
  const source = {
    config: first as BusbarConfig | Error,
    read: () => {
      if (source.config instanceof Error) throw source.config;
      return source.config;
    },
    onRequest: (asked: () => void) => {
      listener = asked;
      return () => {};
    },
    /** Asks for it, and waits for the answer. */
    reload: async () => {
      const before = statusOf()?.reload?.at ?? 0;
      listener?.();
      await until("the daemon answered", () => (statusOf()?.reload?.at ?? 0) > before);
    },
  };
  return source;
}

test("new settings are used without losing a file, however often and whatever is in flight", async () => {
  place = workplace({ steadyMs: 0 });
  const source = settings(place.config);
  const number = 300;
  const startedAt = new Set<number>();
  const running = new Set<boolean>();
  const countedSince = new Set<number>();
  await whileRunning(
    place,
    async () => {
      for (let round = 0; round < 5; round += 1) {
        for (let count = 0; count < 60; count += 1) place.drop(goodFile(round * 60 + count));
        source.config = { ...place.config, backlog: 1_000 + round };
        await source.reload();
        startedAt.add(statusOf()?.startedAt ?? 0);
        running.add(statusOf()?.running ?? false);
        for (const { countedSince: since = 0 } of statusOf()?.channels ?? [])
          countedSince.add(since);
      }
      await until("all are taken", () => isTaken(place));
    },
    { settings: source },
  );
  expect(startedAt.size).toBe(1);
  expect(Math.min(...countedSince)).toBeGreaterThanOrEqual(Math.min(...startedAt));
  expect([...running]).toEqual([true]);
  const names = (await recordedFiles(place)).map(({ name }) => name);
  expect(new Set(names).size).toBe(number);
  expect(names).toHaveLength(number);
  const { events, unrouted } = await withStore(place, (store) => store.reports.counts());
  expect({ events, unrouted }).toEqual({ events: number, unrouted: 0 });
});

test("an inbox that was added is watched, and one that was taken away is left alone", async () => {
  place = workplace({ steadyMs: 0 });
  const source = settings(place.config);
  const path = join(place.base, "second");
  mkdirSync(path);
  const second = { ...place.channel, name: "second", path, work: join(place.base, "work-2") };
  await whileRunning(
    place,
    async () => {
      source.config = { ...place.config, channels: [second] };
      await source.reload();
      await until("the other is watched", () => statusOf()?.channels[0]?.name === "second");
      expect(statusOf()?.channels).toHaveLength(1);
    },
    { settings: source },
  );
});

/** An inbox at a partner whose server does not answer. */
function partner({ base }: Workplace, keyFile: string): SftpInbox {
  const server = { ...sftpServerDefaults, host: "127.0.0.1", port: 1, user: "ops", hostKeys: [] };
  return {
    ...sftpInboxDefaults,
    kind: "sftp",
    direction: "in",
    name: "partner",
    folder: "/",
    quarantine: join(base, "quarantine"),
    taken: { kind: "keep" },
    server: { ...server, key: { file: keyFile } },
  };
}

test("an inbox at a partner is added though its server does not answer, and files of the others are taken", async () => {
  place = workplace({ steadyMs: 0 });
  const source = settings(place.config);
  const key = join(place.base, "key");
  writeFileSync(key, "a key", { mode: 0o600 });
  await whileRunning(
    place,
    async () => {
      source.config = { ...place.config, sftpInboxes: [partner(place, key)] };
      await source.reload();
      expect(statusOf()?.reload?.refused).toBeNull();
      await until("the partner is tried", () =>
        (statusOf()?.channels ?? []).some(({ name }) => name === "partner"),
      );
      place.drop(goodFile(1));
      await until("a file is taken", () => isTaken(place));
      source.config = place.config;
      await source.reload();
      await until("the partner is left", () => statusOf()?.channels.length === 1);
    },
    { settings: source },
  );
  expect(await recordedFiles(place)).toHaveLength(1);
});

test("settings that the daemon cannot run with are refused, and it goes on", async () => {
  place = workplace({ steadyMs: 0 });
  const source = settings(place.config);
  const absent = join(place.base, "absent");
  const wrong: (readonly [BusbarConfig | Error, RegExp])[] = [
    [
      new ConfigError("busbar.yaml", [{ line: 3, column: 1, message: "lve: no such setting" }]),
      /lve/,
    ],
    [{ ...place.config, store: join(place.base, "other.db") }, /store: .*restart the daemon/],
    [{ ...place.config, processes: [join(place.base, "absent.ts")] }, /no such file/],
    [{ ...place.config, channels: [place.channel, place.channel] }, /is used twice by/],
    [
      { ...place.config, channels: [{ ...place.channel, path: absent }] },
      /absent: It is not there; make it/,
    ],
    [
      { ...place.config, sftpInboxes: [partner(place, absent)] },
      /absent: It cannot be read: there is no file/,
    ],
  ];
  await whileRunning(
    place,
    async () => {
      for (const [config, why] of wrong) {
        source.config = config;
        await source.reload();
        expect(statusOf()?.reload?.refused).toMatch(why);
      }
      place.drop(goodFile(1));
      await until("a file is taken", () => isTaken(place));
    },
    { settings: source },
  );
  expect(await recordedFiles(place)).toHaveLength(1);
});

/** Settings of the workplace that are looked at until a test lets each look end. */
function slowReload() {
  const read: BusbarConfig[] = [];
  const ends: (() => void)[] = [];
  const source = { config: place.config as BusbarConfig | Error };
  const reload = new Reload({
    read: () => {
      if (source.config instanceof Error) throw source.config;
      read.push(source.config);
      return source.config;
    },
    check: async (config) => {
      await new Promise<void>((end) => ends.push(end));
      return checkConfiguration(config);
    },
    unusable: async () => [],
    log: pino({ level: "silent" }),
  });
  const current = { config: place.config, settings: settingsMarks(place.config) };
  return { source, read, ends, reload, ask: () => reload.request(current, () => {}) };
}

test("good settings are taken though wrong ones follow before the old have ended", async () => {
  place = workplace();
  const { source, ends, reload, ask } = slowReload();
  const first = ask();
  ends.shift()?.();
  await first;
  source.config = new ConfigError("busbar.yaml", [{ line: 1, column: 1, message: "no such" }]);
  await ask();
  expect(reload.outcome?.refused).toMatch(/no such/);
  expect((await reload.take())?.config).toBe(place.config);
  expect(await reload.take()).toBeNull();
});

test("a refusal says at which line the setting is that cannot be used or takes a restart", async () => {
  place = workplace();
  const file = join(place.base, "busbar.yaml");
  const keys = join(place.base, "keys");
  writeFileSync(
    file,
    `store: other.db\nchannels:\n  inbox: { path: ${keys} }\nlog: { level: debug }\n`,
  );
  const refusal = async (next: Partial<BusbarConfig>, unusable: readonly string[] = []) => {
    const reload = new Reload({
      read: () => ({ ...place.config, file, ...next }),
      check: checkConfiguration,
      unusable: async (config) =>
        config === place.config
          ? []
          : unusable.map((about) => ({ area: "folders", outcome: "bad", about, found: "Closed." })),
      log: pino({ level: "silent" }),
    });
    const settings = settingsMarks(place.config);
    await reload.request({ config: place.config, settings }, () => {});
    return reload.outcome?.refused;
  };
  expect(await refusal({ store: join(place.base, "other.db") })).toContain(`${file}:1:8: store: `);
  expect(await refusal({}, [keys])).toBe(`${file}:3:18: ${keys}: Closed.`);
  expect(await refusal({}, ["inbox"])).toBe(`${file}:3:3: inbox: Closed.`);
  expect(await refusal({}, ["/not/named"])).toBe(`${file}: /not/named: Closed.`);
});

test("settings that are still looked at when the old have ended are the ones that are taken", async () => {
  place = workplace();
  const { source, read, ends, reload, ask } = slowReload();
  const first = ask();
  const later = { ...place.config, backlog: 7 };
  source.config = later;
  // Asked twice while the first are looked at: that is one more look.
  await Promise.all([ask(), ask()]);
  const taken = reload.take();
  ends.shift()?.();
  await until("it looks again", () => ends.length > 0);
  ends.shift()?.();
  await first;
  expect(read).toEqual([place.config, later]);
  expect((await taken)?.config).toBe(later);
});

test("a request that comes between two runs of a daemon is heard by the second", async () => {
  place = workplace();
  storeAt(place.config.store).prepare();
  await withStore(place, async (store) => {
    const carried = { reload: await store.polls.reloadRequested() };
    await store.polls.requestReload();
    const bus = signals();
    const end = new AbortController();
    const heard = new Promise<void>((asked) => void bus.subscribe("reload", () => asked()));
    const log = pino({ level: "silent" });
    const loop = storeSignals({ store, signals: bus, carried, log, clock: machineClock });
    const ran = loop.run(end.signal);
    await heard;
    end.abort();
    await ran;
  });
});
