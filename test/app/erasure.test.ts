import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { eraseSubject, type SubjectErasure } from "../../src/app/commands/erasure/erase-subject.ts";
import { ingest } from "../../src/app/commands/file/ingest.ts";
import { reprocessFiles } from "../../src/app/commands/file/reprocess-files.ts";
import type { OpenInstallation } from "../../src/app/installation/open-installation.ts";
import { showFile } from "../../src/app/queries/things/file.ts";
import { restate } from "../../src/app/restate/restate.ts";
import { retentionTurns } from "../../src/app/retention/retention-turns.ts";
import { verify } from "../../src/app/verify/verify.ts";
import { buildPending } from "../../src/build/build-pending.ts";
import type { BusbarConfig } from "../../src/config/config.ts";
import { keepAll } from "../../src/config/retention.ts";
import { RefusedError } from "../../src/core/refusal/refused-error.ts";
import { filesUnder, until, whileRunning } from "../promises/workplace.ts";
import { describeEachStore } from "../store/each-store.ts";
import { openPlace, takeIn } from "./commands/open-place.ts";

const dying = fileURLToPath(new URL("../promises/erasing-that-dies.ts", import.meta.url));
const why = { actor: "Ann", reason: "asked by the customer" };
const head =
  "order_number,ordered_at,customer_name,customer_email,address_line_1,town,postcode,currency,line_number,sku,quantity,unit_price";
const bright = "Ann Bright,ann.bright@example.test,14 Larkspur Rise,Leeds,LS1 4AP";
const other = "Björn Åkesson,bjorn@example.test,The Mill,Leeds,YO1 7EP";
const line = (order: string, who: string, sku = "MUG") =>
  `${order},2026-06-10T09:03:00+01:00,${who},GBP,1,${sku},1,7.50`;
const orders = (name: string, ...rows: readonly string[]) => ({
  name,
  bytes: Buffer.from([head, ...rows, ""].join("\n")),
});
const first = orders("orders.csv", line("SO-1", bright), line("SO-2", other));
/** What is said of the person, none of which may be left. */
const values = ["Ann Bright", "ann.bright@example", "14 Larkspur Rise", "LS1 4AP"];

async function built(of: OpenInstallation): Promise<void> {
  await buildPending(of.store, await of.definitions());
}

async function faults(of: OpenInstallation): Promise<string[]> {
  const recording = await of.recording();
  const all = await Array.fromAsync(verify({ recording, definitions: await of.definitions() }));
  return all.map(({ code, about, message }) => `${code} ${about}: ${message}`);
}

/** Which of the texts stand anywhere in the folder of an installation: every file is read as it is. */
function left({ config }: OpenInstallation, texts: readonly string[]): string[] {
  const folder = dirname(config.file);
  return filesUnder(folder).flatMap((path) => {
    const bytes = readFileSync(path);
    return texts.filter((text) => bytes.includes(text)).map((text) => `${text} in ${path}`);
  });
}

async function stateOf({ store }: OpenInstallation, key: string): Promise<string> {
  const [process] = await store.processes.named(key);
  const builds = await store.builds.stored([process?.process ?? 0]);
  return JSON.stringify([...builds.values()]);
}

/** The very file that was taken in, once more. */
async function takenAgain(of: OpenInstallation): Promise<void> {
  await Array.fromAsync(ingest(of, [join(dirname(of.config.file), first.name)]));
}

/** Erases while a daemon still does something about the subject: as often as it is to be asked for. */
async function erasedBeside(of: OpenInstallation, key: string): Promise<SubjectErasure> {
  const passing = ["CHANGED_MEANWHILE", "NOT_OVER"];
  const done: SubjectErasure[] = [];
  await until("it is erased", async () => {
    try {
      done.push(await eraseSubject(of, { key, isDry: false }, why));
    } catch (error) {
      if (!(error instanceof RefusedError && passing.includes(error.code ?? ""))) throw error;
    }
    return done.length > 0;
  });
  const [first] = done;
  if (first === undefined) throw new Error("nothing was erased");
  return first;
}

