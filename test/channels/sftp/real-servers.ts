import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { connect } from "../../../src/channels/sftp/login/connect.ts";
import { type SftpServer, sftpServerDefaults } from "../../../src/config/channel/sftp-server.ts";
import { until } from "../../promises/workplace.ts";
import { fingerprint, freePort, makeKey } from "./bare-sshd.ts";
import { startSshd } from "./sshd.ts";

/** A server of some make that runs, and the folder of its user: `/drop` to it, or its full path. */
export interface RealServer {
  readonly server: SftpServer;
  /** Where the folder lies on this machine. */
  readonly disk: string;
  /** What the server calls it. */
  readonly folder: string;
}

/** A make of server, with the program that shows whether it is installed. */
export interface Make {
  readonly name: string;
  readonly program: string;
  start(): Promise<RealServer>;
}

const user = "partner";
const password = "correct horse";
const nobody = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;

/** Where a server keeps its files, with a host key; all is removed with the test. */
function home(type = "ed25519") {
  const base = mkdtempSync(join(tmpdir(), "busbar-server-"));
  onTestFinished(() => rmSync(base, { recursive: true, force: true }));
  chmodSync(base, 0o755);
  const root = join(base, "root");
  const disk = join(root, "drop");
  mkdirSync(disk, { recursive: true });
  makeKey(join(base, "ssh_host_key"), type);
  if (isRoot) for (const path of [base, root, disk]) chownSync(path, nobody.uid, nobody.gid);
  return { base, root, disk, key: join(base, "ssh_host_key") };
}

/** Waits until the server lets us in; it ends with the test. */
async function running(
  child: ChildProcess,
  port: number,
  { disk, key }: ReturnType<typeof home>,
  login: Pick<SftpServer, "user"> & Partial<SftpServer> = {
    user,
    password: { env: "BUSBAR_TEST_PASSWORD" },
  },
): Promise<RealServer> {
  onTestFinished(async () => {
    if (child.exitCode === null) child.kill("SIGKILL");
  });
  process.env["BUSBAR_TEST_PASSWORD"] = password;
  const server: SftpServer = {
    ...sftpServerDefaults,
    host: "127.0.0.1",
    port,
    hostKeys: [fingerprint(`${key}.pub`)],
    ...login,
  };
  await until("the server lets us in", async () => {
    const link = await connect(server).catch(() => null);
    await link?.end();
    return link !== null;
  });
  return { server, disk, folder: "/drop" };
}

const openssh: Make = {
  name: "OpenSSH",
  program: "/usr/sbin/sshd",
  async start() {
    const { server, folder } = await startSshd();
    return { server, folder, disk: folder };
  },
};

const rclone: Make = {
  name: "rclone",
  program: "/usr/bin/rclone",
  async start() {
    const place = home();
    const port = await freePort();
    const options = ["--addr", `127.0.0.1:${port}`, "--user", user, "--pass", password];
    const more = [
      "--key",
      place.key,
      "--dir-cache-time",
      "0s",
      "--config",
      join(place.base, "none"),
    ];
    if (isRoot) chownSync(place.key, nobody.uid, nobody.gid);
    const child = spawn(rclone.program, ["serve", "sftp", place.root, ...options, ...more], {
      stdio: "ignore",
      env: { ...process.env, HOME: place.base },
      ...(isRoot && nobody),
    });
    return running(child, port, place);
  },
};

const erlang: Make = {
  name: "Erlang/OTP",
  program: "/usr/bin/erl",
  async start() {
    const place = home("rsa");
    const port = await freePort();
    const keys = join(place.base, "keys");
    mkdirSync(keys);
    spawnSync("cp", [place.key, join(keys, "ssh_host_rsa_key")]);
    spawnSync("ssh-keygen", [
      "-q",
      "-p",
      "-m",
      "PEM",
      "-N",
      "",
      "-f",
      join(keys, "ssh_host_rsa_key"),
    ]);
    const daemon = `{ok,_}=application:ensure_all_started(ssh),{ok,_}=ssh:daemon({127,0,0,1},${port},[{system_dir,"${keys}"},{user_dir,"${keys}"},{user_passwords,[{"${user}","${password}"}]},{subsystems,[ssh_sftpd:subsystem_spec([{root,"${place.root}"}])]}]).`;
    const child = spawn(erlang.program, ["-noinput", "-eval", daemon], {
      stdio: "ignore",
      env: { ...process.env, HOME: place.base },
    });
    return running(child, port, place);
  },
};

const proftpd: Make = {
  name: "ProFTPD",
  program: "/usr/sbin/proftpd",
  async start() {
    const place = home();
    const port = await freePort();
    const { stdout } = spawnSync("openssl", ["passwd", "-6", password], { encoding: "utf8" });
    const users = join(place.base, "users");
    writeFileSync(
      users,
      `${user}:${stdout.trim()}:${nobody.uid}:${nobody.gid}::${place.root}:/bin/sh\n`,
    );
    chmodSync(users, 0o600);
    const configuration = join(place.base, "proftpd.conf");
    const lines = [
      "ServerType standalone",
      "DefaultAddress 127.0.0.1",
      `Port ${port}`,
      "UseReverseDNS off",
      "LoadModule mod_sftp.c",
      `PidFile ${place.base}/pid`,
      `ScoreboardFile ${place.base}/scoreboard`,
      "SystemLog none",
      "WtmpLog off",
      "User nobody",
      "Group nogroup",
      `AuthUserFile ${users}`,
      "AuthOrder mod_auth_file.c",
      "RequireValidShell off",
      "DefaultRoot ~",
      "SFTPEngine on",
      `SFTPHostKey ${place.key}`,
      "SFTPAuthMethods password",
      "AllowOverwrite on",
      "",
    ];
    writeFileSync(configuration, lines.join("\n"));
    const child = spawn(proftpd.program, ["-n", "-c", configuration], { stdio: "ignore" });
    return running(child, port, place);
  },
};

