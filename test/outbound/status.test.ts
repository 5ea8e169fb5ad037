import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { LineageTracer } from "../../src/app/lineage/lineage-tracer.ts";
import { halfHourlyResponseCodes } from "../../src/catalogue/half-hourly/response-codes.ts";
import { usualPackedLimits } from "../../src/config/unpack.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { reprocess } from "../../src/intake/file/reprocess.ts";
import type { PlatformStatus } from "../../src/outbound/answer/platform-status.ts";
import { sendStatuses } from "../../src/outbound/answer/status-files.ts";
import { composeWaiting } from "../../src/outbound/compose/compose-waiting.ts";
import type { Store } from "../../src/store/port/store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";
import { type MessageWish, platformMessage } from "../formats/json-event/platform-message.ts";
import { madeZip } from "../packed/made-zip.ts";
import { marketChannel } from "./readings.ts";

const catalogue = loadCatalogue();
const fileName = "{flow}_{toParticipant}_{number:10}.{extension}";
const channels = [marketChannel({ name: "answers", from: null, path: "/srv/out", fileName })];
const statusTo = new Map([["ingest", "answers"]]);
const lateMs = 90_000_000;

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = temporaryFolder();
  store = await openSqliteStore(join(folder, "store.db"), { blobFolder: folder });
  onTestFinished(() => store.close());
  await tell();
});

const context = (members = usualPackedLimits.members) =>
  recordingContext({
    store,
    catalogue,
    blobs: folder,
    largeFileBytes: 8 << 20,
    live: true,
    packed: { limits: { ...usualPackedLimits, members }, pgpOf: () => null },
  });

async function take(name: string, content: string | Buffer, members?: number): Promise<void> {
  const path = join(folder, name);
  writeFileSync(path, content);
  await Array.fromAsync(ingestFiles(context(members), [], [path]));
}
const array = (...wishes: readonly MessageWish[]) =>
  take("day.json", JSON.stringify(wishes.map(platformMessage)));

/** Sends what is due, and gives what the status files say that were not there before. */
async function tell(now = Date.now(), by = channels): Promise<PlatformStatus[]> {
  const before = (await Array.fromAsync(store.outbound.list())).length;
  await sendStatuses({ store, statusTo, now });
  await composeWaiting({ store, catalogue, channels: by, now });
  expect(await store.outboundMessages.waiting({ limit: 9 })).toEqual([]);
  const files = (await Array.fromAsync(store.outbound.list())).toSorted((a, b) => a.id - b.id);
  return Promise.all(
    files.slice(before).map(async ({ id }) => {
      const text = Buffer.from(await store.outbound.bytes(id)).toString();
      expect(text.endsWith("}\n")).toBe(true);
      return JSON.parse(text) as PlatformStatus;
    }),
  );
}

/** A status in short: `207 1: RCP0000 recorded, RCP1006 duplicate`. */
function short({ status, number, messageArray }: PlatformStatus): string {
  const each = messageArray.map(({ message, state }) => `${message.slice(0, 7)} ${state}`);
  return `${status} ${number}: ${each.join(", ")}`;
}
const told = async (now?: number) => (await tell(now)).map(short);

