/**
 * What a store in PostgreSQL costs beside the same rows by plain `pg`, beside Emmett, graphile-worker and pg-boss,
 * on one server whose commits are on the disk when they are answered: recording by 20 clients, folding, actions that
 * do nothing, the same while a million others wait, and three daemons beside one. In alternating rounds, so that what
 * else the machine does falls on all. `-- --quick` takes a tenth; `-- --only record` one part.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { ProcessDefinition } from "../src/core/process/process.ts";
import type { Store } from "../src/store/port/store.ts";
import { openPostgresStore } from "../src/store/postgres/open.ts";
import { quantile } from "./cost.ts";
import { describeMachine } from "./machine.ts";
import { parcel } from "./parcel.ts";
import { parcelNews } from "./parcel-store.ts";
import { bareActions, bareFold, bareRecord } from "./postgres-bare.ts";
import { measureDaemons } from "./postgres-daemons.ts";
import { fillParcels, fillTickets, makeStore, startDurableServer } from "./postgres-store.ts";
import { type Figure, figureOf, serverProcess } from "./processor-time.ts";
import { readD0010 } from "./read-d0010.ts";
import { rebuildInMemory } from "./rebuild-in-memory.ts";
import { runTickets } from "./run-tickets.ts";

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, only: { type: "string" } },
});
const scale = values.quick ? 0.1 : 1;
const rounds = 3;
const clients = 20;
const recorded = 5_000 * scale;
const parcels = 2_000 * scale;
const eventsEach = 20;
const actions = 10_000 * scale;
const waiting = 1_000_000 * scale;
const options = { blobFolder: "/nowhere" };

const server = await startDurableServer();
const { rows } = await server.query("postgres", "SHOW server_version");
const serverPid = await serverProcess(server);
say(describeMachine({ PostgreSQL: String(rows[0]?.server_version), fsync: "on", rounds, clients }));
const parts = { record, fold, actions: noOps, waiting: amongMany, daemons };
try {
  for (const [name, part] of Object.entries(parts))
    if (values.only === undefined || values.only === name) await part();
} finally {
  await server.stop();
}

/** Files of one message, each call with one, beside the bare loop, and beside events by Emmett with as much data. */
async function record(): Promise<void> {
  const address = await server.database("record");
  await makeStore(address);
  const bare = await server.database("record_bare");
  await makeStore(bare);
  const emmett = await server.database("record_emmett");
  const data = readD0010(0, 1, "data").messages[0]?.json() ?? "{}";
  let number = 0;
  const files = (claim: string) =>
    Array.from({ length: recorded }, () => {
      number += 1;
      return readD0010(number, 1, claim);
    });
  const store = await openPostgresStore(address, options);
  // As the others do in a process of their own.
  await recordBy(store, files("warm").slice(0, recorded / 10));
  await inRounds(`Recorded, ${clients} clients, a second`, "Emmett's append", {
    "files, Busbar": (round) => ours(recordBy, store, files(`round-${round}`)),
    "files, bare loop": () => ours(bareRecord, bare, clients, files("bare")),
    "Emmett's append": () =>
      peer("emmett.ts", "append", serverPid, emmett, clients, recorded, data),
  });
  await store.close();
}

