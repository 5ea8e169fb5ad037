import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { writeLargeFile } from "../../bench/large-file.ts";
import { mainFile } from "../built.ts";
import { startChild } from "./child-daemon.ts";
import { goodFile } from "./flow-files.ts";
import {
  filesUnder,
  isTaken,
  until,
  type Workplace,
  whileRunning,
  withStore,
  workplace,
} from "./workplace.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";
const sizeBytes = nightly ? 1e9 : 3e6;
const ingestBytes = nightly ? 6e6 : 4e6;
const waitMs = nightly ? 3_600_000 : 180_000;

let place: Workplace;

beforeEach(() => {
  place = workplace({}, { largeFileBytes: 1 << 20 });
  mkdirSync(join(place.base, "var"));
});

afterEach(() => place.remove());

/** Whether the disk has room for the file, its copies and its messages. */
function hasRoomFor(bytes: number): boolean {
  const { bavail, bsize } = statfsSync(place.base);
  return bavail * bsize > 12 * bytes;
}

/** Expects one file that stands, and each of its messages once in the store and once as an event. */
async function expectOnce(messages: number): Promise<void> {
  await withStore(place, async (store) => {
    expect((await store.reports.counts()).files).toEqual({ recorded: 1 });
    expect((await store.reports.counts()).unrouted).toBe(0);
    const [file] = await Array.fromAsync(store.files.list());
    expect(file).toMatchObject({ messages, invalid: 0, events: messages });
  });
  expect(numberOf("SELECT count(*) FROM messages")).toBe(messages);
  expect(
    numberOf("SELECT count(DISTINCT m.line) FROM events e JOIN messages m ON m.id = e.message"),
  ).toBe(messages);
  expect(numberOf("SELECT count(*) FROM events")).toBe(messages);
  expect(numberOf("SELECT count(*) FROM unfinished")).toBe(0);
  expect(filesUnder(place.config.blobs)).toHaveLength(1);
}

function numberOf(sql: string): unknown {
  const db = new Database(place.config.store, { readonly: true });
  try {
    return db.prepare(sql).pluck().get();
  } finally {
    db.close();
  }
}

const isWriting = () =>
  withStore(place, async (store) => (await store.reports.counts()).files.recording === 1);

/** Locks of programs that work on large files. */
const locks = () =>
  readdirSync(join(place.base, "var")).filter((name) => name.includes("-writer-"));

/** `busbar ingest` in a process of its own. */
function startIngest(path: string): ChildProcess {
  const config = join(place.base, "busbar.yaml");
  writeFileSync(
    config,
    "store: var/busbar.db\nlargeFiles: 1 MiB\nchannels:\n  inbox: { path: inbox, archive: archive, quarantine: quarantine }\n",
  );
  const child = spawn(process.execPath, [mainFile, "ingest", "--config", config, path], {
    stdio: "ignore",
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Halts an ingest while it writes messages, at a moment when it keeps nobody from the store. */
async function halt(ingest: ChildProcess): Promise<void> {
  await until("it is halted in the middle of its messages", async () => {
    if (!(await isWriting())) return false;
    ingest.kill("SIGSTOP");
    if (mayWrite() && (await isWriting())) return true;
    ingest.kill("SIGCONT");
    return false;
  });
}

/** Whether no other program is in the middle of a transaction. */
function mayWrite(): boolean {
  const db = new Database(place.config.store, { timeout: 0 });
  try {
    db.exec("BEGIN IMMEDIATE; ROLLBACK");
    return true;
  } catch {
    return false;
  } finally {
    db.close();
  }
}

async function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

describe("records-large-files: a large file is recorded whole and once", () => {
  test("though the daemon is killed in the middle of its messages", {
    timeout: 2 * waitMs + 120_000,
  }, async (t) => {
    if (!hasRoomFor(sizeBytes)) return t.skip("the disk is too small");
    const messages = writeLargeFile(join(place.channel.path, "large.uff"), sizeBytes);
    const half = Math.floor(sizeBytes / (1 << 18) / 2);
    const { signal } = await startChild(place, ["messages-added", half]).ended;
    expect(signal).toBe("SIGKILL");
    expect(await isWriting()).toBe(true);
    const finished = async () =>
      isTaken(place) && (await withStore(place, (store) => store.reports.counts())).unrouted === 0;
    await whileRunning(place, () => until("taken and routed", finished, waitMs));
    await expectOnce(messages);
  });

  test("though a daemon starts while ingest writes it", async () => {
    const path = join(place.base, "large.uff");
    const messages = writeLargeFile(path, ingestBytes);
    const ingest = startIngest(path);
    await halt(ingest);
    await whileRunning(place, async () => {
      expect(await isWriting()).toBe(true);
      ingest.kill("SIGCONT");
      expect(await endOf(ingest)).toBe(0);
      await setTimeout(100);
    });
    await expectOnce(messages);
    expect(locks()).toEqual([]);
  });

  test.for(nightly ? ["a daemon starts", "ingest is called again"] : ["a daemon starts"])(
    "and what a killed ingest left is dropped when %s",
    async (next) => {
      const path = join(place.base, "large.uff");
      const messages = writeLargeFile(path, ingestBytes);
      const killed = startIngest(path);
      await halt(killed);
      killed.kill("SIGKILL");
      await endOf(killed);
      expect(await isWriting()).toBe(true);
      if (next === "a daemon starts") {
        place.drop(goodFile(1));
        const gone = async () => isTaken(place) && !(await isWriting()) && locks().length === 0;
        await whileRunning(place, () => until("it is gone", gone));
        expect(numberOf("SELECT count(*) FROM messages")).toBe(1);
      } else {
        expect(await endOf(startIngest(path))).toBe(0);
        await expectOnce(messages);
      }
      expect(locks()).toEqual([]);
    },
  );
});
