import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { compactStore } from "../../src/app/commands/daemon/compact-store.ts";
import { ingest } from "../../src/app/commands/file/ingest.ts";
import { reprocessFiles } from "../../src/app/commands/file/reprocess-files.ts";
import {
  type OpenInstallation,
  openInstallation,
} from "../../src/app/installation/open-installation.ts";
import { restate } from "../../src/app/restate/restate.ts";
import { retentionTurns } from "../../src/app/retention/retention-turns.ts";
import type { RetentionTurn } from "../../src/app/retention/turn.ts";
import { verify } from "../../src/app/verify/verify.ts";
import { keepAll, type RetentionRule } from "../../src/config/retention.ts";
import { storeAt } from "../../src/store/open.ts";
import { startChild } from "../promises/child-daemon.ts";
import { cutShort, goodFile, type SentFile } from "../promises/flow-files.ts";
import { filesUnder, type Workplace, workplace } from "../promises/workplace.ts";
import { describeEachStore } from "../store/each-store.ts";

const dayMs = 86_400_000;
describeEachStore("kept bytes", ({ kind, location, query }) => {
  let place: Workplace;
  let open: OpenInstallation;
  beforeEach(async () => {
    const made = workplace({}, { largeFileBytes: 100_000 });
    place = { ...made, config: { ...made.config, store: await location(made.config.store) } };
    storeAt(place.config.store).prepare();
    open = await openInstallation(place.config);
  });
  afterEach(async () => {
    await open.close();
    place.remove();
  });

  /** Takes files in by hand and gives their numbers. */
  async function taken(...files: readonly SentFile[]): Promise<number[]> {
    const paths = files.map(({ name, bytes }) => {
      const path = join(place.base, name);
      writeFileSync(path, bytes);
      return path;
    });
    const byName = new Map<string, number>();
    for await (const one of ingest(open, paths))
      if (one.kind === "recorded") byName.set(one.file.name, one.file.id);
    return files.map(({ name }) => byName.get(name) ?? 0);
  }

  /** What the settings do a year from now. */
  async function retained(rule: Partial<RetentionRule>, isDry = false): Promise<RetentionTurn[]> {
    const config = { ...place.config, retention: { ...keepAll, ...rule } };
    const clock = { ...open.clock, wall: () => Date.now() + 365 * dayMs };
    const turns = retentionTurns({ store: open.store, config, clock }, { actor: "Ann", isDry });
    return Array.fromAsync(turns);
  }

  const sums = (turns: readonly RetentionTurn[]) =>
    turns.map(({ kind, of, contents, bytes }) => [kind, of, contents, bytes]);

  async function faults(): Promise<string[]> {
    const recording = await open.recording();
    const definitions = await open.definitions();
    const all = await Array.fromAsync(verify({ recording, definitions }));
    return all.map(({ code, about, message }) => `${code} ${about}: ${message}`);
  }

  const small = [1, 2, 3].map((number) => goodFile(number, 20));
  const large = goodFile(4, 2_000);
  const size = (...files: readonly SentFile[]) =>
    files.reduce((sum, { bytes }) => sum + bytes.length, 0);

  test("old bytes are packed as a dry run said, and everything reads them as before", async () => {
    const ids = await taken(...small, large);
    const stuck = cutShort(goodFile(5));
    const [refused] = await taken(stuck);
    const planned = await retained({ packAfterMs: dayMs }, true);
    expect(sums(planned)).toEqual([
      ["kept-back", "packed", 1, size(stuck)],
      ["packed", "packed", 3, size(...small)],
      ["packed", "packed", 1, size(large)],
    ]);
    expect(await open.store.retention.totals()).toMatchObject({ inPacks: { contents: 0 } });

    const done = await retained({ packAfterMs: dayMs });
    expect(sums(done)).toEqual(sums(planned));
    const totals = await open.store.retention.totals();
    expect(totals.inStore).toEqual({ contents: 1, bytes: size(stuck) });
    expect(totals.inPacks).toMatchObject({ contents: 4, bytes: size(...small, large) });
    const packs = readdirSync(join(place.config.blobs, "packs"));
    expect(packs).toHaveLength(2);
    expect(totals.inPacks.size).toBe(
      packs.reduce((sum, name) => sum + statSync(join(place.config.blobs, "packs", name)).size, 0),
    );
    expect(filesUnder(place.config.blobs)).toHaveLength(2);

    for (const [at, file] of [...small, large].entries())
      expect(Buffer.from(await open.store.files.bytes(ids[at] ?? 0)).equals(file.bytes)).toBe(true);
    expect(await open.store.retention.ofFile(ids[0] ?? 0)).toMatchObject({
      where: "pack",
      retention: { kind: "packed", actor: "Ann", reason: "retention: pack after 1.0 days" },
    });
    expect(await open.store.retention.ofFile(refused ?? 0)).toEqual({
      where: "store",
      retention: null,
    });
    expect(await faults()).toEqual([]);
    const again = await Array.fromAsync(reprocessFiles(open, ids));
    expect(again.every(({ refused }) => refused === null)).toBe(true);
    expect(await retained({ packAfterMs: dayMs })).toHaveLength(1);
  });

  test("dropped bytes are reported in words, by reprocess and by verify, and are kept again when they come again", async () => {
    const [first = 0, , , last = 0] = await taken(...small, large);
    await retained({ packAfterMs: dayMs });
    const planned = await retained({ dropAfterMs: 2 * dayMs }, true);
    const done = await retained({ dropAfterMs: 2 * dayMs });
    expect(sums(done)).toEqual(sums(planned));
    expect(sums(done)).toEqual([["dropped", "dropped", 4, size(...small, large)]]);
    expect(filesUnder(place.config.blobs)).toEqual([]);
    expect(await faults()).toEqual([]);
    for (const id of [first, last]) {
      await expect(open.store.files.bytes(id)).rejects.toMatchObject({
        kind: "conflict",
        code: "BYTES_DROPPED",
        message: expect.stringContaining(`The bytes of file ${id} were dropped on 20`),
      });
      const [refused] = await Array.fromAsync(reprocessFiles(open, [id]));
      expect(refused).toMatchObject({ refused: { code: "BYTES_DROPPED" } });
    }
    const recording = await open.recording();
    const definitions = [...(await open.definitions()).values()];
    const changedBy = { actor: "Ann", reason: "new definitions" };
    await restate({ recording, definitions, changedBy }, {});

    const [file = goodFile(0)] = small;
    const [again = 0, largeAgain = 0] = await taken(
      { ...file, name: "again.uff" },
      { ...large, name: "large-again.uff" },
    );
    expect((await open.store.files.get(again))?.state).toBe("duplicate");
    for (const id of [first, again])
      expect(Buffer.from(await open.store.files.bytes(id)).equals(file.bytes)).toBe(true);
    for (const id of [last, largeAgain])
      expect(Buffer.from(await open.store.files.bytes(id)).equals(large.bytes)).toBe(true);
    expect(await faults()).toEqual([]);
  });

  test("archived files go once their bytes are kept elsewhere, and what the store does not know stays", async () => {
    const [one = goodFile(0), two = goodFile(0)] = small;
    await taken(one, cutShort(two));
    const old = join(place.channel.archive, "2026-01-02");
    mkdirSync(old, { recursive: true });
    writeFileSync(join(old, "one.uff"), one.bytes);
    writeFileSync(join(old, "refused.uff"), cutShort(two).bytes);
    writeFileSync(join(old, "lost.uff"), goodFile(9).bytes);
    const gone = join(place.channel.archive, "2026-01-01");
    mkdirSync(gone);
    writeFileSync(join(gone, "one-again.uff"), one.bytes);
    const young = join(place.channel.archive, "2999-01-01");
    mkdirSync(young);
    writeFileSync(join(young, "one.uff"), one.bytes);
    const planned = await retained({ archiveAfterMs: dayMs }, true);
    expect(readdirSync(old)).toHaveLength(3);
    const done = await retained({ archiveAfterMs: dayMs });
    expect(sums(done)).toEqual(sums(planned));
    expect(readdirSync(old)).toEqual(["lost.uff", "refused.uff"]);
    expect(existsSync(gone)).toBe(false);
    expect(readdirSync(young)).toEqual(["one.uff"]);
    expect(await Array.fromAsync(open.store.retention.list())).toMatchObject([
      { kind: "unarchived", contents: 1, bytes: one.bytes.length },
      { kind: "unarchived", contents: 1, bytes: one.bytes.length },
    ]);
  });

  test("copies of refused files go with their reasons, but for those that are stuck, young or unknown", async () => {
    const [one = goodFile(1), two = goodFile(2)] = small;
    await taken(one, cutShort(two));
    const folder = place.channel.quarantine;
    mkdirSync(folder, { recursive: true });
    const lay = (name: string, bytes: Buffer, daysAgo: number) => {
      const at = Date.now() / 1000 - daysAgo * 86_400 + 365 * 86_400;
      for (const path of [join(folder, name), join(folder, `${name}.reason.txt`)]) {
        writeFileSync(path, bytes);
        utimesSync(path, at, at);
      }
    };
    lay("1-settled.uff", one.bytes, 9);
    lay("2-stuck.uff", cutShort(two).bytes, 9);
    lay("3-unknown.uff", goodFile(9).bytes, 9);
    lay("4-young.uff", one.bytes, 1);
    const planned = await retained({ quarantineAfterMs: 5 * dayMs }, true);
    const done = await retained({ quarantineAfterMs: 5 * dayMs });
    expect(sums(done)).toEqual(sums(planned));
    const stay = ["2-stuck.uff", "3-unknown.uff", "4-young.uff"];
    expect(readdirSync(folder).toSorted()).toEqual(
      stay.flatMap((name) => [name, `${name}.reason.txt`]),
    );
    expect(await Array.fromAsync(open.store.retention.list())).toMatchObject([
      { kind: "unarchived", contents: 1, reason: "retention: quarantine after 5.0 days" },
    ]);
  });

  test("what a killed retention left is removed once it is surely nobody's", async () => {
    await taken(...small);
    const stray = join(place.config.blobs, "packs", "a".repeat(64));
    mkdirSync(join(place.config.blobs, "packs"), { recursive: true });
    writeFileSync(stray, "half");
    await retained({ packAfterMs: dayMs });
    expect(existsSync(stray)).toBe(true);
    utimesSync(stray, 0, 0);
    expect(await open.store.retention.sweep()).toBe(1);
    expect(existsSync(stray)).toBe(false);
    expect(await faults()).toEqual([]);
  });

  const steps = ["packed", "pack-written", "bytes-dropped", "unarchived"] as const;
  const isNightly = process.env["BUSBAR_NIGHTLY"] !== undefined;

  test.for(steps.slice(0, isNightly ? steps.length : 1))(
    "a daemon that is killed at %s loses nothing, and what it left is done after",
    async (step) => {
      const ids = await taken(...small, large);
      const day = join(place.channel.archive, "2026-01-01");
      mkdirSync(day, { recursive: true });
      writeFileSync(join(day, "one.uff"), small[0]?.bytes ?? "");
      const rule = {
        packAfterMs: step.startsWith("pack") ? 1 : null,
        dropAfterMs: step === "bytes-dropped" ? 1 : null,
        archiveAfterMs: 1,
        quarantineAfterMs: null,
      };
      const config = { ...place.config, retention: rule };
      const { signal } = await startChild({ ...place, config }, [step, 1]).ended;
      expect(signal).toBe("SIGKILL");
      // What lies there is old enough to be nobody's.
      for (const path of filesUnder(place.config.blobs)) utimesSync(path, 0, 0);
      await retained({ packAfterMs: 1, archiveAfterMs: 1 });
      expect(existsSync(day)).toBe(false);
      expect(await faults()).toEqual([]);
      const { inStore } = await open.store.retention.totals();
      expect(inStore.contents).toBe(0);
      expect(filesUnder(place.config.blobs).every((path) => path.includes("/packs/"))).toBe(true);
      if (step === "bytes-dropped") return;
      for (const [at, { bytes }] of [...small, large].entries())
        expect(Buffer.from(await open.store.files.bytes(ids[at] ?? 0)).equals(bytes)).toBe(true);
    },
  );

  test.runIf(kind === "sqlite")(
    "room that packing frees in the store's file is given back in short steps",
    async () => {
      await taken(...Array.from({ length: 20 }, (_, at) => goodFile(at, 200)));
      await retained({ packAfterMs: dayMs });
      const sizeNow = async () => {
        await open.close();
        const { size: now } = statSync(place.config.store);
        open = await openInstallation(place.config);
        return now;
      };
      const before = await sizeNow();
      let freed = 0;
      for (let left = 1; left > 0; ) {
        const step = await open.store.retention.giveBack({ pages: 1, leaveBytes: 0 });
        expect(step.freedBytes).toBeLessThanOrEqual(2_048);
        freed += step.freedBytes;
        left = step.unusedBytes;
      }
      expect(freed).toBeGreaterThanOrEqual(2_048);
      expect(before - (await sizeNow())).toBeGreaterThanOrEqual(freed);
      const { before: had, after } = await compactStore(open);
      expect(after).toBeLessThanOrEqual(had);
      expect(await faults()).toEqual([]);
    },
  );

  test.runIf(kind === "postgres")(
    "room that packing frees in the database is used by what comes next",
    async () => {
      const files = (from: number) =>
        Array.from({ length: 20 }, (_, at) => goodFile(from + at, 400));
      const size = async () => {
        await query("VACUUM bundles");
        const { rows } = await query("SELECT pg_total_relation_size('bundles')::float8 AS size");
        return (rows[0] as { size: number }).size;
      };
      await taken(...files(0));
      const before = await size();
      expect(before).toBeGreaterThan(100_000);
      expect(sums(await retained({ dropAfterMs: dayMs }))).toHaveLength(1);
      await size();
      await taken(...files(100));
      expect(await size()).toBeLessThan(1.1 * before);
    },
  );
});
