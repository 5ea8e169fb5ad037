import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { connect, shownHostKeys } from "../../../src/channels/sftp/connect.ts";
import type { SftpServer } from "../../../src/config/sftp-server.ts";
import { fingerprint, freePort, makeKey } from "./bare-sshd.ts";
import { failureOf } from "./failure-of.ts";
import { oddPassword, startOddServer } from "./odd-server.ts";
import { startSshd } from "./sshd.ts";

/** Connects, and says with which host key; then takes leave. */
async function connectedTo(server: SftpServer): Promise<string> {
  const link = await connect(server);
  await link.end();
  return link.card.hostKey.fingerprint;
}

test("another host key than the pinned one is told with both fingerprints, and nothing is sent", async () => {
  const { server, logins } = await startOddServer();
  const pinned = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  const { code, message } = await failureOf(connect({ ...server, hostKeys: [pinned] }));
  expect(code).toBe("host-key");
  expect(message).toContain(pinned);
  expect(message).toContain(server.hostKeys[0]);
  expect(message).toContain("Nothing was sent");
  expect(logins).toEqual([]);
});

test("a host key is pinned by fingerprint, in full, or as one of two", async () => {
  const sshd = await startSshd();
  const full = readFileSync(join(sshd.base, "host.pub"), "utf8");
  const other = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  for (const hostKeys of [[sshd.fingerprint], [full], [other, sshd.fingerprint]])
    expect(await connectedTo({ ...sshd.server, hostKeys })).toBe(sshd.fingerprint);
});

test("a key pinned in full is asked for by its kind", async () => {
  const sshd = await startSshd();
  makeKey(join(sshd.base, "rsa"), "rsa");
  await sshd.stop();
  await sshd.start({ hostKey: "rsa" });
  const full = readFileSync(join(sshd.base, "rsa.pub"), "utf8");
  expect(await connectedTo({ ...sshd.server, hostKeys: [full] })).toMatch(/^SHA256:/);
});

test("the keys of a server are shown for pinning, without a login", async () => {
  const { server, logins } = await startOddServer();
  const shown = await shownHostKeys(server);
  expect(shown.map(({ type, fingerprint }) => [type, fingerprint])).toEqual([
    ["ssh-ed25519", server.hostKeys[0]],
  ]);
  expect(logins).toEqual([]);
  const full = `${shown[0]?.type} ${shown[0]?.key}`;
  const link = await connect({ ...server, hostKeys: [full] });
  await link.end();
});

test("a key with a passphrase lets us in, and a wrong passphrase is told as one", async () => {
  const sshd = await startSshd();
  const key = join(sshd.base, "locked");
  makeKey(key, "ed25519", "hush hush");
  writeFileSync(join(sshd.base, "user.pub"), readFileSync(`${key}.pub`));
  writeFileSync(join(sshd.base, "phrase"), "hush hush\n");
  const server = { ...sshd.server, key: { file: key } };
  await connectedTo({ ...server, passphrase: { file: join(sshd.base, "phrase") } });
  const wrong = await failureOf(connect({ ...server, passphrase: { file: key } }));
  expect(wrong).toMatchObject({ code: "secret" });
  expect(wrong.message).not.toContain("hush");
  expect(wrong.message).toMatch(/, the file .*locked, cannot be used: its passphrase is wrong/);
  const unlocked = await failureOf(connect(server));
  expect(unlocked.message).toMatch(/it is encrypted; say with "passphrase"/);
});

test.each(["a public key", "something else"])(
  "a key that is %s is told by its file, with what it has to be",
  async (what) => {
    const sshd = await startSshd();
    const file = join(sshd.base, what === "a public key" ? "user.pub" : "note");
    writeFileSync(join(sshd.base, "note"), "to be delivered\n");
    const wrong = await failureOf(connect({ ...sshd.server, key: { file } }));
    expect(wrong).toMatchObject({ code: "secret" });
    expect(wrong.message).toBe(
      `the key for 127.0.0.1:${sshd.port}, the file ${file}, cannot be used: it holds no private key; it has to be an OpenSSH, PEM or PuTTY private key, the file without .pub`,
    );
  },
);