describe("an array of messages", () => {
  it("is reported once, with a verdict on each message, in the platform's members", async () => {
    await array({ reference: "one" }, { reference: "two", transactionID: "T-2" });
    const [status, ...others] = await tell();
    expect(others).toEqual([]);
    expect(status).toMatchObject({
      status: 201,
      number: 1,
      file: { id: 1, name: "day.json" },
      problem: null,
    });
    expect(status?.messageArray[1]).toEqual({
      element: 2,
      senderUniqueReference: "two",
      transactionID: "T-2",
      correlationID: null,
      sentTimestamp: "2026-06-10T11:15:30+01:00",
      senderID: "7700000001",
      recipientID: "8800000001",
      DIPConnectionProviderID: null,
      serviceTicketURL: null,
      message: `RCP0000 - ${halfHourlyResponseCodes.RCP0000}`,
      help: null,
      accepted: true,
      file: 3,
      state: "recorded",
    });
    expect(await told()).toEqual([]);
    expect(await store.outbound.get(1)).toMatchObject({
      name: "MHHS-STATUS_7700000001_0000000001.json",
      channel: "answers",
    });
  });

  it("is reported in a file of the same plain name where its channel names none", async () => {
    await array({ reference: "one" });
    await tell(Date.now(), [marketChannel({ name: "answers", from: null, path: "/srv/out" })]);
    expect((await store.outbound.get(1))?.name).toBe("MHHS-STATUS_7700000001_0000000001.json");
  });

  it("is answered 207 where some messages are taken and 400 where none is", async () => {
    await array({ reference: "one" });
    await array(
      { reference: "one", replay: true },
      { reference: "one", reading: "7" },
      { reference: "two", environment: "SIT" },
      { reference: "three", without: "CommonBlock" },
      { reference: "four", interfaceID: "IF-021" },
      { reference: "five", mpan: "9900012045007" },
      { reference: "" },
      { reference: "six", eventCode: "[ReadingXYZ]" },
      { reference: "seven", interfaceID: "IF-099" },
    );
    expect(await told()).toEqual([
      "201 1: RCP0000 recorded",
      "207 1: RCP0000 duplicate, RCP1006 conflict, RCP1022 awaiting-release, RCP1001 rejected, RCP1001 rejected, RCP1061 invalid, RCP1006 invalid, RCP1003 invalid, RCP1001 rejected",
    ]);
    await array({ reference: "one", reading: "8" }, { reference: "three", without: "CommonBlock" });
    expect(await told()).toEqual(["400 1: RCP1006 conflict, RCP1001 rejected"]);
  });

  it("that comes again is answered again: its messages came before, unless they are replays", async () => {
    const wishes = [{ reference: "one" }, { reference: "two", replay: true }];
    await array(...wishes);
    await array(...wishes);
    expect(await told()).toEqual([
      "201 1: RCP0000 recorded, RCP0000 recorded",
      "207 1: RCP1006 duplicate, RCP0000 duplicate",
    ]);
  });

  it("with a replay of a message that waits reports what became of that, and the replay is not lost", async () => {
    const wrong = { mpan: "9900012045007" };
    await array({ reference: "one", ...wrong }, { reference: "two", environment: "SIT" });
    await array(
      { reference: "one", replay: true },
      { reference: "two", environment: "SIT", replay: true },
    );
    const same = { reference: "three", replay: true, ...wrong };
    await array(same);
    await array(same);
    await array(same, same);
    await array({ reference: "one", reading: "7" }, { reference: "four", replay: true });
    await array({ reference: "four", replay: true, reading: "8" });
    expect(await told()).toEqual([
      "400 1: RCP1061 invalid, RCP1022 awaiting-release",
      "400 1: RCP1061 conflict, RCP1022 conflict",
      "400 1: RCP1061 invalid",
      "400 1: RCP1061 duplicate",
      "400 1: RCP1061 duplicate, RCP1061 duplicate",
      "207 1: RCP1006 conflict, RCP0000 recorded",
      "400 1: RCP1006 conflict",
    ]);
    await store.files.decide({
      file: 5,
      decision: "replace",
      actor: "ann",
      reason: "it mends the first",
    });
    expect(await told()).toEqual([
      "207 2: RCP0000 recorded, RCP1022 conflict",
      "400 2: RCP1063 withdrawn, RCP1022 awaiting-release",
    ]);
  });

  it("tells its sender what is wrong, and not what we could do or ask", async () => {
    await array(
      { reference: "one" },
      { reference: "two", interfaceID: "IF-021" },
      { reference: "three", mpan: "9900012045007" },
      { reference: "four", eventCode: "[ReadingXYZ]" },
    );
    const [status] = await tell();
    const help = status?.messageArray.map((one) => one.help ?? "") ?? [];
    expect(help[1]).toMatch(/^The message is of IF-021, .* either is of one interface\.$/);
    expect(help[2]).toMatch(/^CommonBlock\.M0\.MPANCore is "9900012045007", which .* mistyped\.$/);
    expect(help[3]).toMatch(
      /^CommonBlock\.S0\.eventCode is "\[ReadingXYZ\]", and can only be .*\]\.$/,
    );
    expect(help.join(" ")).not.toMatch(/ask the sender|busbar|setting/i);
  });

  it("is answered line by line where each message is a line", async () => {
    const [one, two] = ["one", "two"].map((reference) =>
      JSON.stringify(platformMessage({ reference })),
    );
    await take("lines.json", `${one}\n\njunk\n${two}\n`);
    const [status] = await tell();
    expect(status?.status).toBe(207);
    expect(
      status?.messageArray.map((said) => [
        said.element,
        said.senderUniqueReference,
        said.file,
        said.state,
      ]),
    ).toEqual([
      [1, "one", 2, "recorded"],
      [2, null, 3, "rejected"],
      [3, "two", 4, "recorded"],
    ]);
  });

  it("that is no JSON is answered 400, with what is wrong and no message", async () => {
    await take("cut.json", '[{"payload":{"CommonBlock":{}}},{"pay');
    const [status] = await tell();
    expect(status).toMatchObject({ status: 400, messageArray: [] });
    expect(status?.problem).toMatch(/the file ends where .* expected\.$/);
  });

  it.each([
    [
      "a message that is cut off",
      '{"payload":{"CommonBlock":{"S0":{"interf',
      /the file ends where/,
    ],
    ["JSON that is no message", '{"meters":[]}', /./],
    ["an array without a message", "[]", /empty list/],
    ["nothing", "", /./],
    ["too much", `{"a":"${"x".repeat(9 << 20)}"}`, /has more than 8 MiB/],
  ])(
    "but %s is answered 400 as a file, without what only we could do",
    async (_, content, wrong) => {
      await take("broken.json", content);
      const [status, ...others] = await tell();
      expect(others).toEqual([]);
      expect(status).toMatchObject({
        status: 400,
        file: { name: "broken.json" },
        messageArray: [],
      });
      expect(status?.problem).toMatch(wrong);
      expect(status?.problem).not.toMatch(/ask the sender|busbar|catalogue/i);
      expect(await told()).toEqual([]);
    },
  );

  it("and a broken file of another kind is not", async () => {
    await take("cut.uff", "ZHV|0000000001|D0010002|D|ABCD|X|WX\n");
    expect(await told()).toEqual([]);
  });

  it("that is in an archive is reported, and so is a message alone; what is in an array is not, nor other files", async () => {
    const bytes = Buffer.from(JSON.stringify([platformMessage({ reference: "one" })]));
    await take("c.zip", madeZip([{ name: "a.json", bytes }]));
    await take("b.json", JSON.stringify(platformMessage({ reference: "two" })));
    await take("css.json", '[{"eventType":"RegistrationPendingNotification"}]');
    expect(await told()).toEqual(["201 1: RCP0000 recorded", "201 1: RCP0000 recorded"]);
  });

  it("leads to what was said of it, and that back to it", async () => {
    await array({ reference: "one" }, { reference: "two" });
    await tell();
    const story = (noun: "file" | "outbound") =>
      new LineageTracer(store, { moment: String, event: String }).tell(noun, 1);
    const items = (await story("file"))?.ledTo.map(({ item }) => item.text);
    expect(items).toEqual(["file 2", "file 3", "outbound 1"]);
    expect((await story("outbound"))?.because).toMatchObject([{ item: { text: "file 1" } }]);
    expect(await store.outbound.messages(1)).toMatchObject([{ answers: 1, action: null }]);
  });

  it("is not reported a day later, nor where its channel names nobody", async () => {
    await array({ reference: "one" });
    expect(await told(Date.now() + lateMs)).toEqual([]);
    await array({ reference: "two" });
    await sendStatuses({ store, statusTo: new Map([["other", "answers"]]), now: Date.now() });
    expect(await told()).toEqual([]);
  });
});

