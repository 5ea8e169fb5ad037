import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ssh2 from "ssh2";
import { describe, expect, it, onTestFinished } from "vitest";
import type { OutgoingFile } from "../../../src/channels/outlet.ts";
import { checkSftpOutlet } from "../../../src/channels/sftp/check-outlet.ts";
import { requestError } from "../../../src/channels/sftp/sftp-error.ts";
import { SftpOutlet } from "../../../src/channels/sftp/sftp-outlet.ts";
import { SftpSession } from "../../../src/channels/sftp/sftp-session.ts";
import {
  type OutboundSftp,
  outboundDefaults,
} from "../../../src/config/channel/outbound-channel.ts";
import type { SftpServer } from "../../../src/config/channel/sftp-server.ts";
import { mayMount, SmallDisk } from "../../store/sqlite/small-disk.ts";
import { type OddAnswer, startOddServer } from "./odd-server.ts";
import { startSshd } from "./sshd.ts";

const { STATUS_CODE } = ssh2.utils.sftp;

function outletTo(server: SftpServer, base: string): SftpOutlet {
  const session = new SftpSession(server);
  onTestFinished(() => session.end());
  return new SftpOutlet({ name: "partner", base }, session);
}

function outgoingIn(folder: string, bytes: Uint8Array, name = "file-1"): OutgoingFile {
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { folder, name, temporary: `.busbar-${name}.part`, sizeBytes: bytes.byteLength, hash };
}

const small = Buffer.from("ZHV|1|\nZPT|1|\n");

