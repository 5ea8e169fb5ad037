import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import ssh2 from "ssh2";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "../../../src/channels/sftp/login/connect.ts";
import { shownHostKeys } from "../../../src/channels/sftp/login/host-keys.ts";
import { LoginSteps } from "../../../src/channels/sftp/login/login-steps.ts";
import { sayPacketLength } from "../../../src/channels/sftp/packet-length.ts";
import type { SftpServer } from "../../../src/config/channel/sftp-server.ts";
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

test("another host key than the pinned one is reported with both fingerprints, and nothing is sent", async () => {
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

test("a key with a passphrase lets us in, and a wrong passphrase is reported as one", async () => {
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
  "a key that is %s is reported by its file, with what it has to be",
  async (what) => {
    const sshd = await startSshd();
    const file = join(sshd.base, what === "a public key" ? "user.pub" : "note");
    writeFileSync(join(sshd.base, "note"), "to be delivered\n");
    const wrong = await failureOf(connect({ ...sshd.server, key: { file } }));
    expect(wrong).toMatchObject({ code: "secret" });
    expect(wrong.message).toBe(
      `the key for 127.0.0.1:${sshd.port}, the file ${file}, cannot be used: it holds no private key; it has to be an OpenSSH or PEM private key, the file without .pub`,
    );
  },
);

test("a server that hangs up at once is reported as one, with what may be the reason", async () => {
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

test("a password lets us in; a wrong one is reported as one and not shown", async () => {
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

test("a server that is not there, does not answer or is none is distinguished", async () => {
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

test("a login that the server does not know is reported with what was tried", async () => {
  const sshd = await startSshd();
  makeKey(join(sshd.base, "stranger"));
  const server = { ...sshd.server, key: { file: join(sshd.base, "stranger") } };
  const refused = await failureOf(connect(server));
  expect(refused.code).toBe("login");
  expect(refused.message).toContain("it refused the key");
  expect(fingerprint(join(sshd.base, "stranger.pub"))).not.toBe("");
});

test("a key pinned by fingerprint is found under whatever kind the server shows it", async () => {
  const sshd = await startSshd();
  makeKey(join(sshd.base, "rsa"), "rsa");
  makeKey(join(sshd.base, "ecdsa"), "ecdsa");
  const [rsa = "", ecdsa = ""] = ["rsa.pub", "ecdsa.pub"].map((name) =>
    fingerprint(join(sshd.base, name)),
  );
  if (process.getuid?.() === 0) chownSync(join(sshd.base, "rsa"), 65_534, 65_534);
  await sshd.stop();
  await sshd.start({ hostKey: "host", lines: [`HostKey ${join(sshd.base, "rsa")}`] });
  expect(await connectedTo({ ...sshd.server, hostKeys: [rsa] })).toBe(rsa);
  expect(await connectedTo({ ...sshd.server, hostKeys: [ecdsa, rsa] })).toBe(rsa);
  const both = { ...sshd.server, hostKeys: [rsa, sshd.fingerprint] };
  expect(await connectedTo(both)).toBe(sshd.fingerprint);
  const other = await failureOf(connect({ ...sshd.server, hostKeys: [ecdsa] }));
  expect(other.code).toBe("host-key");
  expect(other.message).toContain("Nothing was sent");
  expect(other.message).toContain(
    `shows the host keys ${sshd.fingerprint} (ssh-ed25519) and ${rsa}`,
  );
  expect(other.message).toContain(`pinned is ${ecdsa}, which is none of them`);
});

test("of OpenSSH that wants the key and then the password reports which of them it took", async () => {
  const sshd = await startSshd();
  await sshd.stop();
  const lines = ["AuthenticationMethods publickey,password", "PasswordAuthentication yes"];
  await sshd.start({ hostKey: "host", lines });
  expect((await failureOf(connect(sshd.server))).message).toContain(
    'it accepted the key and wants a password ("password") as well. Ask the partner',
  );
  const wrong = { ...sshd.server, password: { env: "GUESS" } };
  expect((await failureOf(connect(wrong, { GUESS: "guessed" }))).message).toContain(
    "it accepted the key and refused the password",
  );
});

test("after a partial success what is left that we have is tried", () => {
  const steps = new LoginSteps({ privateKey: "key", password: "word" });
  const offers = [
    [null, null, "none"],
    [["publickey", "password"], false, "password"],
    [["publickey", "password"], false, "publickey"],
    [["password", "keyboard-interactive"], true, "password"],
    [["keyboard-interactive"], false, "keyboard-interactive"],
    [["keyboard-interactive"], false, false],
  ] as const;
  for (const [offered, isPartial, way] of offers) expect(steps.next(offered, isPartial)).toBe(way);
  expect(steps.said).toContain("it accepted the key and refused the password");
  const rsa = new LoginSteps({ privateKey: "key", password: "word" });
  rsa.next(null, null);
  expect(rsa.next(["publickey"], false)).toBe("publickey");
  // Shown again with another hash after it was accepted, so that no partial success is seen.
  expect(rsa.next(["password"], false)).toBe("password");
  expect(rsa.next(["password"], false)).toBe(false);
  expect(rsa.said).toBe("it accepted the key and refused the password");
});

test("an empty secret and a PuTTY key that cannot be read are reported as such", async () => {
  const sshd = await startSshd();
  const file = join(sshd.base, "empty");
  writeFileSync(file, "\n");
  for (const what of ["key", "password"] as const) {
    const empty = await failureOf(connect({ ...sshd.server, [what]: { file } }));
    expect(empty.code).toBe("secret");
    expect(empty.message).toContain(`the ${what}, the file ${file}, is empty`);
  }
  writeFileSync(file, "PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n");
  const putty = await failureOf(connect({ ...sshd.server, key: { file } }));
  expect(putty.message).toContain("puttygen KEY -O private-openssh");
});

test.each([
  ["prints", "Welcome to the gateway\n", 20_000, 'it prints text before SFTP begins, "Welc…"'],
  ["hangs", "", 600, "the login was accepted and SFTP did not begin"],
])("a login after which the server %s is reported as such", async (_, says, connectMs, text) => {
  const sshd = await startSshd();
  const hostKeys = [readFileSync(join(sshd.base, "host"))];
  const server = new ssh2.Server({ hostKeys }, (client) => {
    client.on("error", () => {});
    client.on("authentication", (context) => context.accept());
    client.on("session", (accept) => {
      accept().on("subsystem", (welcome) => void (says !== "" && welcome().write(says)));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const port = Number(Object(server.address()).port);
  const { message } = await failureOf(connect({ ...sshd.server, port, connectMs }));
  expect(message).toContain(text);
});

test("an answer that is too long is reported with what makes it so", () => {
  const long = sayPacketLength("Packet length 739609 exceeds max length of 262144");
  expect(long).toContain("739609 bytes");
  expect(long).toContain("too many names");
  expect(sayPacketLength("something else")).toBeNull();
});

test("a key pinned in full that the server has no kind of is reported with those that it has", async () => {
  const sshd = await startSshd();
  makeKey(join(sshd.base, "ecdsa"), "ecdsa");
  const full = readFileSync(join(sshd.base, "ecdsa.pub"), "utf8");
  const { code, message } = await failureOf(connect({ ...sshd.server, hostKeys: [full] }));
  expect(code).toBe("host-key");
  const ecdsa = fingerprint(join(sshd.base, "ecdsa.pub"));
  expect(message).toContain(`shows the host key ${sshd.fingerprint} (ssh-ed25519); pinned is`);
  expect(message).toContain(
    `pinned is ${ecdsa} (ecdsa-sha2-nistp256). Nothing was sent to it. Ask`,
  );
});

test("keys are looked for with the old algorithms that the settings allow", async () => {
  const sshd = await startSshd();
  await sshd.stop();
  const lines = ["KexAlgorithms diffie-hellman-group14-sha1"];
  await sshd.start({ hostKey: "host", lines });
  expect(await shownHostKeys(sshd.server)).toEqual([]);
  const oldAlgorithms = { ...sshd.server.oldAlgorithms, kex: ["diffie-hellman-group14-sha1"] };
  const shown = await shownHostKeys({ ...sshd.server, oldAlgorithms });
  expect(shown.map(({ fingerprint }) => fingerprint)).toEqual([sshd.fingerprint]);
});

test("a server that wants the key and then the password gets both", async () => {
  const sshd = await startSshd();
  const logins: string[] = [];
  const hostKeys = [readFileSync(join(sshd.base, "host"))];
  const server = new ssh2.Server({ hostKeys }, (client) => {
    client.on("error", () => {});
    client.on("authentication", (context) => {
      if (context.method === "publickey" && context.signature !== undefined) {
        logins.push("key");
        context.reject(["password"], true);
      } else if (context.method === "publickey") context.accept();
      else if (context.method === "password" && logins.length > 0) {
        logins.push(context.password);
        context.accept();
      } else context.reject(["publickey"]);
    });
    client.on("session", (accept) => accept().on("sftp", (welcome) => void welcome()));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const port = Number(Object(server.address()).port);
  const both = { ...sshd.server, port, password: { env: "WORD" } };
  const link = await connect(both, { WORD: oddPassword });
  await link.end();
  expect(logins).toEqual(["key", oddPassword]);
});
