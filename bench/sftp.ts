/**
 * Files a second from a partner's SFTP folder, against a real OpenSSH server on this machine: Busbar from
 * its start to the last file recorded (FULL sync) and deleted at the server, the two looks that make a
 * file steady included; OpenSSH's own `sftp` fetching the same files; and a plain loop with
 * ssh2-sftp-client. Busbar and `sftp` take turns. Then Busbar over a link that is 20 ms long each way.
 */
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pino } from "pino";
import SftpClient from "ssh2-sftp-client";
import { openInstallation } from "../src/app/installation/open-installation.ts";
import type { SftpServer } from "../src/config/channel/sftp-server.ts";
import type { BusbarConfig } from "../src/config/config.ts";
import { loadConfig } from "../src/config/load-config.ts";
import { runDaemon } from "../src/daemon/run-daemon.ts";
import { startBareRelay } from "../test/channels/sftp/bare-relay.ts";
import { type Sshd, startBareSshd } from "../test/channels/sftp/bare-sshd.ts";
import { quantile } from "./cost.ts";
import { d0010OneMessage } from "./flow-files.ts";
import { describeMachine } from "./machine.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" } } });
const rounds = Number(values.rounds);
const files = 5_000;
/** A file of so many readings has 1.2 kB, as the files have that a supplier mostly gets. */
const readings = 29;
const loopFiles = 50;
const delayMs = 20;
/** Longest that one taking may last, in milliseconds. */
const longestMs = 60_000;

const sshd = await startBareSshd();
const sizeBytes = d0010OneMessage(1, readings).length;
const details = { sync: "FULL", rounds, files, bytes: sizeBytes, server: serverVersion() };
process.stdout.write(`${describeMachine(details)}\n`);
try {
  await nearby(sshd);
  await farAway(sshd);
} finally {
  await sshd.stop();
  rmSync(sshd.base, { recursive: true, force: true });
}

/** What taking the files came to: files a second, and microseconds of processor time a file. */
interface Taken {
  readonly rate: number;
  readonly processor: number;
}

async function nearby(server: Sshd): Promise<void> {
  const theirs: number[] = [];
  const ours: Taken[] = [];
  fill(server.folder, files);
  const loop = await plainLoop(server);
  for (let round = 0; round < rounds; round += 1) {
    fill(server.folder, files);
    theirs.push(opensshClient(server));
    ours.push(await busbar(server, server.server, files));
  }
  const ratios = ours.map(({ rate }, at) => rate / (theirs[at] ?? Number.NaN));
  const processor = quantile(
    ours.map((taken) => taken.processor),
    0.5,
  );
  say(
    `Busbar ${figures(ours.map(({ rate }) => rate))} files/s, ${Math.round(processor)} us of processor a file; OpenSSH's sftp ${figures(theirs)} files/s`,
  );
  say(
    `ratio ${[0, 0.5, 1].map((part) => quantile(ratios, part).toFixed(2)).join(" / ")} (least, median, most)`,
  );
  say(`a loop of ssh2-sftp-client over ${loopFiles}: ${loop.toFixed(1)} files/s`);
}

async function farAway(server: Sshd): Promise<void> {
  const relay = await startBareRelay(server.port, delayMs);
  try {
    for (const inFlight of [16, 64]) {
      const count = 40 * inFlight;
      fill(server.folder, count);
      const { rate } = await busbar(
        server,
        { ...server.server, port: relay.port, inFlight },
        count,
      );
      say(
        `${delayMs} ms each way, ${inFlight} in flight: ${Math.round(rate)} files/s over ${count}`,
      );
    }
  } finally {
    await relay.close();
  }
}

