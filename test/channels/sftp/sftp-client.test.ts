import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, connect as openSocket, type Socket } from "node:net";
import { join } from "node:path";
import ssh2 from "ssh2";
import { expect, onTestFinished, test, vi } from "vitest";
import { connect } from "../../../src/channels/sftp/login/connect.ts";
import { shownHostKeys } from "../../../src/channels/sftp/login/host-keys.ts";
import type { SftpError } from "../../../src/channels/sftp/sftp-error.ts";
import { failureOf } from "./failure-of.ts";
import { startOddServer } from "./odd-server.ts";
import { startRelay } from "./relay.ts";
import { startSshd } from "./sshd.ts";

test("of what befalls a connection nothing is printed, since whoever uses it is notified", async () => {
  const printed = (["log", "error", "warn"] as const).map((name) => vi.spyOn(console, name));
  onTestFinished(() => void vi.restoreAllMocks());
  const { server, odd, folder } = await startOddServer();
  const other = { ...server, hostKeys: [`SHA256:${"A".repeat(43)}`] };
  expect((await failureOf(connect(other))).code).toBe("host-key");
  expect((await failureOf(connect(server, { BUSBAR_TEST_PASSWORD: "guessed" }))).code).toBe(
    "login",
  );
  await (await connect(server)).end();
  const relay = await startRelay(server.port);
  const cut = await connect({ ...server, port: relay.port });
  const isCut = Promise.withResolvers<SftpError>();
  cut.whenBroken(isCut.resolve);
  relay.cut();
  expect((await isCut.promise).code).toBe("lost");
  odd.answer = () => ({ hangUp: true });
  const link = await connect(server);
  expect((await failureOf(link.makeFolder(join(folder, "new")))).code).toBe("lost");
  await link.end();
  expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
});

test("a server that does not say goodbye is let go of all the same", async () => {
  const { server } = await startOddServer();
  const sockets: Socket[] = [];
  const relay = createServer({ allowHalfOpen: true }, (near) => {
    const far = openSocket({ port: server.port, host: "127.0.0.1" });
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on("error", () => {});
    near.pipe(far);
    far.pipe(near, { end: false });
  }).listen(0, "127.0.0.1");
  await once(relay, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    relay.close();
  });
  const port = Number(Object(relay.address()).port);
  const link = await connect({ ...server, port, answerMs: 100 });
  await link.end();
  expect(link.broken?.message).toContain("was ended by Busbar");
});

test("what a server sends right behind its greeting of SFTP breaks that link alone", async () => {
  const sshd = await startSshd();
  const hostKeys = [readFileSync(join(sshd.base, "host"))];
  // Version 3, and behind it, in one packet, the length of an answer that nobody can send.
  const greeting = Buffer.from("00000005020000000374747474", "hex");
  const server = new ssh2.Server({ hostKeys }, (client) => {
    client.on("error", () => {});
    client.on("authentication", (context) => context.accept());
    client.on("session", (accept) => {
      accept().on("subsystem", (welcome) => void welcome().write(greeting));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const port = Number(Object(server.address()).port);
  const error = await failureOf(
    connect({ ...sshd.server, port }).then((link) => link.resolve(".")),
  );
  expect(["lost", "protocol"]).toContain(error.code);
});

test("keys are looked for at a server that takes its leave at once, and with a setting that is none", async () => {
  const sshd = await startSshd();
  const relay = await startRelay(sshd.port);
  relay.swallow();
  expect(await shownHostKeys({ ...sshd.server, port: relay.port, connectMs: 100 })).toEqual([]);
  const oldAlgorithms = { ...sshd.server.oldAlgorithms, kex: ["no-such-exchange"] };
  const wrong = shownHostKeys({ ...sshd.server, oldAlgorithms });
  await expect(wrong).rejects.toThrow("Unsupported algorithm: no-such-exchange");
});

test("a connection for which a setting cannot be taken is closed", async () => {
  const ended = Promise.withResolvers<void>();
  const server = createServer((socket) => {
    socket.on("error", () => {}).on("close", () => ended.resolve());
    socket.resume();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const port = Number(Object(server.address()).port);
  const oldAlgorithms = { kex: ["no-such-exchange"], hostKey: [], cipher: [], mac: [] };
  const at = { host: "127.0.0.1", port, connectMs: 60_000, oldAlgorithms };
  await expect(shownHostKeys(at)).rejects.toThrow("Unsupported algorithm");
  await ended.promise;
});
