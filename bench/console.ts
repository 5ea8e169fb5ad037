/**
 * What pages of the console cost on the server in a store of so many files (1,000,000 with five events each, unless
 * the first word says otherwise), what a search by MPAN does, and what 20 people who browse take from recording. The
 * daemon is the built one in a process of its own. A folder as the second word keeps the filled store for another run.
 */
import type { ChildProcess } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import Database from "better-sqlite3";
import { addToken } from "../src/app/commands/access/tokens.ts";
import { openInstallation } from "../src/app/installation/open-installation.ts";
import { loadConfig } from "../src/config/load-config.ts";
import { startBuilt, stopBuilt } from "./built-daemon.ts";
import { copiedMpan, type FilledStore, fillStore, patternFile } from "./console-store.ts";
import { quantile } from "./cost.ts";
import { describeMachine } from "./machine.ts";

const wanted = Number(process.argv[2] ?? 1_000_000);
const asksOfPage = 20;
/** What a page may take at most, in milliseconds. */
const mostMs = 300;
const users = 20;
/** How long somebody looks at a page before the next, in milliseconds. */
const lookMs = 2_000;
const rounds = 3;
const filesOfRound = 3_000;
const filesPerSecond = 1_000;
const port = 18_640;
const address = `http://127.0.0.1:${port}`;

const kept = process.argv[3];
const folder = kept === undefined ? mkdtempSync(join(tmpdir(), "busbar-bench-")) : resolve(kept);
/** Written when the store is full, so that one whose filling was cut short is never measured. */
const fullMark = join(folder, "filled.json");
let daemon: ChildProcess | null = null;
try {
  process.stdout.write(`${describeMachine({ files: wanted, users, disk: tmpdir() })}\n`);
  await haveStore();
  process.stdout.write(`Load of the machine before: ${loadavg()[0]?.toFixed(1)}\n`);
  const headers = { Authorization: `Bearer ${await makeToken()}`, Accept: "text/html" };
  daemon = await startBuilt(join(folder, "busbar.yaml"));
  while (!(await fetch(`${address}/livez`).catch(() => null))?.ok) await delay(50);
  const pages = await pagesOf(headers);
  await measurePages(headers, pages);
  await measureSearch(headers);
  await measureRecording(headers, pages);
} finally {
  if (daemon !== null) await stopBuilt(daemon);
  if (kept === undefined) rmSync(folder, { recursive: true, force: true });
}

async function haveStore(): Promise<void> {
  const say = (store: FilledStore, how: string) =>
    process.stdout.write(
      `${store.files.toLocaleString("en-GB")} files, ${store.events.toLocaleString("en-GB")} events, ${store.processes.toLocaleString("en-GB")} processes, ${store.megabytes} MiB, ${how}\n`,
    );
  if (existsSync(fullMark)) {
    const { asked, ...store } = JSON.parse(readFileSync(fullMark, "utf8"));
    if (asked !== wanted) throw new Error(`${folder} was filled with ${asked} files`);
    say(store, "kept from an earlier run");
    return;
  }
  if (kept !== undefined && existsSync(folder)) throw new Error(`${folder} has no full store`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "busbar.yaml"),
    `store: busbar.db\nlive: true\nhttp: { port: ${port} }\nchannels:\n  inbox: { path: inbox, work: work, archive: archive, quarantine: quarantine, steady: 0s }\n`,
  );
  const began = performance.now();
  const store = await fillStore(folder, wanted);
  writeFileSync(fullMark, JSON.stringify({ asked: wanted, ...store }));
  say(store, `filled in ${Math.round((performance.now() - began) / 1000)} s`);
}

async function makeToken(): Promise<string> {
  const of = await openInstallation(loadConfig(join(folder, "busbar.yaml")));
  try {
    const rights = { role: "admin", personal: true } as const;
    return (await addToken(of, { name: `bench-${Date.now()}`, endsAt: null, ...rights }, "bench"))
      .secret;
  } finally {
    await of.close();
  }
}

async function pagesOf(headers: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const db = new Database(join(folder, "busbar.db"), { readonly: true });
  const one = (sql: string) => String(db.prepare(sql).pluck().get());
  const middle = Math.round(wanted / 2);
  const key = one("SELECT key FROM processes WHERE id = (SELECT max(id) / 2 FROM processes)");
  const rejected = one("SELECT max(id) FROM files WHERE state = 'rejected'");
  const event = one("SELECT max(seq) / 2 FROM events");
  const [day, last] = [30, 2].map((back) =>
    one(`SELECT date(max(recorded_at) / 1000 - 86400 * ${back}, 'unixepoch') FROM files`),
  );
  db.close();
  const stuck = await (await fetch(`${address}/stuck`, { headers })).text();
  const cause = /href="(\/stuck\/[^"]+)"/.exec(stuck)?.[1] ?? "/stuck";
  const process = `/processes/metering-point/${key}`;
  const durations = "/reports?of=duration&from=D0010_RECEIVED&to=D0010_RECEIVED";
  return [
    ...["/", "/status-line", "/stuck", cause],
    ...["/files", "/files?state=rejected", "/files?sender=EFGH", `/files?flow=D0010&since=${day}`],
    ...["/files?name=D0010-77", "/files?name=nothing-has-it", `/files?since=${day}&until=${day}`],
    ...[`/files/${middle}`, `/files/${rejected}`, "/processes", "/processes?sender=EFGH"],
    ...[process, `${process}?clock=known&at=${last}T00:00:00Z`],
    ...["/events", "/events?sender=IJKL", `/events?key=${key}`, `/events/${event}`],
    ...[`/why?item=event+${event}`, "/actions", "/outbound", "/channels", "/channels/inbox"],
    ...["/expected", "/flows", "/flows/D0010", "/notices", "/audit", "/system"],
    ...["/reports", "/reports?of=event", "/reports?of=process", durations],
    ...["/codes/MISSING_TRAILER"],
  ];
}

