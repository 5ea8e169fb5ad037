import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { StoreError } from "../../src/store/port/store-error.ts";
import { DaemonLease, type LeaseOptions } from "../../src/store/sqlite/leader/daemon-lease.ts";
import { leasePath, readLease } from "../../src/store/sqlite/leader/lease-file.ts";
import { goodFile } from "../promises/flow-files.ts";
import { recordedFiles, until, type Workplace, workplace } from "../promises/workplace.ts";

const program = fileURLToPath(new URL("daemon-of-host.ts", import.meta.url));

interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The lines it has written so far. */
  readonly said: string[];
  readonly ended: Promise<unknown>;
}

/** Starts a daemon of another machine: what the operating system locks is not seen by it. */
function startOn(host: string, place: Workplace, staleMs: number): Running {
  rmSync(`${place.config.store}-daemon.lock`, { force: true });
  const configPath = join(place.base, "config.json");
  writeFileSync(configPath, JSON.stringify(place.config));
  const words = [program, configPath, "40", String(staleMs)];
  const env = { ...process.env, BUSBAR_HOST: host };
  const child = spawn(process.execPath, words, { env, stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const said: string[] = [];
  child.stdout?.on("data", (text) => said.push(...String(text).trim().split("\n")));
  return { child, pid: child.pid ?? 0, said, ended: once(child, "close") };
}

const isReady = ({ said }: Running) => said.includes("ready");

describe("one daemon a store, on whatever machine", () => {
  test("a second one on another machine is refused while the first says that it lives", async () => {
    const place = workplace();
    onTestFinished(place.remove);
    const first = startOn("ant", place, 60_000);
    await until("the first runs", () => isReady(first));
    const second = startOn("bee", place, 60_000);
    await second.ended;
    expect(second.said).toEqual([
      `locked: The daemon on ant (process id ${first.pid}) runs on the store ${place.config.store}. Stop it first, or give this one a store of its own.`,
    ]);
    first.child.kill("SIGTERM");
    await first.ended;
    expect(existsSync(leasePath(place.config.store))).toBe(false);
  });

  test("one that is silent for too long is replaced, and stops before it takes anything more", async () => {
    const place = workplace();
    onTestFinished(place.remove);
    const first = startOn("ant", place, 500);
    await until("the first runs", () => isReady(first));
    first.child.kill("SIGSTOP");
    const second = startOn("bee", place, 500);
    await until("the second took over", () => isReady(second));
    place.drop(goodFile(1));
    first.child.kill("SIGCONT");
    await first.ended;
    expect(first.said).toEqual([
      "ready",
      expect.stringMatching(
        /^lost: The daemon on bee \(process id \d+\) has taken the store over, .* This daemon stops, and takes and sends nothing more/,
      ),
    ]);
    await until("the second takes the file", async () => (await recordedFiles(place)).length === 1);
    expect(readLease(leasePath(place.config.store))?.host.id).toBe("bee");
    second.child.kill("SIGTERM");
    await second.ended;
    expect(second.said).toEqual(["ready", "ended"]);
  });
});

/** A clock and lease options without waiting for much. */
function optionsOf(id: string, more: Partial<LeaseOptions> = {}): LeaseOptions {
  return {
    host: { id, boot: "1", name: id },
    times: { beatMs: 5, staleMs: 30 },
    isShared: true,
    steady: () => performance.now(),
    signal: new AbortController().signal,
    onWatch: () => {},
    ...more,
  };
}

describe("a lease", () => {
  const storeIn = (place: Workplace) => {
    onTestFinished(place.remove);
    mkdirSync(dirname(place.config.store), { recursive: true });
    return place.config.store;
  };

  test("of a daemon of this machine that died is taken at once", async () => {
    const store = storeIn(workplace());
    await DaemonLease.take(store, optionsOf("ant"));
    const watched: string[] = [];
    const onWatch = ({ token }: { token: string }) => void watched.push(token);
    await DaemonLease.take(store, optionsOf("ant", { onWatch }));
    // After a restart of the machine, too, where no other machine can be meant.
    const host = { id: "ant", boot: "2", name: "ant" };
    await DaemonLease.take(store, optionsOf("ant", { host, isShared: false, onWatch }));
    expect(watched).toEqual([]);
    await DaemonLease.take(store, optionsOf("ant", { host: { ...host, boot: "3" }, onWatch }));
    expect(watched).toHaveLength(1);
  });

  test("is not lost by clocks that differ, and is by another's token", async () => {
    const store = storeIn(workplace());
    const lease = await DaemonLease.take(store, optionsOf("ant", { steady: () => 0 }));
    lease?.check();
    const other = await DaemonLease.take(store, optionsOf("bee"));
    expect(() => lease?.check()).toThrow(/The daemon on bee .* has taken the store over/);
    expect(() => lease?.check()).toThrow(StoreError);
    other?.check();
    lease?.release();
    expect(readLease(leasePath(store))?.host.id).toBe("bee");
  });

  test("that could not be renewed for too long is renewed before anything is taken", async () => {
    const store = storeIn(workplace());
    let now = 0;
    const lease = await DaemonLease.take(store, optionsOf("ant", { steady: () => now }));
    now = 16;
    lease?.check();
    expect(readLease(leasePath(store))?.beat).toBe(1);
    rmSync(leasePath(store));
    mkdirSync(leasePath(store));
    now = 40;
    expect(() => lease?.check()).toThrow(/cannot be written: .* Nothing is taken or sent until/);
    rmSync(leasePath(store), { recursive: true });
    lease?.check();
    expect(readLease(leasePath(store))?.beat).toBeGreaterThan(1);
  });
});
