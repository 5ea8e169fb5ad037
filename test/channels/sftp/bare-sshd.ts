import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { type SftpServer, sftpServerDefaults } from "../../../src/config/channel/sftp-server.ts";

const program = "/usr/sbin/sshd";
/** As root the server runs as this user, so that permissions mean something. */
const lowly = { name: "nobody", uid: 65_534, gid: 65_534 };

/** How a server is started otherwise than before. */
export interface SshdChange {
  readonly hostKey: string;
  /** Lines of its configuration that come before the others, and so have their way. */
  readonly lines?: readonly string[];
}

/** A real OpenSSH server on a free port of this machine, with keys and a folder of its own. */
export interface Sshd {
  readonly port: number;
  /** A folder that the server's user may do anything in. */
  readonly folder: string;
  /** How Busbar gets in; change what a test is about. */
  readonly server: SftpServer;
  /** Its host key as `ssh-keygen -l` tells it. */
  readonly fingerprint: string;
  /** Where its files lie: `host`, `user`, `user.pub` and the like. */
  readonly base: string;
  /** Stops it, and everything it does for those connected. */
  stop(): Promise<void>;
  /** Starts it again on the same port, with a new host key if asked. */
  start(change?: SshdChange): Promise<void>;
  /** Makes a folder below `folder` that its user may write in. */
  makeFolder(name: string): string;
}

/** Starts one, which refuses some requests of the protocol (`fstat`) if asked; who starts it stops it. */
export async function startBareSshd(
  settings: Partial<SftpServer> = {},
  refused: readonly string[] = [],
): Promise<Sshd> {
  if (!existsSync(program)) throw new Error("sshd is missing: apt-get install openssh-server");
  const base = mkdtempSync(join(tmpdir(), "busbar-sshd-"));
  chmodSync(base, 0o755);
  const isRoot = process.getuid?.() === 0;
  const port = await freePort();
  makeKey(join(base, "host"));
  makeKey(join(base, "user"));
  const makeFolder = (name: string) => {
    const path = join(base, name);
    mkdirSync(path, { recursive: true });
    if (isRoot) chownSync(path, lowly.uid, lowly.gid);
    return path;
  };
  const folder = makeFolder("drop");
  let child: ChildProcess | null = null;
  const start = async ({ hostKey, lines = [] }: SshdChange = { hostKey: "host" }) => {
    if (isRoot) chownSync(join(base, hostKey), lowly.uid, lowly.gid);
    const configuration = join(base, "sshd_config");
    const usual = configurationOf(base, port, hostKey, refused);
    writeFileSync(configuration, [...lines, usual].join("\n"));
    child = spawn(program, ["-D", "-e", "-f", configuration], {
      stdio: ["ignore", "ignore", "pipe"],
      cwd: "/",
      detached: true,
      ...(isRoot && { uid: lowly.uid, gid: lowly.gid }),
    });
    await listening(child);
  };
  await start();
  return {
    port,
    folder,
    base,
    fingerprint: fingerprint(join(base, "host.pub")),
    server: {
      ...sftpServerDefaults,
      host: "127.0.0.1",
      port,
      user: isRoot ? lowly.name : userInfo().username,
      hostKeys: [fingerprint(join(base, "host.pub"))],
      key: { file: join(base, "user") },
      ...settings,
    },
    makeFolder,
    start,
    stop: async () => {
      const running = child;
      child = null;
      if (running === null || running.exitCode !== null || running.pid === undefined) return;
      const ended = once(running, "close");
      endGroup(running.pid);
      await ended;
    },
  };
}

/** Makes a key pair `name` and `name.pub`. */
export function makeKey(path: string, type = "ed25519", passphrase = ""): void {
  execFileSync("ssh-keygen", ["-q", "-t", type, "-N", passphrase, "-C", "busbar", "-f", path]);
}

/** As OpenSSH tells it. */
export function fingerprint(publicKey: string): string {
  const line = execFileSync("ssh-keygen", ["-l", "-f", publicKey], { encoding: "utf8" });
  return line.split(" ")[1] ?? "";
}

/**
 * A port that was free just now. It is none that the system gives to others by itself, so that it stays
 * free until it is listened to, and while a server there is started anew.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 30_000);
    const server = createServer().listen(port, "127.0.0.1");
    try {
      await once(server, "listening");
    } catch {
      continue;
    }
    server.close();
    await once(server, "close");
    return port;
  }
}

function configurationOf(
  base: string,
  port: number,
  hostKey: string,
  refused: readonly string[],
): string {
  return [
    `Port ${port}`,
    "ListenAddress 127.0.0.1",
    `HostKey ${join(base, hostKey)}`,
    `AuthorizedKeysFile ${join(base, "user.pub")}`,
    "StrictModes no",
    "UsePAM yes",
    "PasswordAuthentication no",
    "KbdInteractiveAuthentication no",
    "PrintMotd no",
    "PidFile none",
    "MaxStartups 100",
    `Subsystem sftp internal-sftp${refused.length > 0 ? ` -P ${refused.join(",")}` : ""}`,
    "",
  ].join("\n");
}

async function listening(child: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on("data", (text) => {
      if (said.length < 10_000) said += String(text);
      if (said.includes("Server listening")) resolve();
    });
    child.once("exit", () => reject(new Error(`sshd ended: ${said}`)));
  });
}

/** The server and what it started for each connection: those have process groups of their own only after a login shell. */
function endGroup(pid: number): void {
  for (const child of descendants(pid)) kill(child);
  kill(pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** Everything a process has started, theirs included. */
function descendants(pid: number): number[] {
  let children: number[];
  try {
    children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
      .split(" ")
      .filter((text) => text !== "")
      .map(Number);
  } catch {
    return [];
  }
  return children.flatMap((child) => [child, ...descendants(child)]);
}
