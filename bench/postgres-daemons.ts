import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { TestServer } from "../test/store/postgres/server.ts";
import { startBuilt, stopBuilt } from "./built-daemon.ts";
import { d0010 } from "./flow-files.ts";
import { makeStore } from "./postgres-store.ts";
import { type Figure, figureOf } from "./processor-time.ts";

/** Folders that files come by: each is one daemon's at a time. */
const channels = ["east", "north", "west"];

/**
 * Files a second that so many daemons on one database take in together, until each has its event. Their inboxes are
 * filled when all daemons are ready and have shared out the channels.
 */
export async function measureDaemons(
  serverPid: number,
  server: TestServer,
  database: string,
  daemons: number,
  files: number,
): Promise<Figure> {
  const address = await server.database(database);
  await makeStore(address);
  const folder = mkdtempSync(join(tmpdir(), "busbar-bench-"));
  const running: ChildProcess[] = [];
  try {
    for (const channel of channels) mkdirSync(join(folder, channel));
    for (let daemon = 0; daemon < daemons; daemon += 1)
      running.push(await startBuilt(configured(folder, address, daemon)));
    await until(server, database, ownersOfChannels, daemons);
    const pids = running.flatMap(({ pid = [] }) => pid);
    return await figureOf([serverPid, ...pids], async () => {
      for (let number = 0; number < files; number += 1) {
        const channel = channels[number % channels.length] ?? "";
        writeFileSync(join(folder, channel, `D0010-${number}.uff`), d0010(number, 1));
      }
      await until(server, database, "SELECT count(*) AS n FROM events", files);
      return files;
    });
  } finally {
    await Promise.all(running.map(stopBuilt));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How many daemons have a channel. */
const ownersOfChannels = `
  SELECT count(DISTINCT daemon) AS n FROM work_leases WHERE part LIKE 'channel %'`;

async function until(
  server: TestServer,
  database: string,
  sql: string,
  wanted: number,
): Promise<void> {
  for (;;) {
    const { rows } = await server.query(database, sql);
    if (Number(rows[0]?.n) >= wanted) return;
    await delay(50);
  }
}

function configured(folder: string, address: string, daemon: number): string {
  const path = join(folder, `daemon-${daemon}.yaml`);
  const lines = channels.map(
    (name) =>
      `  ${name}: { path: ${name}, work: work-${name}, archive: archive-${name}, quarantine: quarantine-${name}, steady: 0s }`,
  );
  writeFileSync(
    path,
    [`store: ${address}`, "http: false", "disk: { stop: 0 B }", "channels:", ...lines].join("\n"),
  );
  return path;
}
