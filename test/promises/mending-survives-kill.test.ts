import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { buildPending } from "../../src/build/build-pending.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { meterWatch } from "../build/meter-watch.ts";
import { catalogueOf, parcels } from "../build/parcels.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";
import { goodFile, type SentFile } from "./flow-files.ts";

const program = fileURLToPath(new URL("mending-that-dies.ts", import.meta.url));
const isNightly = process.env["BUSBAR_NIGHTLY"] !== undefined;

/** Fills a store with files, builds it, and gives its path. */
async function filled(
  files: readonly SentFile[],
  definition: typeof parcels | typeof meterWatch,
  catalogue = loadCatalogue(),
): Promise<string> {
  const folder = temporaryFolder();
  const path = `${folder}/busbar.db`;
  const store = await openSqliteStore(path, { blobFolder: `${path}.blobs` });
  const context = recordingContext({
    store,
    catalogue,
    blobs: `${path}.blobs`,
    largeFileBytes: 1 << 20,
  });
  const paths = files.map(({ name, bytes }) => {
    writeFileSync(`${folder}/${name}`, bytes);
    return `${folder}/${name}`;
  });
  await Array.fromAsync(ingestFiles(context, [definition], paths));
  await buildPending(store, new Map([[definition.type, definition]]));
  await store.close();
  return path;
}

function start(path: string, ...words: string[]): ChildProcess {
  const child = spawn(process.execPath, [program, path, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

function rows(path: string, sql: string): unknown[] {
  const shell = new Database(path, { readonly: true });
  try {
    return shell.prepare(sql).all();
  } finally {
    shell.close();
  }
}

test("a void that is killed is there with all that follows from it, or not at all", async () => {
  const whole = await filled(
    [1, 2, 3].map((number) => goodFile(number, 200)),
    meterWatch,
  );
  for (let run = 0; run < (isNightly ? 100 : 3); run += 1) {
    const path = `${temporaryFolder()}/busbar.db`;
    copyFileSync(whole, path);
    const child = start(path, "void");
    // Asked for now: late in the test it may be done before it is killed.
    const closed = once(child, "close");
    await once(child.stdout as NodeJS.ReadableStream, "data");
    await setTimeout(run * (isNightly ? 5 : 60));
    child.kill("SIGKILL");
    await closed;
    const all = rows(
      path,
      `SELECT e.seq,
              EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq) AS void,
              EXISTS (SELECT 1 FROM revisions r WHERE r.event = e.seq) AS said,
              EXISTS (SELECT 1 FROM rebuilds b WHERE b.process = e.process) AS rebuilt,
              (SELECT group_concat(DISTINCT state) FROM actions a WHERE a.event = e.seq) AS actions
       FROM events e`,
    ) as Record<string, unknown>[];
    for (const { void: isVoid, said, rebuilt, actions } of all) {
      expect([said, rebuilt]).toEqual([isVoid, isVoid]);
      expect(actions).toBe(isVoid === 1 ? "cancelled" : "planned");
    }
  }
}, 600_000);

const files = [1, 2, 3, 4].map((number): SentFile => {
  const text = `parcel,owner,colour\nP${number},ann${number},red\nQ${number},bob,blue\n`;
  return { name: `${number}.csv`, bytes: Buffer.from(text) };
});
const said = (path: string) =>
  rows(
    path,
    `SELECT e.message, p.key, e.data, EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq) AS void
       FROM events e JOIN processes p ON p.id = e.process ORDER BY e.message, e.seq`,
  );

test("a restate that is killed after any file, and run again, comes to the same as one that was not", async () => {
  const catalogue = await catalogueOf(temporaryFolder(), "parcel", {
    perLine: ["owner", "colour"],
  });
  const whole = await filled(files, parcels, catalogue);
  const plain = `${temporaryFolder()}/busbar.db`;
  copyFileSync(whole, plain);
  expect(await once(start(plain, "restate"), "close")).toEqual([0, null]);
  expect(said(plain)).toHaveLength(16);
  for (const occurrence of isNightly ? [1, 2, 3, 4] : [2]) {
    const path = `${temporaryFolder()}/busbar.db`;
    copyFileSync(whole, path);
    const killed = await once(start(path, "restate", String(occurrence)), "close");
    expect(killed).toEqual([null, "SIGKILL"]);
    expect(said(path)).toHaveLength(8 + 2 * occurrence);
    await once(start(path, "restate"), "close");
    expect(said(path)).toEqual(said(plain));
  }
});

test("a restate of a file of many messages that is killed between its batches comes to the same", async () => {
  const catalogue = await catalogueOf(temporaryFolder(), "parcel", {
    perLine: ["owner", "colour"],
  });
  const lines = Array.from({ length: 1_200 }, (_, at) => `P${at},ann${at},red`);
  const text = ["parcel,owner,colour", ...lines, ""].join("\n");
  const whole = await filled([{ name: "many.csv", bytes: Buffer.from(text) }], parcels, catalogue);
  const [plain, path] = [0, 1].map(() => `${temporaryFolder()}/busbar.db`) as [string, string];
  for (const copy of [plain, path]) copyFileSync(whole, copy);
  const first = once(start(plain, "restate"), "close");
  expect(await once(start(path, "restate", "2"), "close")).toEqual([null, "SIGKILL"]);
  // Two batches of 500: each event that is void has another in its place.
  expect(said(path)).toHaveLength(1_200 + 1_000);
  expect(await once(start(path, "restate"), "close")).toEqual([0, null]);
  expect(await first).toEqual([0, null]);
  expect(said(path)).toHaveLength(2_400);
  expect(said(path)).toEqual(said(plain));
});
