/**
 * What a file costs from its record to its built process, and what becomes of it when processes are spread over
 * several databases by their keys: `npm run bench:postgres-shards`. All databases are on one server of this machine, so
 * that the processors are shared: what is told of more machines is a model of what was measured, and says so.
 */
import { hash } from "node:crypto";
import { parseArgs } from "node:util";
import { buildPending } from "../src/build/build-pending.ts";
import { routePending } from "../src/intake/file/route.ts";
import { processDefinitions } from "../src/processes/registry.ts";
import type { ReadFile } from "../src/store/port/files/file-store.ts";
import { openPostgresStore } from "../src/store/postgres/open.ts";
import { quantile } from "./cost.ts";
import { describeMachine } from "./machine.ts";
import { makeStore, startDurableServer } from "./postgres-store.ts";
import { type Figure, figureOf, serverProcess } from "./processor-time.ts";
import { readD0010 } from "./read-d0010.ts";

const { values } = parseArgs({ options: { files: { type: "string", default: "6000" } } });
const files = Number(values.files);
const rounds = 3;
const definitions = new Map(processDefinitions.map((one) => [one.type, one]));
const filesPerCommit = 50;
const aDay = 10_000_000;
/** Of a day's files, those of its busiest hour. */
const busiestHour = 0.1;
/** What is to be left free for what comes besides: people who look, vacuum, backups. */
const inUse = 0.5;

/** What a run came to. */
interface Run extends Figure {
  /** Microseconds for each file that the store's lock was asked for and held, in the busiest database. */
  readonly locked: number;
  /** Bytes that a file takes in its database, with all its rows and indexes. */
  readonly bytes: number;
  /** Files of the database with the most, to the mean. */
  readonly skew: number;
}

const server = await startDurableServer();
const serverPid = await serverProcess(server);
say(describeMachine({ files, rounds, "files in a commit": filesPerCommit }));
try {
  const found = new Map<number, Run[]>([1, 2, 4].map((shards) => [shards, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [shards, runs] of found) runs.push(await measure(shards, round));
  for (const [shards, runs] of found) tell(shards, runs);
} finally {
  await server.stop();
}

/** Takes the files into so many databases, each with a writer of its own. */
async function measure(shards: number, round: number): Promise<Run> {
  const names = Array.from({ length: shards }, (_, shard) => `shards_${shards}_${round}_${shard}`);
  const spread: ReadFile[][] = names.map(() => []);
  for (let number = 0; number < files; number += 1) {
    const file = readD0010(
      round * files + number,
      1,
      `claim-${Math.floor(number / filesPerCommit)}`,
    );
    spread[shardOf(file, shards)]?.push(file);
  }
  for (const name of names) await makeStore(await server.database(name));
  const before = await sizeOf(names);
  const locked = names.map(() => 0);
  const figure = await figureOf(serverPid, async () => {
    await Promise.all(
      names.map(async (name, shard) => {
        const onCommit = (tookMs: number) => {
          locked[shard] = (locked[shard] ?? 0) + tookMs * 1000;
        };
        await takeIn(await server.database(name), spread[shard] ?? [], onCommit);
      }),
    );
    return files;
  });
  const most = Math.max(...spread.map(({ length }) => length));
  return {
    ...figure,
    locked: Math.max(...locked.map((us, shard) => us / (spread[shard]?.length ?? 1))),
    bytes: ((await sizeOf(names)) - before) / files,
    skew: (most * shards) / files,
  };
}

/** By the key of its process, which nothing has to be asked for. */
function shardOf({ messages, name }: ReadFile, shards: number): number {
  const key = messages[0]?.subject?.key ?? name;
  return hash("sha256", key, "buffer").readUInt32BE(0) % shards;
}

async function takeIn(
  address: string,
  all: readonly ReadFile[],
  onCommit: (tookMs: number) => void,
): Promise<void> {
  const store = await openPostgresStore(address, { blobFolder: "/nowhere", onCommit });
  for (let from = 0; from < all.length; from += filesPerCommit) {
    await store.files.record(all.slice(from, from + filesPerCommit));
    await routePending(store, processDefinitions);
    await buildPending(store, definitions);
  }
  await store.close();
}

async function sizeOf(names: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const name of names) {
    const { rows } = await server.query(name, "SELECT pg_database_size(current_database()) AS n");
    bytes += Number(rows[0]?.n);
  }
  return bytes;
}

function tell(shards: number, runs: readonly Run[]): void {
  const middle = (of: keyof Run) =>
    quantile(
      runs.map((run) => run[of]),
      0.5,
    );
  const [cost, locked, bytes] = [middle("processor"), middle("locked"), middle("bytes")];
  say(
    `\n${shards} ${shards === 1 ? "database" : "databases"}: ${whole(middle("perSecond"))} files/s, ${whole(cost)} us of processor and ${whole(bytes)} bytes a file, ${whole(locked)} us in transactions that write, the fullest database ${middle("skew").toFixed(2)} of the mean`,
  );
  const peak = (aDay * busiestHour) / 3600;
  const processors = (peak * cost) / 1e6 / inUse;
  const mostADay = (shards * 1e6 * inUse * 3600) / (locked * busiestHour) / middle("skew");
  say(
    `  Model: ${whole(aDay)} files a day (${whole(peak)} a second in the busiest hour) want ${processors.toFixed(1)} processors half free; ${shards} writers one after another, half free, take ${whole(mostADay)} a day; ${((bytes * aDay) / 1e9).toFixed(0)} GB a day before retention`,
  );
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString("en-GB");
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
