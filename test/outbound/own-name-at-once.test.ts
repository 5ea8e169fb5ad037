import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ChannelError } from "../../src/channels/channel-error.ts";
import { SftpOutlet } from "../../src/channels/sftp/sftp-outlet.ts";
import { SftpSession } from "../../src/channels/sftp/sftp-session.ts";
import { outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import type { SftpServer } from "../../src/config/channel/sftp-server.ts";
import { deliverRound } from "../../src/outbound/deliver/deliver-round.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { startOddServer } from "../channels/sftp/odd-server.ts";
import { startSshd } from "../channels/sftp/sshd.ts";
import { composed } from "../store/conformance/outbound-files.ts";

/** What a file of that number holds: several pieces, no two files alike. */
const bytesOf = (number: number) => Buffer.alloc(100_000, `${number},`);

/** Files that are written under their own names, and rounds that deliver them to a folder at a server. */
async function scene(server: SftpServer, folder: string, count: number) {
  const base = mkdtempSync(join(tmpdir(), "busbar-own-name-"));
  const store = await openSqliteStore(join(base, "store.db"), { blobFolder: base });
  const session = new SftpSession(server);
  onTestFinished(async () => {
    await session.end();
    await store.close();
    rmSync(base, { recursive: true, force: true });
  });
  const to = { role: "X", participant: "UPCO" };
  await store.outboundMessages.send({
    identity: "one",
    outgoing: { kind: "file", flow: "D0010", to, data: {} },
  });
  await store.outbound.record(
    Array.from({ length: count }, (_, at) =>
      composed(at + 1, { folder, temporary: `file-${at + 1}`, bytes: bytesOf(at + 1) }),
    ),
  );
  const channel = { ...outboundDefaults, name: "market", base: folder, path: folder };
  const outlet = new SftpOutlet(channel, session);
  let now = Date.now();
  const round = async (): Promise<string | null> => {
    session.resetBackoff();
    now += 3_600_000;
    const context = { store, channel, outlet, now: () => now, onStep: () => {} };
    try {
      await deliverRound(context);
      return null;
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      return error.message;
    }
  };
  const states = async () =>
    (await Array.fromAsync(store.outbound.list())).map(({ state }) => state);
  return { store, round, states };
}

test("where a server renames nothing, files are written under their own names, in order", async () => {
  const sshd = await startSshd({}, ["rename", "posix-rename"]);
  const { round, states } = await scene(sshd.server, sshd.folder, 3);
  expect(await round()).toBeNull();
  expect(await states()).toEqual(["delivered", "delivered", "delivered"]);
  for (const number of [1, 2, 3])
    expect(readFileSync(join(sshd.folder, `file-${number}`))).toEqual(bytesOf(number));
});

test("what a break left of a file is written anew, and those behind it wait", async () => {
  const { server, folder, odd } = await startOddServer();
  const { round, states } = await scene(server, folder, 3);
  let writes = 0;
  odd.answer = (operation, path) => {
    if (operation !== "write" || !path.endsWith("file-2")) return undefined;
    writes += 1;
    return writes === 2 ? { hangUp: true } : undefined;
  };
  expect(await round()).toContain("file-2 (number 2)");
  expect(await states()).toEqual(["delivered", "uploaded", "ready"]);
  expect(existsSync(join(folder, "file-3"))).toBe(false);
  await round();
  await round();
  expect(await states()).toEqual(["delivered", "delivered", "delivered"]);
  expect(readFileSync(join(folder, "file-2"))).toEqual(bytesOf(2));
});

test("what a break left and somebody took is not written again automatically", async () => {
  const { server, folder, odd } = await startOddServer();
  const { store, round, states } = await scene(server, folder, 2);
  odd.answer = (operation, path) =>
    operation === "write" && path.endsWith("file-1") ? { hangUp: true } : undefined;
  await round();
  delete odd.answer;
  rmSync(join(folder, "file-1"));
  await round();
  expect(await states()).toEqual(["unknown", "ready"]);
  expect((await store.outbound.get(1))?.problem).toContain("somebody may have taken it");
  expect(readdirSync(folder)).toEqual([]);
});

test("a refusal leaves nothing there that could be taken for the whole, and is tried again", async () => {
  const { server, folder, odd } = await startOddServer();
  const { round, states } = await scene(server, folder, 1);
  odd.answer = (operation) => (operation === "write" ? { status: 4 } : undefined);
  await round();
  expect(readdirSync(folder)).toEqual([]);
  expect(await states()).toEqual(["ready"]);
  odd.answer = (operation) => (operation === "open" ? { status: 3 } : undefined);
  expect(await round()).toContain("may not");
  expect(await states()).toEqual(["ready"]);
  delete odd.answer;
  await round();
  expect(await states()).toEqual(["delivered"]);
});

test("another's file of that name is never replaced, be it shorter or not", async () => {
  const { server, folder } = await startOddServer();
  const { round, states } = await scene(server, folder, 1);
  writeFileSync(join(folder, "file-1"), "another's");
  await round();
  expect(await states()).toEqual(["failed"]);
  expect(readFileSync(join(folder, "file-1"), "utf8")).toBe("another's");
});