async function recordBy(store: Store, files: ReturnType<typeof readD0010>[]): Promise<number> {
  let next = 0;
  const client = async () => {
    for (let file = files[next]; file !== undefined; file = files[next]) {
      next += 1;
      await store.files.record([file]);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return files.length;
}

/** Processes built from their events, with handlers and conditions, beside Emmett's streams of as many events. */
async function fold(): Promise<void> {
  await fillParcels(server, "fold", parcels, eventsEach);
  const address = await server.database("fold");
  const emmett = await server.database("fold_emmett");
  await peer(
    "emmett.ts",
    "fill",
    serverPid,
    emmett,
    parcels,
    eventsEach,
    JSON.stringify(parcelNews(1, 3)),
  );
  await server.query("fold_emmett", "VACUUM ANALYZE");
  const definitions = new Map<string, ProcessDefinition>([["parcel", parcel]]);
  const store = await openPostgresStore(address, options);
  await inRounds("Events read and folded a second", "Emmett's aggregateStream", {
    Busbar: () => ours(rebuildInMemory, store, definitions, 100),
    "bare loop": () => ours(bareFold, address, parcels, 100),
    "Emmett's aggregateStream": () =>
      peer("emmett.ts", "fold", serverPid, emmett, parcels, clients),
  });
  await store.close();
}

/** Actions that do nothing, beside jobs that do nothing. */
async function noOps(): Promise<void> {
  const due = rounds * 2 * (actions + 1_000);
  await fillTickets(server, "actions", { due, others: 0, action: "punch" });
  await fillTickets(server, "actions_bare", { due, others: 0, action: "punch" });
  const [jobs, boss] = [await server.database("jobs"), await server.database("boss")];
  const graphile = (...how: string[]) =>
    peer(
      "graphile-worker.ts",
      serverPid,
      jobs,
      how.length > 0 ? actions : actions / 2,
      50,
      0,
      ...how,
    );
  await inRounds("Actions that do nothing a second", "graphile-worker, batched", {
    Busbar: () => runIn("actions", "no-op"),
    "Busbar, 50 at once as by default": () => runIn("actions", "no-op, 50 at once as by default"),
    "bare loop": async () => ours(bareActions, await server.database("actions_bare"), actions),
    "graphile-worker": () => graphile(),
    "graphile-worker, batched": () => graphile("batched"),
    "pg-boss in hundreds": () => peer("pg-boss.ts", serverPid, boss, actions, 100),
  });
}

/** The same while a million others wait for their turn, due as well, in a queue of their own and in this one. */
async function amongMany(): Promise<void> {
  const few = rounds * (actions + 1_000);
  await fillTickets(server, "few", { due: few, others: 0, action: "punch" });
  await fillTickets(server, "many", { due: few + waiting, others: 0, action: "punch" });
  const jobs = await server.database("many_jobs");
  await inRounds("Actions that do nothing a second", "Busbar, few waiting", {
    "Busbar, few waiting": () => runIn("few", "no-op"),
    [`Busbar, ${waiting.toLocaleString("en-GB")} more waiting`]: () => runIn("many", "no-op"),
    "graphile-worker, batched, as many waiting": () =>
      peer("graphile-worker.ts", serverPid, jobs, actions, 50, waiting, "batched"),
  });
}

async function runIn(
  database: string,
  kind: "no-op" | "no-op, 50 at once as by default",
): Promise<Figure> {
  const store = await openPostgresStore(await server.database(database), options);
  try {
    return await ours(runTickets, store, kind, actions);
  } finally {
    await store.close();
  }
}

/** Three daemons on one database beside one, from full inboxes to events. */
async function daemons(): Promise<void> {
  const files = 6_000 * scale;
  await inRounds("Files taken in a second, from inboxes to events", "one daemon", {
    "one daemon": (round) => measureDaemons(serverPid, server, `one_${round}`, 1, files),
    "three daemons": (round) => measureDaemons(serverPid, server, `three_${round}`, 3, files),
  });
}

/** What work in this program came to. */
function ours<Given extends unknown[]>(
  work: (...given: Given) => Promise<number>,
  ...given: Given
): Promise<Figure> {
  return figureOf(serverPid, () => work(...given));
}

/** Runs each in turn, round after round, and tells medians, lowest and highest, and how each is to the one named. */
async function inRounds(
  what: string,
  beside: string,
  ways: Readonly<Record<string, (round: number) => Promise<Figure>>>,
): Promise<void> {
  const found = new Map<string, Figure[]>(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const [name, way] of Object.entries(ways)) found.get(name)?.push(await way(round));
  say(`\n${what}`);
  const others = found.get(beside) ?? [];
  for (const [name, figures] of found) {
    const rates = figures.map((figure) => figure.perSecond);
    const costs = figures.map(({ processor }) => processor);
    const ratios = rates.map((rate, round) => rate / (others[round]?.perSecond ?? Number.NaN));
    const cheaper = costs.map((cost, round) => (others[round]?.processor ?? Number.NaN) / cost);
    say(
      `  ${name}: ${spread(rates, whole)}, ${spread(costs, whole)} us of processor each; to ${beside} ${spread(ratios, twoDigits)}, by processor time ${spread(cheaper, twoDigits)}`,
    );
  }
}

function spread(figures: readonly number[], told: (figure: number) => string): string {
  const [low = "", middle = "", high = ""] = [0, 0.5, 1].map((part) =>
    told(quantile(figures, part)),
  );
  return `${middle} (${low} to ${high})`;
}

/** Runs a peer in a process of its own; it tells its figure. */
async function peer(program: string, ...given: (string | number)[]): Promise<Figure> {
  const path = fileURLToPath(new URL(`peers/${program}`, import.meta.url));
  const child = spawn(process.execPath, [path, ...given.map(String)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [told, complained] = ["", ""];
  child.stdout.on("data", (text) => {
    told += String(text);
  });
  child.stderr.on("data", (text) => {
    complained += String(text);
  });
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${program}: ${complained}`);
  return told === "" ? { perSecond: 0, processor: 0 } : JSON.parse(told);
}

function whole(figure: number): string {
  return Math.round(figure).toLocaleString("en-GB");
}

function twoDigits(figure: number): string {
  return figure.toFixed(2);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
