import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { createFileWith } from "../../disk/create-file.ts";

/** OpenSSH's server, where Linux systems have it. */
const program = "/usr/sbin/sshd";
/** As root the server runs as this user, so that permissions mean something. */
const lowly = { name: "nobody", uid: 65_534, gid: 65_534 };

/** An SFTP server of this machine, with folders of its own that its user may do anything in. */
export interface SftpHost {
  readonly port: number;
  readonly user: string;
  /** Its host key's fingerprint, as `ssh-keygen -l` tells it. */
  readonly hostKey: string;
  /** The private key that gets in. */
  readonly key: string;
  /** Makes a folder, and gives its path here and at the server alike. */
  makeFolder(name: string): string;
  /** Ends it with all whom it serves, and takes its folders away. */
  stop(): Promise<void>;
}

/** Starts an SFTP server on a free port of this machine, for one simulation. Refused where OpenSSH's is not installed. */
export async function startSftpHost(): Promise<SftpHost> {
  if (!existsSync(program))
    throw new RefusedError(
      "unavailable",
      `--mailboxes sftp needs OpenSSH's server, ${program}, which is not there: install it (apt-get install openssh-server), or leave the option out`,
    );
  const base = mkdtempSync(join(tmpdir(), "busbar-mailboxes-"));
  // The server's user has to get through to the folders.
  chmodSync(base, 0o755);
  const isRoot = process.getuid?.() === 0;
  const own = (path: string) => {
    if (isRoot) chownSync(path, lowly.uid, lowly.gid);
    return path;
  };
  const [hostKey, key] = [join(base, "host"), join(base, "user")];
  for (const one of [hostKey, key]) makeKey(one);
  own(hostKey);
  // Whatever this program is to make unreadable to others automatically.
  chmodSync(`${key}.pub`, 0o644);
  const port = await freePort();
  const configuration = join(base, "sshd_config");
  createFileWith(configuration, configurationOf({ port, hostKey, authorized: `${key}.pub` }));
  own(configuration);
  const child = spawn(program, ["-D", "-e", "-f", configuration], {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: "/",
    detached: true,
    ...(isRoot && { uid: lowly.uid, gid: lowly.gid }),
  });
  try {
    await listening(child);
  } catch (error) {
    rmSync(base, { recursive: true });
    throw error;
  }
  return {
    ...{ port, key, user: isRoot ? lowly.name : ownAccount() },
    hostKey: fingerprintOf(`${hostKey}.pub`),
    makeFolder: (name) => {
      const path = join(base, name);
      mkdirSync(path);
      return own(path);
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, "exit");
        child.kill();
        await ended;
      }
      rmSync(base, { recursive: true });
    },
  };
}

/** The account that this program runs as, which a server of its own lets in. */
function ownAccount(): string {
  return execFileSync("id", ["-un"], { encoding: "utf8" }).trim();
}

function makeKey(path: string): void {
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "busbar", "-f", path]);
}

function fingerprintOf(publicKey: string): string {
  const line = execFileSync("ssh-keygen", ["-l", "-f", publicKey], { encoding: "utf8" });
  return line.split(" ")[1] ?? "";
}

/** A port that is free now, and none that the system gives to others automatically. */
async function freePort(): Promise<number> {
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

function configurationOf(of: { port: number; hostKey: string; authorized: string }): string {
  return [
    `Port ${of.port}`,
    "ListenAddress 127.0.0.1",
    `HostKey ${of.hostKey}`,
    `AuthorizedKeysFile ${of.authorized}`,
    "StrictModes no",
    "UsePAM yes",
    "PasswordAuthentication no",
    "KbdInteractiveAuthentication no",
    "PrintMotd no",
    "PidFile none",
    "MaxStartups 100",
    "Subsystem sftp internal-sftp",
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
    child.once("exit", () => reject(new Error(`OpenSSH's server ended at once: ${said}`)));
  });
}
