import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { eraseSubject } from "../../src/app/commands/erasure/erase-subject.ts";
import { reprocessFiles } from "../../src/app/commands/file/reprocess-files.ts";
import type { OpenInstallation } from "../../src/app/installation/open-installation.ts";
import { restate } from "../../src/app/restate/restate.ts";
import { verify } from "../../src/app/verify/verify.ts";
import { buildPending } from "../../src/build/build-pending.ts";
import type { BusbarConfig } from "../../src/config/config.ts";
import { filesUnder } from "../promises/workplace.ts";
import { describeEachStore } from "../store/each-store.ts";
import { openPlace, takeIn } from "./commands/open-place.ts";

const why = { actor: "Ann", reason: "asked for, case 17" };
const head =
  "order_number,ordered_at,customer_name,customer_email,address_line_1,town,postcode,currency,line_number,sku,description,quantity,unit_price";
const order = (key: string, who: string, line = "MUG,Mug,1,7.50") =>
  `${key},2026-06-10T09:03:00+01:00,${who},GBP,1,${line}`;
const file = (name: string, rows: readonly string[], encoding: BufferEncoding = "utf8") => ({
  name,
  bytes: Buffer.from([head, ...rows, ""].join("\n"), encoding),
});
const other = "Bea Other,bea@example.test,2 Mill Lane,Birmingham,B1 1AA";

async function built(of: OpenInstallation): Promise<void> {
  await buildPending(of.store, await of.definitions());
}

async function faults(of: OpenInstallation): Promise<string[]> {
  const recording = await of.recording();
  const all = await Array.fromAsync(verify({ recording, definitions: await of.definitions() }));
  return all.map(({ code, about, message }) => `${code} ${about}: ${message}`);
}

/** Texts that stand anywhere in an installation's folder, but for the files that were taken in. */
function left({ config }: OpenInstallation, texts: readonly string[], own: readonly string[]) {
  const folder = dirname(config.file);
  const paths = own.map((name) => join(folder, name));
  return filesUnder(folder)
    .filter((path) => !paths.includes(path))
    .flatMap((path) => {
      const bytes = readFileSync(path);
      return texts.filter((text) => bytes.includes(text)).map((text) => `${text} in ${path}`);
    });
}

async function dataOf({ store }: OpenInstallation, key: string): Promise<string> {
  const [process] = await store.processes.named(key);
  const builds = await store.builds.stored([process?.process ?? 0]);
  return JSON.stringify([...builds.values()]);
}