/** Each page is asked for again and again; what is said is what half of the answers took, and 19 of 20. */
async function measurePages(
  headers: Readonly<Record<string, string>>,
  pages: readonly string[],
): Promise<void> {
  let slow = 0;
  for (const path of pages) {
    const times: number[] = [];
    for (let ask = 0; ask < asksOfPage; ask += 1) times.push(await timeOf(path, headers));
    const late = quantile(times, 0.95);
    if (late >= mostMs) slow += 1;
    const [middle, most] = [quantile(times, 0.5), late].map((ms) => ms.toFixed(0).padStart(6));
    process.stdout.write(`  ${middle} ms, p95 ${most} ms  ${path}\n`);
  }
  process.stdout.write(`${pages.length} pages, ${slow} of them at ${mostMs} ms or more\n`);
}

async function timeOf(path: string, headers: Readonly<Record<string, string>>): Promise<number> {
  const start = performance.now();
  const answer = await fetch(address + path, { headers });
  await answer.text();
  if (answer.status !== 200) process.stdout.write(`  ${answer.status} at ${path}\n`);
  return performance.now() - start;
}

async function measureSearch(headers: Readonly<Record<string, string>>): Promise<void> {
  const db = new Database(join(folder, "busbar.db"), { readonly: true });
  const mpan = String(db.prepare("SELECT key FROM processes WHERE id = 17").pluck().get());
  db.close();
  const copies = Math.max(1, Math.round(wanted / 2_000) - 1);
  const times: number[] = [];
  for (let ask = 0; ask < 100; ask += 1) {
    const text = copiedMpan(mpan, 1 + ((ask * 37) % copies));
    times.push(await timeOf(`/search?q=${text}`, headers));
  }
  const [middle, late] = [0.5, 0.95].map((part) => quantile(times, part).toFixed(0));
  process.stdout.write(`Search by MPAN: ${middle} ms, p95 ${late} ms\n`);
}

/** The rounds with people and without take turns; the loss is the median of the pairs'. */
async function measureRecording(
  headers: Readonly<Record<string, string>>,
  pages: readonly string[],
): Promise<void> {
  const losses: number[] = [];
  let number = firstNew();
  await record(number);
  for (let round = 0; round < rounds; round += 1) {
    number += filesOfRound;
    const alone = await record(number);
    const leave = new AbortController();
    const asks = { count: 0 };
    const people = Array.from({ length: users }, (_, at) =>
      browse(at, { headers, pages, asks }, leave.signal),
    );
    number += filesOfRound;
    const beside = await record(number);
    leave.abort();
    await Promise.all(people);
    losses.push(1 - beside / alone);
    process.stdout.write(
      `  recorded ${alone.toFixed(0)} files/s alone, ${beside.toFixed(0)} beside ${users} people who asked for ${asks.count} pages\n`,
    );
  }
  process.stdout.write(
    `Recording loses ${(quantile(losses, 0.5) * 100).toFixed(1)} % (median of ${rounds} pairs)\n`,
  );
}

/** A kept store has the files of earlier runs; those of this one have numbers after them. */
function firstNew(): number {
  const db = new Database(join(folder, "busbar.db"), { readonly: true });
  const last = Number(db.prepare("SELECT max(id) FROM files").pluck().get());
  db.close();
  return 10_000_000 + last;
}

interface Browsing {
  readonly headers: Readonly<Record<string, string>>;
  readonly pages: readonly string[];
  readonly asks: { count: number };
}

async function browse(
  at: number,
  { headers, pages, asks }: Browsing,
  signal: AbortSignal,
): Promise<void> {
  for (let ask = at * 7; !signal.aborted; ask += 1) {
    await fetch(address + pages[ask % pages.length], { headers, signal })
      .then((answer) => answer.text())
      .catch(() => "");
    asks.count += 1;
    await delay(lookMs, undefined, { signal }).catch(() => {});
  }
}

/** Files come at a steady pace; gives how many were recorded in a second, from the first that came to the last that is. */
async function record(first: number): Promise<number> {
  const ready = join(folder, "ready");
  mkdirSync(ready, { recursive: true });
  for (let at = 0; at < filesOfRound; at += 1)
    writeFileSync(join(ready, String(first + at)), patternFile(first + at));
  const db = new Database(join(folder, "busbar.db"), { readonly: true });
  const last = db.prepare<[], number>("SELECT max(id) FROM files").pluck();
  const goal = (last.get() ?? 0) + filesOfRound;
  const start = performance.now();
  for (let at = 0; at < filesOfRound; ) {
    const due = Math.min(
      filesOfRound,
      Math.floor(((performance.now() - start) / 1000) * filesPerSecond),
    );
    for (; at < due; at += 1)
      renameSync(join(ready, String(first + at)), join(folder, "inbox", `D0010-${first + at}.uff`));
    await delay(10);
  }
  while ((last.get() ?? 0) < goal) await delay(10);
  const seconds = (performance.now() - start) / 1000;
  db.close();
  await delay(3_000);
  return filesOfRound / seconds;
}