describe("a folder at an SFTP server that files are put into", () => {
  it("can be checked for all that delivering takes, and is left as it was", async () => {
    const sshd = await startSshd();
    const outbound = (base: string): OutboundSftp => ({
      ...outboundDefaults,
      name: "partner",
      kind: "sftp",
      direction: "out",
      server: sshd.server,
      path: base,
      base,
    });
    const good = await checkSftpOutlet(outbound(sshd.folder));
    expect(good.checks.map(({ what, outcome }) => `${what} ${outcome}`)).toEqual([
      "connect works",
      "write works",
      "rename works",
      "delete works",
    ]);
    expect(readdirSync(sshd.folder)).toEqual([]);
    const away = await checkSftpOutlet(outbound(`${sshd.folder}/away`));
    expect(away.checks.slice(1)).toMatchObject([
      { what: "write", outcome: "fails", detail: expect.stringContaining("is not at") },
      { what: "rename", outcome: "untried" },
      { what: "delete", outcome: "untried" },
    ]);
    chmodSync(sshd.folder, 0o555);
    const closed = await checkSftpOutlet(outbound(sshd.folder));
    expect(closed.checks[1]?.detail).toMatch(/ may not\. Ask the partner to give .*\)$/);
    await sshd.stop();
    const down = await checkSftpOutlet(outbound(sshd.folder));
    expect(down.isGood).toBe(false);
  });

  it.each([
    [["fstat"], null],
    [["lstat"], null],
    [["fstat", "lstat", "stat"], "does not tell attributes"],
  ] as const)(
    "gets them from a server that refuses %j, and says what is not known",
    async (refused, untold) => {
      const { server, folder } = await startSshd({}, refused);
      const outlet = outletTo(server, folder);
      const outgoing = outgoingIn(folder, small);
      await outlet.reach();
      const { now, note } = await outlet.write(outgoing, small);
      expect(now).toBe("there");
      if (untold === null) expect(note).toBeNull();
      else expect(note).toContain(untold);
      expect(await outlet.publish(outgoing)).toBe("named");
      expect(await outlet.look(outgoing)).toBe("named");
      expect(readFileSync(join(folder, "file-1")).equals(small)).toBe(true);
      const list = await checkSftpOutlet({
        ...outboundDefaults,
        name: "partner",
        kind: "sftp",
        direction: "out",
        server,
        path: folder,
        base: folder,
      });
      expect(list.isGood).toBe(true);
      expect(list.checks[1]?.detail).toContain(untold ?? "its size is right");
      expect(readdirSync(folder)).toEqual(["file-1"]);
    },
  );

  it("gets them whole under a temporary name, then under their own", async () => {
    const { server, folder } = await startSshd();
    const outlet = outletTo(server, folder);
    const large = randomBytes(1_500_000);
    const outgoing = outgoingIn(folder, large);
    expect(await outlet.look(outgoing)).toBe("gone");
    await outlet.write(outgoing, large);
    expect(readdirSync(folder)).toEqual([".busbar-file-1.part"]);
    expect(await outlet.look(outgoing)).toBe("temporary");
    expect(await outlet.publish(outgoing)).toBe("named");
    expect(readdirSync(folder)).toEqual(["file-1"]);
    expect(readFileSync(join(folder, "file-1")).equals(large)).toBe(true);
    expect(await outlet.look(outgoing)).toBe("named");
  });

  it("takes an empty file, and many at once", async () => {
    const { server, folder } = await startSshd();
    const outlet = outletTo(server, folder);
    const outgoingFiles = Array.from({ length: 40 }, (_, at) =>
      outgoingIn(folder, small.subarray(0, at % 2 === 0 ? 0 : 14), `file-${at}`),
    );
    await Promise.all(
      outgoingFiles.map((outgoing) =>
        outlet.write(outgoing, small.subarray(0, outgoing.sizeBytes)),
      ),
    );
    for (const outgoing of outgoingFiles) expect(await outlet.publish(outgoing)).toBe("named");
    expect(readdirSync(folder)).toHaveLength(40);
    for (const outgoing of outgoingFiles) expect(await outlet.look(outgoing)).toBe("named");
  });

  it("never replaces another's file, and knows it from ours", async () => {
    const { server, folder } = await startSshd();
    const outlet = outletTo(server, folder);
    const outgoing = outgoingIn(folder, small);
    writeFileSync(join(folder, "file-1"), "ZHV|2|\nZPT|2|\n");
    await outlet.write(outgoing, small);
    expect(await outlet.publish(outgoing)).toBe("taken");
    expect(await outlet.look(outgoing)).toBe("taken");
    await outlet.removeTemporary(outgoing);
    await outlet.removeTemporary(outgoing);
    expect(await outlet.look(outgoing)).toBe("taken");
    expect(readFileSync(join(folder, "file-1"), "utf8")).toBe("ZHV|2|\nZPT|2|\n");
  });

  it("is written to anew over what an earlier try left", async () => {
    const { server, folder } = await startSshd();
    const outlet = outletTo(server, folder);
    const outgoing = outgoingIn(folder, small);
    await outlet.write(outgoing, Buffer.from("half of something else that is longer"));
    await outlet.write(outgoing, small);
    expect(readFileSync(join(folder, outgoing.temporary)).equals(small)).toBe(true);
  });

  it("has the folders below the one that must be there made", async () => {
    const { server, folder } = await startSshd();
    const outgoingFiles = [1, 2, 3].map((at) =>
      outgoingIn(`${folder}/UDMS/D0155`, small, `file-${at}`),
    );
    const outlet = outletTo(server, folder);
    await Promise.all(outgoingFiles.map((outgoing) => outlet.write(outgoing, small)));
    expect(readdirSync(join(folder, "UDMS", "D0155"))).toHaveLength(3);
    const elsewhere = outletTo(server, `${folder}/away`);
    await expect(elsewhere.write(outgoingIn(`${folder}/away/x`, small), small)).rejects.toThrow(
      /The folder .*away of channel "partner" is not at 127\.0\.0\.1/,
    );
  });

  it("writes into another folder first where the channel says so", async () => {
    const sshd = await startSshd();
    const outlet = outletTo(sshd.server, sshd.folder);
    const folder = `${sshd.folder}/UDMS`;
    const outgoing = { ...outgoingIn(folder, small), temporary: "../temp/one" };
    await outlet.write(outgoing, small);
    expect(readdirSync(join(sshd.folder, "temp"))).toEqual(["one"]);
    expect(readdirSync(folder)).toEqual([]);
    expect(await outlet.publish(outgoing)).toBe("named");
    expect(readdirSync(folder)).toEqual(["file-1"]);
    const elsewhere = { ...outgoingIn(folder, small), temporary: "/away/one" };
    await expect(outlet.write(elsewhere, small)).rejects.toThrow(/correct "temporary"/);
  });

  it("tells trouble of the server from trouble of one file", async () => {
    const sshd = await startSshd();
    const outlet = outletTo(sshd.server, sshd.folder);
    const barred = sshd.makeFolder("drop/barred");
    chmodSync(barred, 0o555);
    const denied = outlet.write(outgoingIn(barred, small), small);
    await expect(denied).rejects.toMatchObject({ name: "SftpError", code: "denied" });
    await expect(outlet.reach()).resolves.toBeUndefined();
    chmodSync(sshd.folder, 0o555);
    const all = outlet.write(outgoingIn(sshd.folder, small), small);
    await expect(all).rejects.toMatchObject({
      name: "ChannelError",
      message: expect.stringMatching(
        /^Nothing can be put into .*drop of channel "partner" at 127.* may not\. Ask the partner to give this user the right/,
      ),
    });
    chmodSync(sshd.folder, 0o755);
    await sshd.stop();
    await expect
      .poll(() => outlet.reach().catch((error: Error) => error.name))
      .toBe("ChannelError");
    const lost = outlet.write(outgoingIn(sshd.folder, small), small);
    await expect(lost).rejects.toMatchObject({ name: "ChannelError" });
    await expect(outletTo(sshd.server, sshd.folder).reach()).rejects.toThrow(
      /is the server up, and the port right\?$/,
    );
  });

  it.runIf(mayMount())("says that its disk is full", async () => {
    const sshd = await startSshd();
    using disk = new SmallDisk(256);
    chmodSync(disk.path, 0o777);
    const outlet = outletTo(sshd.server, disk.path);
    const large = randomBytes(400_000);
    const outgoing = outgoingIn(disk.path, large);
    await expect(outlet.write(outgoing, large)).rejects.toThrow(/the disk of .* is full/);
    await outlet.removeTemporary(outgoing);
    disk.grow(2_048);
    await outlet.write(outgoing, large);
    expect(await outlet.publish(outgoing)).toBe("named");
  });

  it.runIf(mayMount())("says that its disk takes nothing", async () => {
    const sshd = await startSshd();
    using disk = new SmallDisk(256);
    chmodSync(disk.path, 0o777);
    disk.makeReadOnly();
    const outlet = outletTo(sshd.server, disk.path);
    await expect(outlet.write(outgoingIn(disk.path, small), small)).rejects.toMatchObject({
      name: "ChannelError",
      message: expect.stringContaining("its disk takes nothing"),
    });
  });

  it.each([
    ["No space left on device", "is full. Ask the partner to make room"],
    ["Disk quota exceeded", "is full. Ask the partner to make room"],
    ["Read-only file system", "takes nothing. Ask the partner to mount it for writing"],
  ])("knows what a server means that answers a write with %s", async (message, words) => {
    const odd = await startOddServer();
    const outlet = outletTo(odd.server, odd.folder);
    odd.odd.answer = (operation) =>
      operation === "write" ? { status: STATUS_CODE.FAILURE, message } : undefined;
    await expect(outlet.write(outgoingIn(odd.folder, small), small)).rejects.toMatchObject({
      name: "ChannelError",
      message: expect.stringContaining(words),
    });
  });

  it.each([
    [12, "read-only"],
    [14, "full"],
    [15, "full"],
  ])("knows the status %i of later versions of the protocol", (code, meant) => {
    expect(requestError("write", Object.assign(new Error("Failure"), { code })).code).toBe(meant);
  });

  it("believes what it sees, not what a server says of a rename that it did", async () => {
    const odd = await startOddServer();
    const outlet = outletTo(odd.server, odd.folder);
    const outgoing = outgoingIn(odd.folder, small);
    await outlet.write(outgoing, small);
    odd.odd.answer = onRename({ status: STATUS_CODE.FAILURE, done: true });
    expect(await outlet.publish(outgoing)).toBe("named");
    expect(readdirSync(odd.folder)).toEqual(["file-1"]);
  });

  it("looks after a rename that was done before the connection broke", async () => {
    const odd = await startOddServer();
    const outlet = outletTo(odd.server, odd.folder);
    const outgoing = outgoingIn(odd.folder, small);
    await outlet.write(outgoing, small);
    odd.odd.answer = onRename({ hangUp: true });
    await expect(outlet.publish(outgoing)).rejects.toMatchObject({ name: "ChannelError" });
    delete odd.odd.answer;
    await expect
      .poll(() => outlet.look(outgoing).catch(() => null), { timeout: 60_000 })
      .toBe("named");
  });

  it("keeps a file that cannot be renamed under its temporary name", async () => {
    const odd = await startOddServer();
    const outlet = outletTo(odd.server, odd.folder);
    const outgoing = outgoingIn(odd.folder, small);
    await outlet.write(outgoing, small);
    odd.odd.answer = onRename({ status: STATUS_CODE.FAILURE });
    await expect(outlet.publish(outgoing)).rejects.toMatchObject({ code: "failed" });
    expect(await outlet.look(outgoing)).toBe("temporary");
  });

  it("takes a file of the right size for ours where nobody may read what was put there", async () => {
    const odd = await startOddServer();
    const outlet = outletTo(odd.server, odd.folder);
    const outgoing = outgoingIn(odd.folder, small);
    await outlet.write(outgoing, small);
    await outlet.publish(outgoing);
    odd.odd.answer = (operation) =>
      operation === "open" ? { status: STATUS_CODE.PERMISSION_DENIED } : undefined;
    expect(await outlet.look(outgoing)).toBe("named");
    expect(await outlet.look({ ...outgoing, sizeBytes: 3 })).toBe("taken");
  });

  it("knows that it may not write there from an answer to closing that only says so in words", async () => {
    const odd = await startOddServer({
      answer: (operation) =>
        operation === "close"
          ? { status: STATUS_CODE.FAILURE, message: "open /srv/x: permission denied" }
          : undefined,
    });
    const outgoing = outgoingIn(odd.folder, small);
    await expect(outletTo(odd.server, odd.folder).write(outgoing, small)).rejects.toMatchObject({
      name: "ChannelError",
      message: expect.stringMatching(/may not\. Ask the partner/),
    });
  });

  it("asks for the size by name once a file is closed, whatever was reported of its handle", async () => {
    let asked = "";
    const odd = await startOddServer({
      answer: (operation) => {
        asked = operation;
        return undefined;
      },
      attributes: (_path, real) => (asked === "lstat" ? { ...real, size: 3 } : real),
    });
    const outgoing = outgoingIn(odd.folder, small);
    await expect(outletTo(odd.server, odd.folder).write(outgoing, small)).rejects.toThrow(
      "has 3 bytes at the server",
    );
    expect(odd.asked.slice(-2)).toEqual([
      `close ${odd.folder}/${outgoing.temporary}`,
      `lstat ${odd.folder}/${outgoing.temporary}`,
    ]);
  });

  it("says of what was acknowledged and is there no more that it is gone", async () => {
    const odd = await startOddServer();
    const outlet = outletTo(odd.server, odd.folder);
    const outgoing = outgoingIn(odd.folder, small);
    const path = join(odd.folder, outgoing.temporary);
    odd.odd.answer = (operation) => {
      if (operation === "lstat") rmSync(path, { force: true });
      return undefined;
    };
    expect(await outlet.write(outgoing, small)).toMatchObject({ now: "gone" });
    delete odd.odd.answer;
    await outlet.write(outgoing, small);
    rmSync(path);
    expect(await outlet.publish(outgoing)).toBe("gone");
    expect(await outlet.removeTemporary(outgoing)).toBe(false);
  });

  it("takes our very bytes under the name for delivered, and leaves nothing beside them", async () => {
    const { server, folder } = await startSshd();
    const outlet = outletTo(server, folder);
    const outgoing = outgoingIn(folder, small);
    writeFileSync(join(folder, "file-1"), small);
    await outlet.write(outgoing, small);
    expect(await outlet.look(outgoing)).toBe("temporary");
    expect(await outlet.publish(outgoing)).toBe("named");
    expect(readdirSync(folder)).toEqual(["file-1"]);
  });

  it("refuses a file that is shorter there than what was written", async () => {
    const odd = await startOddServer({
      attributes: (path, real) => (path.endsWith(".part") ? { ...real, size: 3 } : real),
    });
    const outlet = outletTo(odd.server, odd.folder);
    const outgoing = outgoingIn(odd.folder, small);
    await expect(outlet.write(outgoing, small)).rejects.toThrow("has 3 bytes at the server");
    expect(existsSync(join(odd.folder, "file-1"))).toBe(false);
    rmSync(join(odd.folder, outgoing.temporary));
  });
});

function onRename(answer: OddAnswer) {
  return (operation: string): OddAnswer | undefined =>
    operation === "rename" ? answer : undefined;
}

it("gives a server that writes a file in order alone its pieces one at a time", async () => {
  const { server, folder, odd } = await startOddServer();
  let isBusy = false;
  // As if what came in together were worked on side by side, a later piece before the first.
  odd.answer = (operation) => {
    if (operation !== "write") return undefined;
    if (isBusy) return { status: STATUS_CODE.FAILURE };
    isBusy = true;
    setImmediate(() => {
      isBusy = false;
    });
    return undefined;
  };
  const outlet = outletTo(server, folder);
  const bytes = randomBytes(100_000);
  for (const name of ["file-1", "file-2"]) {
    const outgoing = outgoingIn(folder, bytes, name);
    expect(await outlet.write(outgoing, bytes)).toEqual({ now: "there", note: null });
    expect(await outlet.publish(outgoing)).toBe("named");
    expect(readFileSync(join(folder, name))).toEqual(bytes);
  }
});