const mysecureshell: Make = {
  name: "MySecureShell",
  program: "/usr/bin/mysecureshell",
  async start() {
    const place = home();
    const port = await freePort();
    const file = (name: string, lines: readonly string[], mode = 0o644) => {
      const path = join(place.base, name);
      writeFileSync(path, `${lines.join("\n")}\n`);
      chmodSync(path, mode);
      return path;
    };
    makeKey(join(place.base, "user"));
    chownSync(place.key, nobody.uid, nobody.gid);
    const settings = file("sftp_config", [
      "<Default>",
      `Home ${place.root}`,
      "StayAtHome true",
      "VirtualChroot true",
      "ShowLinksAsLinks false",
      `LogFile ${place.root}/log`,
      "</Default>",
    ]);
    const sshd = file("sshd_config", [
      `Port ${port}`,
      "ListenAddress 127.0.0.1",
      `HostKey ${place.key}`,
      `AuthorizedKeysFile ${place.base}/user.pub`,
      "StrictModes no",
      "PidFile none",
      "UsePAM yes",
      `Subsystem sftp ${mysecureshell.program} -c sftp-server`,
    ]);
    // It reads its settings from one fixed place, and runs by the user's shell, which the user has none of:
    // in a mount namespace of its own, ours lie there. Others' counts of clients are in shared memory.
    const begin = file(
      "begin",
      [
        "#!/bin/sh",
        "set -e",
        `mount --bind ${settings} /etc/ssh/sftp_config`,
        "mount --bind /bin/sh /usr/sbin/nologin",
        `exec setpriv --reuid ${nobody.uid} --regid ${nobody.gid} --clear-groups /usr/sbin/sshd -D -e -f ${sshd}`,
      ],
      0o755,
    );
    const child = spawn("unshare", ["-m", "-i", begin], { stdio: "ignore", cwd: "/" });
    return running(child, port, place, {
      user: "nobody",
      key: { file: join(place.base, "user") },
    });
  },
};

/** Made of a Perl module of Debian's, behind OpenSSH's login; it knows no open file by its handle. */
const perl: Make = {
  name: "Net::SFTP::SftpServer",
  program: "/usr/share/perl5/Net/SFTP/SftpServer.pm",
  async start() {
    const place = home();
    const port = await freePort();
    const homes = join(place.base, "homes");
    const disk = join(homes, "nobody", "drop");
    mkdirSync(disk, { recursive: true });
    makeKey(join(place.base, "user"));
    for (const path of [dirname(disk), disk, place.key]) chownSync(path, nobody.uid, nobody.gid);
    const serve = join(place.base, "serve");
    const program = `Net::SFTP::SftpServer->new(home => "${homes}")->run();`;
    const head = '#!/usr/bin/perl\nBEGIN { $ENV{HOME} = "/none"; }\nuse Net::SFTP::SftpServer;';
    writeFileSync(serve, `${head}\n${program}\n`);
    chmodSync(serve, 0o755);
    const lines = [
      `Port ${port}`,
      "ListenAddress 127.0.0.1",
      `HostKey ${place.key}`,
      `AuthorizedKeysFile ${place.base}/user.pub`,
      "StrictModes no",
      "PidFile none",
      "UsePAM yes",
      `Subsystem sftp ${serve}`,
      "",
    ];
    const configuration = join(place.base, "sshd_config");
    writeFileSync(configuration, lines.join("\n"));
    // Its user has no shell, which a subsystem is started with: in a mount namespace it has one.
    const begin = join(place.base, "begin");
    const steps = [
      "mount --bind /bin/sh /usr/sbin/nologin",
      `exec setpriv --reuid ${nobody.uid} --regid ${nobody.gid} --clear-groups /usr/sbin/sshd -D -e -f ${configuration}`,
    ];
    writeFileSync(begin, `#!/bin/sh\nset -e\n${steps.join("\n")}\n`);
    chmodSync(begin, 0o755);
    const child = spawn("unshare", ["-m", begin], { stdio: "ignore", cwd: "/" });
    return running(
      child,
      port,
      { ...place, disk },
      {
        user: "nobody",
        key: { file: join(place.base, "user") },
      },
    );
  },
};

/** Every make that is tried; those that are not installed are passed over, by name. */
export const makes: readonly Make[] = [openssh, proftpd, rclone, erlang, mysecureshell, perl];

/** Makes that only root can start. */
const ofRoot: ReadonlySet<string> = new Set([proftpd.name, mysecureshell.name, perl.name]);

/** Whether a make is installed, and whether this user may start it. */
export function isInstalled({ name, program }: Make): boolean {
  return existsSync(program) && (isRoot || !ofRoot.has(name));
}