describe("what was said of an array", () => {
  it("is said anew once a message is released, and not otherwise", async () => {
    await array({ reference: "one" }, { reference: "two", environment: "SIT" });
    expect(await told()).toEqual(["207 1: RCP0000 recorded, RCP1022 awaiting-release"]);
    await reprocess(context(), [], 2);
    expect(await told()).toEqual([]);
    await store.files.release({ file: 3, actor: "ann", reason: "live all the same" });
    expect(await told(Date.now() + lateMs)).toEqual(["201 2: RCP0000 recorded, RCP0000 recorded"]);
    await reprocess(context(), [], 3);
    expect(await told()).toEqual([]);
    const names = (await Array.fromAsync(store.outbound.list())).map(({ name }) => name);
    expect(names.toSorted()).toEqual([
      "MHHS-STATUS_7700000001_0000000001.json",
      "MHHS-STATUS_7700000001_0000000002.json",
    ]);
  });

  it("is said anew once a refused message or array is read again and taken", async () => {
    await array({ reference: "one" }, { reference: "two", interfaceID: "IF-021" });
    expect(await told()).toEqual(["207 1: RCP0000 recorded, RCP1001 rejected"]);
    await reprocess(context(), [], 3);
    expect(await told()).toEqual([expect.stringMatching(/^20[17] 2: RCP0000 recorded, RCP\d+ /)]);
    const many = [1, 2, 3].map((at) => platformMessage({ reference: `many-${at}` }));
    await take("many.json", JSON.stringify(many), 2);
    expect(await told()).toEqual(["400 1: "]);
    await reprocess(context(), [], 4);
    expect(await told()).toEqual(["201 2: RCP0000 recorded, RCP0000 recorded, RCP0000 recorded"]);
  });

  it("is said anew when a conflict is decided, of both arrays, each time", async () => {
    await array({ reference: "one" });
    await array({ reference: "one", reading: "7" });
    expect(await told()).toEqual(["201 1: RCP0000 recorded", "400 1: RCP1006 conflict"]);
    await store.files.decide({ file: 4, decision: "replace", actor: "ann", reason: "corrected" });
    expect(await told()).toEqual(["201 2: RCP0000 recorded", "400 2: RCP1063 withdrawn"]);
    await store.files.decide({
      file: 4,
      decision: "keep-first",
      actor: "ann",
      reason: "it was right",
    });
    expect(await told()).toEqual(["400 3: RCP1063 withdrawn", "201 3: RCP0000 recorded"]);
  });

  it("is said once, wherever the work breaks off", async () => {
    await array({ reference: "one" });
    const statuses = {
      ...store.statuses,
      done: () => Promise.reject(new Error("no room")),
    };
    const broken = { ...store, statuses };
    const now = Date.now();
    await expect(sendStatuses({ store: broken, statusTo, now })).rejects.toThrow("no room");
    await expect(sendStatuses({ store: broken, statusTo, now })).rejects.toThrow("no room");
    expect(await told()).toEqual(["201 1: RCP0000 recorded"]);
  });

  it("holds up nothing where the bytes of another file are gone", async () => {
    const lost = JSON.stringify([platformMessage({ reference: "lost" })]);
    writeFileSync(join(folder, "lost.json"), lost);
    const parts = { ...context(), largeFileBytes: 100 };
    await Array.fromAsync(ingestFiles(parts, [], [join(folder, "lost.json")]));
    await array({ reference: "one" });
    const hash = (await store.files.get(1))?.hash ?? "";
    rmSync(join(folder, hash.slice(0, 2), hash));
    const unreadable: number[] = [];
    const onUnreadable = (file: number) => void unreadable.push(file);
    await sendStatuses({ store, statusTo, now: Date.now(), onUnreadable });
    expect(unreadable).toContain(1);
    expect(await told()).toEqual(["201 1: RCP0000 recorded"]);
  });

  it("of what came before anybody was to be notified is not reported", async () => {
    const own = await openSqliteStore(join(folder, "other.db"), { blobFolder: folder });
    onTestFinished(() => own.close());
    const path = join(folder, "early.json");
    writeFileSync(path, JSON.stringify([platformMessage({ reference: "one" })]));
    await Array.fromAsync(ingestFiles({ ...context(), store: own }, [], [path]));
    const now = Date.now();
    expect(await sendStatuses({ store: own, statusTo, now })).toBe(0);
    await reprocess({ ...context(), store: own }, [], 2);
    expect(await sendStatuses({ store: own, statusTo, now })).toBe(0);
  });
});
