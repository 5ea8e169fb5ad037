import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "../../../src/channels/sftp/login/connect.ts";
import type { SftpError } from "../../../src/channels/sftp/sftp-error.ts";
import type { SftpLink } from "../../../src/channels/sftp/sftp-link.ts";
import type { SftpServer } from "../../../src/config/channel/sftp-server.ts";
import type { Sshd } from "./bare-sshd.ts";
import { failureOf } from "./failure-of.ts";
import { startRelay } from "./relay.ts";
import { startSshd } from "./sshd.ts";

async function linkTo(server: SftpServer): Promise<SftpLink> {
  const link = await connect(server);
  onTestFinished(() => link.destroy());
  return link;
}

async function withSshd(settings: Partial<SftpServer> = {}): Promise<[Sshd, SftpLink]> {
  const sshd = await startSshd(settings);
  return [sshd, await linkTo(sshd.server)];
}

test("a link shows what the server is and can do", async () => {
  const [sshd, { card }] = await withSshd();
  expect(card).toMatchObject({
    software: expect.stringMatching(/^OpenSSH_/),
    hostKey: { type: "ssh-ed25519", fingerprint: sshd.fingerprint },
    algorithms: expect.stringContaining("ssh-ed25519"),
    canSync: true,
    canReplace: true,
    canTellSpace: true,
  });
  expect(card.extensions).toContain("fsync@openssh.com");
});

test("a file is written, flushed, named, looked at, read and removed", async () => {
  const [{ folder }, link] = await withSshd();
  const bytes = Buffer.alloc(700_000, "busbar ");
  const handle = await link.open(join(folder, ".draft"), "wx");
  await link.write(handle, bytes, 0);
  expect(await link.sync(handle)).toBe(true);
  expect(await link.attributesOf(handle)).toMatchObject({ kind: "file", sizeBytes: bytes.length });
  await link.close(handle);
  await link.rename(join(folder, ".draft"), join(folder, "whole"));
  expect(await link.look(join(folder, ".draft"))).toBeNull();
  expect(readFileSync(join(folder, "whole"))).toEqual(bytes);
  const again = await link.open(join(folder, "whole"), "r");
  const read = Buffer.alloc(bytes.length + 1);
  expect(await link.read(again, read, 0)).toBe(bytes.length);
  expect(read.subarray(0, bytes.length)).toEqual(bytes);
  await link.close(again);
  await link.remove(join(folder, "whole"));
  expect(existsSync(join(folder, "whole"))).toBe(false);
});

test("what a request fails of is distinguished, and the link goes on", async () => {
  const [{ folder }, link] = await withSshd();
  writeFileSync(join(folder, "one"), "1");
  writeFileSync(join(folder, "two"), "2");
  writeFileSync(join(folder, "secret"), "3");
  chmodSync(join(folder, "secret"), 0);
  expect((await failureOf(link.open(join(folder, "none"), "r"))).code).toBe("missing");
  expect((await failureOf(link.open(join(folder, "secret"), "r"))).code).toBe("denied");
  expect((await failureOf(link.open(join(folder, "one"), "wx"))).code).toBe("failed");
  const taken = await failureOf(link.rename(join(folder, "one"), join(folder, "two")));
  expect(taken).toMatchObject({ code: "failed", message: expect.stringContaining("rename of /") });
  expect(readFileSync(join(folder, "two"), "utf8")).toBe("2");
  await link.replace(join(folder, "one"), join(folder, "two"));
  expect(readFileSync(join(folder, "two"), "utf8")).toBe("1");
  expect(link.broken).toBeNull();
});

test("a folder is listed in portions, with what its entries are", async () => {
  const [{ folder, makeFolder }, link] = await withSshd();
  for (let number = 0; number < 950; number += 1) writeFileSync(join(folder, `${number}`), "x");
  makeFolder("drop/below");
  const portions = await Array.fromAsync(link.list(folder));
  const entries = portions.flat();
  expect(portions.length).toBeGreaterThan(1);
  expect(entries).toHaveLength(951);
  expect(entries.find(({ name }) => name === "below")?.attributes.kind).toBe("folder");
  expect(entries.find(({ name }) => name === "7")?.attributes).toMatchObject({
    kind: "file",
    sizeBytes: 1,
  });
  expect((await failureOf(Array.fromAsync(link.list(`${folder}/none`)))).code).toBe("missing");
});

test("a listing that is not read to its end leaves nothing open", async () => {
  const [{ folder }, link] = await withSshd();
  for (let number = 0; number < 600; number += 1) writeFileSync(join(folder, `${number}`), "x");
  for (let round = 0; round < 300; round += 1) {
    for await (const _ of link.list(folder)) break;
  }
  expect((await Array.fromAsync(link.list(folder))).flat()).toHaveLength(600);
});

test("room on the server's disk is reported", async () => {
  const [{ folder }, link] = await withSshd();
  const space = await link.space(folder);
  expect(space?.freeBytes).toBeGreaterThan(0);
  expect(space?.totalBytes).toBeGreaterThanOrEqual(space?.freeBytes ?? 0);
});

test("a black hole is noticed in under half a minute as it comes, without a request on the way", async () => {
  const sshd = await startSshd();
  const { keepaliveMs } = sshd.server;
  expect(keepaliveMs * 4).toBeLessThan(30_000);
  const relay = await startRelay(sshd.port);
  const link = await linkTo({ ...sshd.server, port: relay.port, keepaliveMs: 100 });
  const broken = Promise.withResolvers<SftpError>();
  link.whenBroken(broken.resolve);
  relay.swallow();
  expect(await broken.promise).toMatchObject({
    code: "lost",
    message: expect.stringContaining("does not answer any more"),
  });
});

test("a request that is not answered in time gives the link up, and all that was asked with it", async () => {
  const sshd = await startSshd();
  const relay = await startRelay(sshd.port);
  const link = await linkTo({ ...sshd.server, port: relay.port, answerMs: 150 });
  relay.swallow();
  const asked = [link.look("/"), link.resolve("."), link.open("/none", "r")];
  const errors = await Promise.all(asked.map(failureOf));
  expect(errors.map(({ code }) => code)).toEqual(["timeout", "timeout", "timeout"]);
  expect((await failureOf(link.look("/"))).code).toBe("timeout");
  await link.end();
});

test("a connection that breaks rejects what was asked", async () => {
  const sshd = await startSshd();
  const relay = await startRelay(sshd.port, 30);
  const link = await linkTo({ ...sshd.server, port: relay.port });
  const asked = link.look("/");
  relay.cut();
  expect((await failureOf(asked)).code).toBe("lost");
});