describeEachStore("erasing", ({ kind, location, query }) => {
  const openHere = async (settings: Partial<BusbarConfig> = {}) =>
    openPlace(kind === "sqlite" ? settings : { ...settings, store: await location("") });

  /** Tables of the database with a row that has one of the texts; of a store in a file, its files are looked at. */
  async function inRows(texts: readonly string[]): Promise<string[]> {
    if (kind === "sqlite") return [];
    const { rows } = await query(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
    );
    const found: string[] = [];
    for (const { name } of rows as { name: string }[])
      for (const text of texts) {
        const { rowCount } = await query(
          `SELECT 1 FROM "${name}" t WHERE strpos(t::text, '${text}') > 0`,
        );
        if (rowCount !== 0) found.push(`${text} in ${name}`);
      }
    return found;
  }

  test("a person is erased from a file that others are in, and everything holds as before", async () => {
    const of = await openHere();
    await takeIn(of, first);
    await built(of);
    const before = JSON.parse(await stateOf(of, "SO-2"));
    const hash = (await of.store.files.get(1))?.hash;

    const planned = await eraseSubject(of, { key: "SO-1", isDry: true }, why);
    expect(planned.erasure).toMatchObject({ id: null, contents: 1, whole: 0, messages: 1 });
    expect(Buffer.from(await of.store.files.bytes(1)).equals(first.bytes)).toBe(true);

    const done = await eraseSubject(of, { key: "SO-1", isDry: false }, why);
    expect(done.erasure).toMatchObject({
      ...{ actor: "Ann", reason: "asked by the customer", contents: 1, messages: 1 },
      texts: planned.erasure.texts,
    });
    const { id } = done.erasure;
    const logIsEmpty = kind === "sqlite" ? true : null;
    expect(done.scrubbed).toEqual({ logIsEmpty, needsCompacting: false, isCompacted: true });
    expect(await inRows(values)).toEqual([]);
    const kept = Buffer.from(await of.store.files.bytes(1)).toString();
    expect(kept.split("\n")).toEqual([
      head,
      line("SO-1", "Xxx Xxxxxx,xxx.xxxxxx@xxxxxxx.xxxx,00 Xxxxxxxx Xxxx,Xxxxx,XX0 0XX"),
      line("SO-2", other),
      "",
    ]);
    expect(await of.store.files.get(1)).toMatchObject({ hash, sizeBytes: first.bytes.length });
    expect(await of.store.erasures.ofFile(1)).toMatchObject({ whole: false, erasure: { id } });
    const told = { erasure: id, whole: false, actor: "Ann", reason: "asked by the customer" };
    expect(await showFile(of, { file: 1 })).toMatchObject({ erased: told });
    expect(await stateOf(of, "SO-1")).toContain("Xxx Xxxxxx");
    expect(JSON.parse(await stateOf(of, "SO-2"))).toEqual(before);
    expect(await faults(of)).toEqual([]);
    // The file that was taken in lies where it was: it is the person's own.
    const place = join(dirname(of.config.file), first.name);
    expect(left(of, values).filter((text) => !text.endsWith(place))).toEqual([]);

    // Read again it says the same; come again it is known.
    const again = await Array.fromAsync(reprocessFiles(of, [1]));
    expect(again.every(({ refused }) => refused === null)).toBe(true);
    const recording = await of.recording();
    const definitions = [...(await of.definitions()).values()];
    const report = await restate({ recording, definitions, changedBy: why }, {});
    expect(report).toMatchObject({ files: 1 });
    expect(await stateOf(of, "SO-1")).toContain("Xxx Xxxxxx");
    await takenAgain(of);
    expect(await of.store.files.get(2)).toMatchObject({ state: "duplicate", otherFile: 1 });
    expect(await faults(of)).toEqual([]);
    const nothing = await eraseSubject(of, { key: "SO-1", isDry: false }, why);
    expect(nothing.erasure).toMatchObject({ id: null, contents: 0, messages: 0, texts: 0 });

    // Under another name it is another file, and says all of it once more, until it is erased too.
    await takeIn(of, { ...first, name: "other.csv" });
    await built(of);
    expect(await of.store.files.get(3)).toMatchObject({ state: "recorded", hash });
    expect(Buffer.from(await of.store.files.bytes(3)).equals(first.bytes)).toBe(true);
    expect(await faults(of)).toEqual([]);
    await takenAgain(of);
    expect(await of.store.files.get(4)).toMatchObject({ state: "duplicate", otherFile: 1 });
    const once = await eraseSubject(of, { key: "SO-1", isDry: false }, why);
    expect(once.erasure).toMatchObject({ contents: 1, messages: 1 });
    expect(await faults(of)).toEqual([]);
  });

  test("of a file that says something of two persons, the copy says nothing of either once both are erased", async () => {
    const of = await openHere();
    await takeIn(of, first);
    await built(of);
    const [channel] = of.config.channels;
    const archived = join(channel?.archive ?? "", "2026-06-10", first.name);
    mkdirSync(dirname(archived), { recursive: true });
    writeFileSync(archived, first.bytes);
    const own = join(dirname(of.config.file), first.name);

    await eraseSubject(of, { key: "SO-1", isDry: false }, why);
    expect(readFileSync(archived, "utf8")).toContain("Björn Åkesson");
    const { copies } = await eraseSubject(of, { key: "SO-2", isDry: false }, why);
    expect(copies).toEqual([archived]);
    expect(left(of, [...values, "bjorn@example"]).filter((text) => !text.endsWith(own))).toEqual(
      [],
    );
  });

  test("what is recorded and not archived yet is waited for", async () => {
    const of = await openHere();
    await takeIn(of, first);
    await built(of);
    const claimed = join(of.config.channels[0]?.work ?? "", "claim-1", first.name);
    mkdirSync(dirname(claimed), { recursive: true });
    writeFileSync(claimed, first.bytes);
    await expect(eraseSubject(of, { key: "SO-1", isDry: false }, why)).rejects.toMatchObject({
      code: "NOT_OVER",
      message: expect.stringContaining(`${claimed} is not archived yet`),
    });
    expect(await of.store.erasures.ofFile(1)).toBeNull();
  });

  test("large files, packs and copies are erased too", async () => {
    const of = await openHere({ largeFileBytes: 2_000 });
    const many = Array.from({ length: 60 }, (_, at) =>
      line(`SO-${at + 1}`, at === 0 ? bright : other),
    );
    const large = orders("large.csv", ...many);
    await takeIn(of, first, large);
    await built(of);
    const [channel] = of.config.channels;
    if (channel === undefined) throw new Error("no channel");
    const archived = join(channel.archive, "2026-06-10", first.name);
    mkdirSync(dirname(archived), { recursive: true });
    writeFileSync(archived, first.bytes);

    const config = { ...of.config, retention: { ...keepAll, packAfterMs: 1 } };
    const clock = { ...of.clock, wall: () => Date.now() + 1e9 };
    await Array.fromAsync(
      retentionTurns({ store: of.store, config, clock }, { actor: "Ann", isDry: false }),
    );
    expect(await of.store.retention.totals()).toMatchObject({ inStore: { contents: 0 } });
    const { copies } = await eraseSubject(of, { key: "SO-1", isDry: false }, why);
    expect(copies).toEqual([archived]);
    expect(await faults(of)).toEqual([]);
    expect(readFileSync(archived, "utf8")).toContain("Xxx Xxxxxx");
    expect(await of.store.erasures.rest()).toEqual([]);
    expect(await inRows(values)).toEqual([]);
    const own = [first.name, large.name].map((name) => join(dirname(of.config.file), name));
    expect(left(of, values).filter((text) => !own.some((path) => text.endsWith(path)))).toEqual([]);
  });

  test("what is not over, and what nobody knows, is refused in words", async () => {
    const of = await openHere();
    await expect(eraseSubject(of, { key: "SO-9", isDry: true }, why)).rejects.toMatchObject({
      kind: "not-found",
      code: "NOTHING_KNOWN",
    });
    await takeIn(of, first);
    await expect(eraseSubject(of, { key: "SO-1", isDry: false }, why)).rejects.toMatchObject({
      kind: "conflict",
      code: "NOT_OVER",
      message: expect.stringMatching(/its events are not all built/),
    });
    await expect(
      eraseSubject(of, { key: "SO-1", isDry: false }, { actor: "Ann", reason: " " }),
    ).rejects.toMatchObject({ kind: "invalid" });
  });

  const isNightly = process.env["BUSBAR_NIGHTLY"] !== undefined;
  const points = ["erasure-written", "erased", "erasure-settled"] as const;

  test.each(isNightly ? points : (["erased"] as const))(
    "broken off at %s, it is finished when it is asked for again",
    async (point) => {
      const of = await openHere({ largeFileBytes: 2_000 });
      const many = Array.from({ length: 60 }, (_, at) =>
        line(`SO-${at + 1}`, at === 0 ? bright : other),
      );
      const large = orders("large.csv", ...many);
      await takeIn(of, first, large);
      await built(of);
      const stop = (step: string) => {
        if (step === point) throw new Error("broken off");
      };
      await expect(eraseSubject(of, { key: "SO-1", isDry: false }, why, stop)).rejects.toThrow(
        "broken off",
      );
      const counted = (await Array.fromAsync(of.store.erasures.list())).length;
      expect(counted).toBe(point === "erasure-written" ? 0 : 1);
      await eraseSubject(of, { key: "SO-1", isDry: false }, why);
      expect(await of.store.erasures.rest()).toEqual([]);
      const all = await Array.fromAsync(of.store.erasures.list());
      expect(all.every(({ endedAt }) => endedAt !== null)).toBe(true);
      expect(await faults(of)).toEqual([]);
      const own = [first.name, large.name].map((name) => join(dirname(of.config.file), name));
      expect(left(of, values).filter((text) => !own.some((path) => text.endsWith(path)))).toEqual(
        [],
      );
    },
  );

  test.runIf(isNightly).each(points)("killed at %s, it is finished by the next", async (point) => {
    const of = await openHere({ largeFileBytes: 2_000 });
    const many = Array.from({ length: 60 }, (_, at) =>
      line(`SO-${at + 1}`, at === 0 ? bright : other),
    );
    const large = orders("large.csv", ...many);
    await takeIn(of, first, large);
    await built(of);
    const config = join(dirname(of.config.file), "config.json");
    writeFileSync(config, JSON.stringify(of.config));
    const run = spawnSync(process.execPath, [dying, config, "SO-1", point]);
    expect(run.signal).toBe("SIGKILL");
    expect(await faults(of)).toEqual([]);
    await eraseSubject(of, { key: "SO-1", isDry: false }, why);
    expect(await of.store.erasures.rest()).toEqual([]);
    expect(await faults(of)).toEqual([]);
    const own = [first.name, large.name].map((name) => join(dirname(of.config.file), name));
    expect(left(of, values).filter((text) => !own.some((path) => text.endsWith(path)))).toEqual([]);
  });

  test.runIf(isNightly)(
    "beside a running daemon nothing of it is left in the store's files",
    async () => {
      const of = await openHere();
      const place = { config: { ...of.config, http: null } };
      await whileRunning(place, async () => {
        const [channel] = of.config.channels;
        for (const number of [1, 2, 3, 4, 5, 6]) {
          const { bytes } = orders("x", line(`SO-${number}`, number === 3 ? bright : other));
          writeFileSync(join(channel?.path ?? "", `order-${number}.csv`), bytes);
        }
        await until("all are built", async () => {
          const [process] = await of.store.processes.named("SO-6");
          const third = await of.store.processes.named("SO-3");
          return (
            process !== undefined && third.length > 0 && (await of.store.builds.backlog()) === 0
          );
        });
        const { scrubbed, copies } = await erasedBeside(of, "SO-3");
        expect(scrubbed).toEqual({
          logIsEmpty: kind === "sqlite" ? true : null,
          needsCompacting: kind === "postgres",
          isCompacted: false,
        });
        expect(await inRows(values)).toEqual([]);
        expect(copies).toHaveLength(1);
        expect(left(of, values)).toEqual([]);
        await until("what changed is built", async () => (await of.store.builds.backlog()) === 0);
        expect(await stateOf(of, "SO-3")).toContain("Xxx Xxxxxx");
      });
      expect(left(of, values)).toEqual([]);
      expect(await faults(of)).toEqual([]);
    },
  );
});
