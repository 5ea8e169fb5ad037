import { spawn, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "../../../src/channels/sftp/login/connect.ts";
import { type SftpServer, sftpServerDefaults } from "../../../src/config/channel/sftp-server.ts";
import { until } from "../../promises/workplace.ts";
import { fingerprint, freePort, makeKey } from "./bare-sshd.ts";

/** Only root's server may look at passwords, and only root may lay others in their place. */
const isTried = process.env["BUSBAR_NIGHTLY"] === "1" && process.getuid?.() === 0;

/** A user of the server alone: in a mount namespace of its own, lists of users with one more lie in place. */
async function start(methods: string): Promise<SftpServer> {
  const base = mkdtempSync(join(tmpdir(), "busbar-both-"));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  chmodSync(base, 0o755);
  const port = await freePort();
  for (const name of ["host", "user", "other"]) makeKey(join(base, name));
  const { stdout } = spawnSync("openssl", ["passwd", "-6", "correct horse"], { encoding: "utf8" });
  for (const name of ["passwd", "shadow"]) copyFileSync(`/etc/${name}`, join(base, name));
  appendFileSync(join(base, "passwd"), "partner:x:65534:65534::/:/usr/sbin/nologin\n");
  appendFileSync(join(base, "shadow"), `partner:${stdout.trim()}:19000:0:99999:7:::\n`);
  const lines = [
    `Port ${port}`,
    "ListenAddress 127.0.0.1",
    `HostKey ${base}/host`,
    `AuthorizedKeysFile ${base}/user.pub`,
    "StrictModes no",
    "PidFile none",
    "UsePAM no",
    `AuthenticationMethods ${methods}`,
    "Subsystem sftp internal-sftp",
  ];
  writeFileSync(join(base, "sshd_config"), `${lines.join("\n")}\n`);
  mkdirSync("/run/sshd", { recursive: true });
  const mounts = ["passwd", "shadow"].map((name) => `mount --bind ${base}/${name} /etc/${name}`);
  const program = `${mounts.join(" && ")} && exec /usr/sbin/sshd -D -e -f ${base}/sshd_config`;
  const child = spawn("unshare", ["-m", "sh", "-c", program], { cwd: "/" });
  onTestFinished(() => void child.kill());
  let said = "";
  child.stderr.on("data", (text) => {
    said += String(text);
  });
  await until("the server listens", async () => said.includes("Server listening"));
  process.env["BUSBAR_TEST_BOTH"] = "correct horse";
  process.env["BUSBAR_TEST_WRONG"] = "battery staple";
  return {
    ...sftpServerDefaults,
    host: "127.0.0.1",
    port,
    user: "partner",
    hostKeys: [fingerprint(`${base}/host.pub`)],
    key: { file: `${base}/user` },
    password: { env: "BUSBAR_TEST_BOTH" },
  };
}

test.skipIf(!isTried).each(["publickey,password", "password,publickey"])(
  "OpenSSH that wants %s, one after the other, lets in who has both, and tells what else it wants",
  async (methods) => {
    const server = await start(methods);
    await (await connect(server)).end();
    const other = String((server.key as { file: string }).file).replace(/user$/, "other");
    await expect(connect({ ...server, password: null })).rejects.toThrow(/password/);
    await expect(connect({ ...server, key: null })).rejects.toThrow(/key/);
    await expect(connect({ ...server, key: { file: other } })).rejects.toThrow(/key/);
    const wrong = connect({ ...server, password: { env: "BUSBAR_TEST_WRONG" } });
    await expect(wrong).rejects.toThrow(/refused the password/);
  },
);