/** Busbar's files a second, from the start of the daemon to the last file recorded and gone at the server. */
async function busbar({ folder }: Sshd, server: SftpServer, count: number): Promise<Taken> {
  const base = mkdtempSync(join(tmpdir(), "busbar-bench-"));
  const config = configOf(base, folder, server);
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(longestMs)]);
  try {
    const before = process.cpuUsage();
    const started = performance.now();
    let ended = Number.NaN;
    let processor = Number.NaN;
    await runDaemon(config, {
      signal,
      log: pino({ level: "silent" }),
      onStep: (step) => {
        if (step !== "remote-settled" || readdirSync(folder).length > 0) return;
        ended = performance.now();
        const { user, system } = process.cpuUsage(before);
        processor = (user + system) / count;
        stop.abort();
      },
    });
    const { store, close } = await openInstallation(config);
    const { files: states } = await store.reports.counts();
    await close();
    if (states.recorded !== count) throw new Error(`${states.recorded} are recorded, not ${count}`);
    return { rate: (count / (ended - started)) * 1000, processor };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function configOf(base: string, folder: string, server: SftpServer): BusbarConfig {
  const lines = [
    "kind: sftp",
    "direction: in",
    `host: ${server.host}`,
    `port: ${server.port}`,
    `user: ${server.user}`,
    `hostKey: ${server.hostKeys[0]}`,
    `key: ${JSON.stringify(server.key)}`,
    `inFlight: ${server.inFlight}`,
    `folder: ${folder}`,
    "taken: delete",
    "steady: 0s",
  ];
  mkdirSync(join(base, "var"));
  const file = join(base, "busbar.yaml");
  const channel = lines.map((line) => `    ${line}\n`).join("");
  writeFileSync(file, `log: silent\nchannels:\n  partner:\n${channel}`);
  return loadConfig(file);
}

/** OpenSSH's own client: files a second merely fetched into a folder. */
function opensshClient({ folder, base, server }: Sshd): number {
  const target = mkdtempSync(join(tmpdir(), "busbar-bench-"));
  const key = server.key !== null && "file" in server.key ? server.key.file : "";
  const options = [
    "StrictHostKeyChecking=no",
    "UserKnownHostsFile=/dev/null",
    "IdentitiesOnly=yes",
  ];
  const words = ["-b", "-", "-q", "-P", String(server.port), "-i", key];
  try {
    const started = performance.now();
    execFileSync(
      "sftp",
      [...words, ...options.flatMap((option) => ["-o", option]), `${server.user}@${server.host}`],
      {
        input: `lcd ${target}\ncd ${folder}\nmget *\n`,
        stdio: ["pipe", "ignore", "ignore"],
        cwd: base,
      },
    );
    const took = performance.now() - started;
    const got = readdirSync(target).length;
    if (got !== files) throw new Error(`sftp fetched ${got} files, not ${files}`);
    return (files / took) * 1000;
  } finally {
    rmSync(target, { recursive: true, force: true });
  }
}

/** What one would write first: one file after the other, as the library comes. */
async function plainLoop({ folder, server }: Sshd): Promise<number> {
  const client = new SftpClient();
  const key = server.key !== null && "file" in server.key ? readFileSync(server.key.file) : "";
  await client.connect({
    host: server.host,
    port: server.port,
    username: server.user,
    privateKey: key,
  });
  try {
    const names = readdirSync(folder).slice(0, loopFiles);
    const started = performance.now();
    for (const name of names) await client.get(join(folder, name));
    return (names.length / (performance.now() - started)) * 1000;
  } finally {
    await client.end();
  }
}

function fill(folder: string, count: number): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
  for (let number = 0; number < count; number += 1)
    writeFileSync(join(folder, `D0010-${number}.uff`), d0010OneMessage(number, readings));
  chmodSync(folder, 0o777);
}

function figures(rates: readonly number[]): string {
  const [low, middle, high] = [0, 0.5, 1].map((part) => Math.round(quantile(rates, part)));
  return `${middle} (${low} to ${high})`;
}

function serverVersion(): string {
  try {
    return execFileSync("ssh", ["-V"], { encoding: "utf8", stdio: "pipe" }).trim() || "OpenSSH";
  } catch {
    return "OpenSSH";
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