describeEachStore("erasing by value", ({ kind, location }) => {
  const openHere = async (settings: Partial<BusbarConfig> = {}) =>
    openPlace(kind === "sqlite" ? settings : { ...settings, store: await location("") });

  test("bytes and rows lose the same: nothing equal elsewhere, and reading again brings nothing back", async () => {
    const of = await openHere();
    await takeIn(
      of,
      file("one.csv", [
        order("SO-1", "Shirt,s@example.test,9 Re Street,Leeds,7.50", "MUG,Shirt,1,7.50"),
        order(
          "SO-2",
          "Restata Backington,r@example.test,4 Larkspur Rise,Leeds,LS1 4AP",
          "MUG,Mug engraved Restata Backington,1,7.50",
        ),
        order("SO-3", other),
      ]),
    );
    await built(of);
    for (const key of ["SO-1", "SO-2"]) await eraseSubject(of, { key, isDry: false }, why);
    expect(await faults(of)).toEqual([]);
    const kept = Buffer.from(await of.store.files.bytes(1)).toString();
    expect(kept.split("\n").slice(1)).toEqual([
      order("SO-1", "Xxxxx,x@xxxxxxx.xxxx,0 Xx Xxxxxx,Xxxxx,0.00", "MUG,Shirt,1,7.50"),
      order(
        "SO-2",
        "Xxxxxxx Xxxxxxxxxx,x@xxxxxxx.xxxx,0 Xxxxxxxx Xxxx,Xxxxx,XX0 0XX",
        "MUG,Mug engraved Restata Backington,1,7.50",
      ),
      order("SO-3", other),
      "",
    ]);
    const before = [await dataOf(of, "SO-1"), await dataOf(of, "SO-2"), await dataOf(of, "SO-3")];
    expect(before[0]).toMatch(/\\"description\\":\\"Shirt\\",\\"quantity\\":1,\\"unitPrice\\":750/);
    const again = await Array.fromAsync(reprocessFiles(of, [1]));
    expect(again.every(({ refused }) => refused === null)).toBe(true);
    const recording = await of.recording();
    const definitions = [...(await of.definitions()).values()];
    const report = await restate({ recording, definitions, changedBy: why }, {});
    expect(report).toMatchObject({ files: 1, kinds: new Map(), fields: new Map() });
    await built(of);
    expect([await dataOf(of, "SO-1"), await dataOf(of, "SO-2"), await dataOf(of, "SO-3")]).toEqual(
      before,
    );
    expect(await faults(of)).toEqual([]);
    expect(
      left(of, ["s@example.test", "r@example.test", "4 Larkspur", "LS1 4AP"], ["one.csv"]),
    ).toEqual([]);
  });

  test("of a file erased as a whole, messages that cannot be read again lose what is marked in them", async () => {
    const of = await openHere();
    const who = "Zoë Brightwater,zoe@example.test,14 Larkspur Rise,Leeds,LS1 4AP";
    await takeIn(of, file("latin.csv", [order("SO-1", who)], "latin1"));
    await takeIn(of, file("good.csv", [order("SO-1", who.replace("14 Lark", "15 Lark"))]));
    await built(of);
    const planned = await eraseSubject(of, { key: "SO-1", isDry: true }, why);
    expect(planned.touched).toEqual([
      { about: "file 1", whole: true },
      { about: "file 2", whole: false },
    ]);
    const done = await eraseSubject(of, { key: "SO-1", isDry: false }, why);
    expect(done.erasure).toMatchObject({ contents: 2, whole: 1, messages: 2 });
    expect(left(of, ["Brightwater", "zoe@", "14 Larkspur"], ["latin.csv", "good.csv"])).toEqual([]);
    expect(await faults(of)).toEqual([]);
  });

  test("what is said of others stays: a key that begins another, a town alone", async () => {
    const of = await openHere();
    const who = "Ann Bright,ann@example.test,14 Larkspur Rise,Birmingham,LS1 4AP";
    await takeIn(of, file("two.csv", [order("SO-61", who), order("SO-610", other)]));
    await built(of);
    const stages = ["actions", "intake", "outbound"] as const;
    const [about, ofOther, ofNobody] = [
      "Ann Bright of SO-61 moved from Birmingham",
      "SO-610 is looked into: Birmingham has it twice",
      "the depot in Birmingham is shut; ask Ann Bright",
    ];
    for (const [at, reason] of [about, ofOther, ofNobody].entries())
      await of.store.holds.place({
        scope: { stage: stages[at] ?? "actions", channel: null, type: null, name: null },
        actor: "Ann",
        reason,
      });
    await eraseSubject(of, { key: "SO-61", isDry: false }, why);
    expect((await of.store.holds.list()).map(({ reason }) => reason)).toEqual([
      "Xxx Xxxxxx of SO-61 moved from Xxxxxxxxxx",
      ofOther,
      "the depot in Birmingham is shut; ask Xxx Xxxxxx",
    ]);
  });

  test("where nothing personal is kept nothing is erased, and none is on record", async () => {
    const of = await openHere();
    await takeIn(of, file("three.csv", [order("SO-1", other)]));
    await built(of);
    await eraseSubject(of, { key: "SO-1", isDry: false }, why);
    const again = await eraseSubject(of, { key: "SO-1", isDry: false }, why);
    expect(again).toMatchObject({ isNothing: true, erasure: { id: null, contents: 0, texts: 0 } });
    const dry = await eraseSubject(of, { key: "SO-1", isDry: true }, why);
    expect(dry).toMatchObject({ isNothing: true, erasure: { id: null } });
    expect(await Array.fromAsync(of.store.erasures.list())).toHaveLength(1);
  });

  test("a reason that names the person is refused, and names of files that do are reported", async () => {
    const of = await openHere();
    const name = "bea_other-orders.csv";
    await takeIn(of, file(name, [order("SO-1", other)]));
    await built(of);
    for (const isDry of [true, false]) {
      const asked = eraseSubject(of, { key: "SO-1", isDry }, { ...why, reason: "bea other asked" });
      const error: unknown = await asked.catch((one: unknown) => one);
      expect(error).toMatchObject({ kind: "invalid", code: "REASON_NAMES_PERSON" });
      expect(String(error)).toMatch(/the value of customerName/);
      expect(String(error)).not.toMatch(/bea|other/i);
    }
    expect(await Array.fromAsync(of.store.erasures.list())).toEqual([]);
    const planned = await eraseSubject(of, { key: "SO-1", isDry: true }, why);
    expect(planned.named).toEqual([{ about: "file 1", name }]);
  });
});
