import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Catalogue } from "../../src/catalogue/definition.ts";
import type { OutboundFolder } from "../../src/config/channel/outbound-channel.ts";
import { isGroup } from "../../src/core/file/document.ts";
import type { Outgoing } from "../../src/core/outbound/outgoing.ts";
import { openCatalogue, shippedSettings } from "../../src/definitions/open.ts";
import { generateFile } from "../../src/formats/generate/generate.ts";
import { composeWaiting } from "../../src/outbound/compose/compose-waiting.ts";
import { exactly } from "../../src/store/port/search-store.ts";
import type { Store } from "../../src/store/port/store.ts";

import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { GnuPg } from "../packed/gnupg.ts";
import { mpan } from "../promises/flow-files.ts";
import { marketChannel, numbersIn, reading } from "./readings.ts";

/** Half past one in the afternoon in London. */
const start = Date.UTC(2024, 6, 1, 12, 30);

describe("composing", () => {
  let folder: string;
  let store: Store;
  let catalogue: Catalogue;
  let now: number;
  let sent: number;

  const open = () =>
    openSqliteStore(join(folder, "store.db"), { blobFolder: folder, now: () => now });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "busbar-compose-"));
    now = start;
    sent = 0;
    catalogue = await openCatalogue(shippedSettings);
    store = await open();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  async function send(...outgoing: readonly Outgoing[]): Promise<void> {
    for (const one of outgoing) {
      sent += 1;
      await store.outboundMessages.send({ identity: `test:${sent}`, outgoing: one });
    }
  }
  const compose = (...channels: readonly OutboundFolder[]) =>
    composeWaiting({ store, catalogue, channels, now });
  const files = () => Array.fromAsync(store.outbound.list());
  const bytesOf = async (id: number) => Buffer.from(await store.outbound.bytes(id));
  const inFiles = async () =>
    Promise.all((await files()).map(async ({ id }) => numbersIn(await bytesOf(id), catalogue)));

  it("makes a message a file that its reader takes, with identifier, name and folder", async () => {
    await send(reading(1));
    expect(await compose(marketChannel())).toEqual({ files: 1, nextAt: null });
    expect((await bytesOf(1)).toString()).toBe(
      [
        "ZHV|0000000001|D0010002|D|DCOL|X|SUPP|20240701133000||||OPER|",
        "026|1200000000011|V|",
        "028|K14X 00917|D|",
        "030|S|20240131000000|1042.0|||T|N|",
        "ZPT|0000000001|3||1|20240701133000|",
        "",
      ].join("\n"),
    );
    expect(await store.outbound.get(1)).toMatchObject({
      state: "ready",
      channel: "market",
      folder: "/srv/out/SUPP",
      name: "D0010002_XSUPP_0000000001.usr",
      number: 1,
      messages: 1,
      envelope: {
        flow: "D0010",
        version: "002",
        fileIdentifier: "0000000001",
        from: { role: "D", participant: "DCOL" },
        to: { role: "X", participant: "SUPP" },
        testFlag: "OPER",
      },
    });
  });

  it("lets files be found by what their messages are about, whoever sent them", async () => {
    await send(reading(1), reading(2), reading(2));
    await compose(marketChannel({ batch: { messages: 2, waitMs: 0 } }));
    const about = async (number: number) =>
      (await store.search.find({ range: exactly(mpan(number)), limit: 9 })).outboundAbout;
    expect([await about(1), await about(2), await about(3)]).toEqual([[1], [2, 1], []]);
  });

  it("writes jobs on gas meters, found by the meter point below them", async () => {
    const found = catalogue.find("G0201", null)?.definition;
    if (found === undefined) throw new Error("G0201 should be in the catalogue");
    const [job] = generateFile(found, { seed: "1" }).messages;
    if (job === undefined) throw new Error("G0201 should have a message");
    const mprn = isGroup(job.data["meterPoint"]) ? job.data["meterPoint"] : {};
    const to = { role: "SUP", participant: "EXS" };
    await send({ kind: "file", flow: "G0201", to, data: job.data });
    const from = { role: "MAM", participant: "EXM" };
    expect(await compose(marketChannel({ from, flows: ["G0201"] }))).toMatchObject({ files: 1 });
    expect((await bytesOf(1)).toString()).toMatch(
      /^"HEADR","ONJOB","EXM","MAM","EXS","SUP",20240701,"133000","00000001"\n"TRANS",/,
    );
    const number = mprn["meterPointReferenceNumber"];
    expect(
      (await store.search.find({ range: exactly(String(number)), limit: 9 })).outboundAbout,
    ).toEqual([1]);
  });

  it("numbers files without gaps for each recipient and flow, across restarts", async () => {
    await send(reading(1), reading(2, "OTHR"), reading(3));
    await compose(marketChannel());
    await store.close();
    store = await open();
    await send(reading(4, "OTHR"), reading(5));
    await compose(marketChannel());
    const numbered = (await files()).map(({ envelope, number }) => [
      envelope?.to.participant,
      number,
    ]);
    expect(numbered.filter(([to]) => to === "SUPP").map(([, number]) => number)).toEqual([1, 2, 3]);
    expect(numbered.filter(([to]) => to === "OTHR").map(([, number]) => number)).toEqual([1, 2]);
    expect((await inFiles()).flat().toSorted()).toEqual([1, 2, 3, 4, 5]);
  });

  it("begins with the number that the channel says, and goes on from there", async () => {
    await send(reading(1), reading(2));
    await compose(marketChannel({ firstNumber: 4_711 }));
    await send(reading(3));
    await compose(marketChannel({ firstNumber: 9_000 }));
    expect((await files()).map(({ number }) => number)).toEqual([4_711, 4_712, 4_713]);
  });

  it("numbers by channel when the channel says so", async () => {
    await send(reading(1), reading(2, "OTHR"));
    await compose(marketChannel({ numbering: "channel" }));
    expect((await files()).map(({ number }) => number)).toEqual([1, 2]);
  });

  it("names as the channel says, with its line ends, test flag and no final line end", async () => {
    await send(reading(1));
    await compose(
      marketChannel({
        path: "/srv/{flow}",
        fileName: "{fromParticipant}-{number:4}-{date}{time}.dat",
        identifier: "X{number:3}",
        lineEnd: "CRLF",
        finalNewline: false,
        testFlag: "TR01",
      }),
    );
    expect(await store.outbound.get(1)).toMatchObject({
      folder: "/srv/D0010",
      name: "DCOL-0001-20240701133000.dat",
      envelope: { fileIdentifier: "X001", testFlag: "TR01" },
    });
    const text = (await bytesOf(1)).toString();
    expect(text).toMatch(/^ZHV\|X001\|D0010002\|.*\|TR01\|\r\n026\|/);
    expect(text).toMatch(/\r\nZPT\|X001\|3\|\|1\|20240701133000\|$/);
  });

  it("puts as many messages into a file as the channel says, and waits for them", async () => {
    const channel = marketChannel({ batch: { messages: 3, waitMs: 60_000 } });
    await send(...[1, 2, 3, 4, 5, 6, 7].map((number) => reading(number)));
    expect(await compose(channel)).toEqual({ files: 2, nextAt: start + 60_000 });
    expect(await inFiles()).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    now += 59_999;
    expect(await compose(channel)).toEqual({ files: 0, nextAt: start + 60_000 });
    await send(reading(8));
    now += 1;
    expect(await compose(channel)).toEqual({ files: 1, nextAt: null });
    expect(await inFiles()).toContainEqual([7, 8]);
  });

  it("sets aside the message that cannot be written, with every reason, and sends the others", async () => {
    await send(reading(1), reading(2, "SUPP", "a lot"), reading(3));
    await compose(marketChannel({ batch: { messages: 3, waitMs: 0 } }));
    expect(await inFiles()).toEqual([[1, 3]]);
    expect(await store.outboundMessages.waiting({ limit: 9 })).toMatchObject([
      { id: 2, state: "stuck", problems: [{ code: "BAD_NUMBER", field: "registerReading" }] },
    ]);
    await store.outboundMessages.decide({
      id: 2,
      decision: "retry",
      actor: "ann",
      reason: "once more",
    });
    await compose(marketChannel());
    expect(await store.outboundMessages.waiting({ limit: 9 })).toMatchObject([
      { id: 2, state: "stuck" },
    ]);
    expect((await files()).map(({ number }) => number)).toEqual([1]);
  });

  it("keeps what no channel serves, says why, and sends it once one does", async () => {
    await send(reading(1), { ...reading(2), channel: "post" });
    await send({ ...reading(3), flow: "D9999" });
    expect(await compose(marketChannel({ flows: ["D0155"] }))).toEqual({ files: 0, nextAt: null });
    const waiting = await store.outboundMessages.waiting({ limit: 9 });
    expect(waiting.map(({ state, queueProblem }) => [state, queueProblem])).toEqual([
      ["waiting", expect.stringMatching(/^No channel serves D0010 to X SUPP\. Add one/)],
      ["waiting", expect.stringMatching(/^The action asks for the channel "post", which leads/)],
      ["waiting", expect.stringMatching(/^The catalogue has no flow D9999/)],
    ]);
    await compose(marketChannel(), marketChannel({ name: "post", flows: ["D0001"] }));
    expect((await files()).map(({ channel }) => channel)).toEqual(["market", "post"]);
    expect(await store.outboundMessages.waiting({ limit: 9 })).toMatchObject([{ id: 3 }]);
  });

  it("says that it must know who we are", async () => {
    await send(reading(1));
    await compose(marketChannel({ from: null }));
    const [waiting] = await store.outboundMessages.waiting({ limit: 9 });
    expect(waiting?.queueProblem).toMatch(/nothing says who we are. Set "participant/);
  });

  it("writes headed CSV, which has no envelope, to nobody in particular", async () => {
    const to = { role: null, participant: null };
    const data = {
      orderNumber: "SO-1",
      transactionId: "T-1",
      status: "captured",
      amount: "12.50",
      currency: "GBP",
      paidAt: "2026-06-10T09:03:00Z",
    };
    const [payments] = catalogue.tables().filter(({ flow }) => flow === "PAYMENTS");
    await send({ kind: "file", flow: payments?.flow ?? "", to, data });
    await compose(marketChannel({ from: null, path: "/srv/shop", lineEnd: "CRLF" }));
    expect(await store.outbound.get(1)).toMatchObject({
      folder: "/srv/shop",
      name: `PAYMENTS${payments?.version}_0000000001.csv`,
    });
    expect((await bytesOf(1)).toString()).toMatch(/^order_number,.*\r\nSO-1,T-1,/);
    expect((await store.search.find({ range: exactly("SO-1"), limit: 9 })).outboundAbout).toEqual([
      1,
    ]);
  });

  it("keeps encrypted files as they are delivered, and waits while a key is missing", async () => {
    using partner = new GnuPg();
    partner.makeKey("partner", "curve25519");
    const missing = join(folder, "no-such-key");
    const pgp = { recipients: [{ file: missing }], sign: null, armour: false };
    await send(reading(1), reading(2));
    expect(await compose(marketChannel({ pgp }))).toEqual({ files: 0, nextAt: null });
    const [waiting] = await store.outboundMessages.waiting({ limit: 1 });
    expect(waiting?.queueProblem).toMatch(/channel "market" cannot be encrypted: .*no-such-key/);
    now = Date.now() + 60_000;
    const key = { file: partner.exportPublic("partner") };
    await compose(marketChannel({ pgp: { ...pgp, recipients: [key] } }));
    expect((await files()).map(({ name, number }) => [name, number])).toEqual([
      ["D0010002_XSUPP_0000000001.usr.pgp", 1],
      ["D0010002_XSUPP_0000000002.usr.pgp", 2],
    ]);
    const { stdout } = partner.run(["--decrypt"], await bytesOf(2));
    expect(numbersIn(stdout, catalogue)).toEqual([2]);
    expect(await store.outboundMessages.waiting({ limit: 1 })).toEqual([]);
    expect(await store.queues.waiting()).toEqual([]);
  });

  it("goes on where it was asked to stop", async () => {
    await send(...Array.from({ length: 120 }, (_, at) => reading(at)));
    let asked = 0;
    const twice = () => {
      asked += 1;
      return asked <= 2;
    };
    const channels = [marketChannel()];
    expect(await composeWaiting({ store, catalogue, channels, now }, twice)).toMatchObject({
      files: 100,
    });
    expect(await compose(...channels)).toMatchObject({ files: 20 });
    expect((await inFiles()).flat()).toEqual(Array.from({ length: 120 }, (_, at) => at));
  });
});