test("a server that hangs up at once is told as one, with what may be the reason", async () => {
  const sshd = await startSshd();
  const curt = createServer((socket) => socket.resetAndDestroy()).listen(0, "127.0.0.1");
  await once(curt, "listening");
  onTestFinished(() => void curt.close());
  const port = Number(Object(curt.address()).port);
  const { code, message } = await failureOf(connect({ ...sshd.server, port }));
  expect(code).toBe("unreachable");
  expect(message).toMatch(/closed the connection .*port right\?/);
  expect(message).not.toContain("ECONNRESET");
});

test("an agent lets us in", async () => {
  const sshd = await startSshd();
  const socket = join(sshd.base, "agent.sock");
  const agent: ChildProcess = spawn("ssh-agent", ["-D", "-a", socket], { stdio: "pipe" });
  onTestFinished(() => void agent.kill());
  await once(agent.stdout ?? agent, "data");
  const env = { ...process.env, SSH_AUTH_SOCK: socket };
  execFileSync("ssh-add", ["-q", join(sshd.base, "user")], { env, stdio: "ignore" });
  const server = { ...sshd.server, key: null };
  await connectedTo({ ...server, agent: { file: socket } });
  const link = await connect({ ...server, agent: { env: "SSH_AUTH_SOCK" } }, env);
  await link.end();
});

test("a password lets us in; a wrong one is told as one and not shown", async () => {
  const { server } = await startOddServer();
  await connectedTo(server);
  const wrong = await failureOf(connect(server, { BUSBAR_TEST_PASSWORD: "guessed" }));
  expect(wrong).toMatchObject({ code: "login" });
  expect(wrong.message).toContain('does not let "busbar" in: it refused the password');
  expect(wrong.message).not.toContain("guessed");
});

test("a secret is a file, a variable or a credential, and its absence says what to do", async () => {
  const { server, folder } = await startOddServer();
  writeFileSync(join(folder, "password"), `${oddPassword}\n`);
  const credential = { ...server, password: { credential: "password" } };
  await connectedTo({ ...server, password: { file: join(folder, "password") } });
  const link = await connect(credential, { CREDENTIALS_DIRECTORY: folder });
  await link.end();
  const missing = [
    [await failureOf(connect(server, {})), "BUSBAR_TEST_PASSWORD is not set"],
    [await failureOf(connect(credential, {})), "LoadCredential=password:PATH"],
    [
      await failureOf(connect({ ...server, password: { file: join(folder, "none") } })),
      "there is no file",
    ],
  ] as const;
  for (const [{ code, message }, text] of missing) {
    expect(code).toBe("secret");
    expect(message).toContain(text);
  }
});

test("a server that is not there, does not answer or is none is told apart", async () => {
  const sshd = await startSshd();
  const refused = await failureOf(connect({ ...sshd.server, port: await freePort() }));
  expect(refused).toMatchObject({ code: "unreachable" });
  expect(refused.message).toContain("it refuses the connection");
  const silent = createServer().listen(0, "127.0.0.1");
  const chatty = createServer((socket) => socket.end("220 ftp.example ready\r\n"));
  chatty.listen(0, "127.0.0.1");
  await Promise.all([once(silent, "listening"), once(chatty, "listening")]);
  onTestFinished(() => {
    silent.close();
    chatty.close();
  });
  const portOf = (server: typeof silent) => Number(Object(server.address()).port);
  const late = { ...sshd.server, port: portOf(silent), connectMs: 300 };
  expect((await failureOf(connect(late))).message).toContain("did not let us in within");
  expect((await failureOf(connect({ ...sshd.server, port: portOf(chatty) }))).code).toBe(
    "unreachable",
  );
  const name = { ...sshd.server, host: "no-such-host.invalid" };
  expect((await failureOf(connect(name))).message).toContain("its name cannot be resolved");
});

test("a login that the server does not know is told with what was tried", async () => {
  const sshd = await startSshd();
  makeKey(join(sshd.base, "stranger"));
  const server = { ...sshd.server, key: { file: join(sshd.base, "stranger") } };
  const refused = await failureOf(connect(server));
  expect(refused.code).toBe("login");
  expect(refused.message).toContain("it refused the key");
  expect(fingerprint(join(sshd.base, "stranger.pub"))).not.toBe("");
});
