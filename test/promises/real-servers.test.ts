import { createHash } from "node:crypto";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { connect } from "../../src/channels/sftp/login/connect.ts";
import { SftpOutlet } from "../../src/channels/sftp/sftp-outlet.ts";
import { SftpSession } from "../../src/channels/sftp/sftp-session.ts";
import { outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import { deliverRound } from "../../src/outbound/deliver/deliver-round.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { isInstalled, makes, type RealServer } from "../channels/sftp/real-servers.ts";
import { startRelay } from "../channels/sftp/relay.ts";
import { composed } from "../store/conformance/outbound-files.ts";
import { goodFile } from "./flow-files.ts";
import { partnerPlace, quickInbox, recordedAs, statusOf } from "./partner-place.ts";
import { until, whileRunning } from "./workplace.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

/** Rounds until nothing is left to do; gives the state of each file. */
async function delivered({ server, disk, folder }: RealServer, count: number): Promise<string[]> {
  const base = mkdtempSync(join(tmpdir(), "busbar-real-"));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  const store = await openSqliteStore(join(base, "store.db"), { blobFolder: base });
  const session = new SftpSession(server);
  try {
    const to = { role: "X", participant: "UPCO" };
    await store.outboundMessages.send({
      identity: "one",
      outgoing: { kind: "file", flow: "D0010", to, data: {} },
    });
    const files = Array.from({ length: count }, (_, at) =>
      composed(at + 1, { folder, temporary: `.busbar-${at + 1}.part`, bytes: bytesOf(at + 1) }),
    );
    await store.outbound.record(files);
    // Our very bytes lie there already as the first, another's as the second.
    writeFileSync(join(disk, "file-1"), bytesOf(1));
    writeFileSync(join(disk, "file-2"), "another's");
    const channel = { ...outboundDefaults, name: "market", base: folder, path: folder };
    const outlet = new SftpOutlet(channel, session);
    let now = Date.now();
    for (let left = 20; left > 0; left -= 1) {
      session.resetBackoff();
      now += 3_600_000;
      const context = { store, outlet, now: () => now, onStep: () => {} };
      await deliverRound({ ...context, channel: { ...channel, keepOrder: false } }).catch(() => {});
    }
    return (await Array.fromAsync(store.outbound.list())).map(({ state }) => state);
  } finally {
    await session.end();
    await store.close();
  }
}

const bytesOf = (number: number) => Buffer.alloc(40_000 + number, `${number},`);

describe.each(makes)("$name", (make) => {
  const isTried = nightly && isInstalled(make);

  test.skipIf(!isTried)("every file of many is recorded once and taken away", async () => {
    const { server, disk, folder } = await make.start();
    const files = Array.from({ length: 60 }, (_, number) => goodFile(number));
    for (const { name, bytes } of files) writeFileSync(join(disk, name), bytes);
    const place = partnerPlace([quickInbox(server, folder)]);
    onTestFinished(() => place.remove());
    await whileRunning(place, () =>
      until("all are taken", () => readdirSync(disk).length === 0, 120_000),
    );
    expect(await recordedAs(place)).toEqual(files.map(({ name }) => `${name} recorded`).toSorted());
  });

  test.skipIf(!isTried)("every file of many arrives whole, and no other is replaced", async () => {
    const real = await make.start();
    const states = await delivered(real, 40);
    expect(states).toEqual(["delivered", "failed", ...Array(38).fill("delivered")]);
    expect(readFileSync(join(real.disk, "file-2"), "utf8")).toBe("another's");
    const hash = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
    for (const number of [1, ...Array.from({ length: 38 }, (_, at) => at + 3)])
      expect(hash(readFileSync(join(real.disk, `file-${number}`)))).toBe(hash(bytesOf(number)));
    expect(readdirSync(real.disk)).toHaveLength(40);
  });

  test.skipIf(!isTried)("a link is no file to take, however the listing tells of it", async () => {
    const { server, disk, folder } = await make.start();
    const [first, target, last] = [1, 2, 3].map((number) => goodFile(number));
    if (first === undefined || target === undefined || last === undefined) throw new Error();
    const outside = join(dirname(disk), target.name);
    writeFileSync(outside, target.bytes);
    symlinkSync(`../${target.name}`, join(disk, "link.uff"));
    symlinkSync("../gone.uff", join(disk, "dangling.uff"));
    const place = partnerPlace([quickInbox(server, folder)]);
    onTestFinished(() => place.remove());
    const links = ["dangling.uff", "link.uff"];
    const areLeft = () => readdirSync(disk).toSorted().join() === links.join();
    await whileRunning(place, async () => {
      // The second comes when the first look is over: links are looked at several times.
      for (const { name, bytes } of [first, last]) {
        writeFileSync(join(disk, name), bytes);
        await until(`${name} is taken`, areLeft, 60_000);
      }
    });
    const names = [first, last].map(({ name }) => `${name} recorded`);
    expect(await recordedAs(place)).toEqual(names.toSorted());
    expect(readFileSync(outside).equals(target.bytes)).toBe(true);
    expect(readdirSync(disk).toSorted()).toEqual(links);
  });

  // Whose server runs as root, as Erlang's does here, is refused nothing.
  const mayRefuse = isTried && make.name !== "Erlang/OTP";
  test.skipIf(!mayRefuse)("a refused claim that goes away is forgotten, in peace", async () => {
    const { server, disk, folder } = await make.start();
    const taking = join(dirname(disk), "taking");
    mkdirSync(taking);
    chmodSync(taking, 0o555);
    const relay = await startRelay(server.port);
    const claim = join(dirname(folder), "taking");
    const settings = { claim, pollMs: 60_000 };
    const place = partnerPlace([
      quickInbox({ ...server, port: relay.port }, folder, { ...settings, steadyMs: 0 }),
    ]);
    onTestFinished(() => place.remove());
    const { name, bytes } = goodFile(1);
    writeFileSync(join(disk, name), bytes);
    const troubled = () => statusOf(place)?.troubled.count ?? 0;
    await whileRunning(place, async () => {
      await until("the claim is refused", () => troubled() === 1, 60_000);
      rmSync(join(disk, name));
      await until("the trouble is over", () => troubled() === 0, 60_000);
      const before = relay.pieces;
      await setTimeout(3_000);
      // One look has about ten requests; looks without a pause have thousands.
      expect(relay.pieces - before).toBeLessThan(60);
    });
    expect(await recordedAs(place)).toEqual([]);
  });
});

const erlang = makes.find(({ name }) => name === "Erlang/OTP");

test.skipIf(!nightly || erlang === undefined || !isInstalled(erlang))(
  "a folder whose names come in one answer that is too large says what to do",
  async () => {
    const real = await erlang?.start();
    if (real === undefined) throw new Error("no server");
    for (let number = 0; number < 5_000; number += 1)
      writeFileSync(join(real.disk, `a-name-as-long-as-partners-make-them-${number}.uff`), "");
    const link = await connect(real.server);
    const listed = Array.fromAsync(link.list(real.folder));
    await expect(listed).rejects.toThrow(
      /an answer of \d+ bytes.*ask the partner to move files out/s,
    );
    await link.end();
  },
);
