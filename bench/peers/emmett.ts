/**
 * What Emmett does on PostgreSQL, in a process of its own, told as one JSON line.
 * `append <server> <address> <clients> <events> <data>`: events, each alone on a new stream.
 * `fill <server> <address> <streams> <events> <data>` makes streams to read; `fold <server> <address> <streams> <at once>`
 * reads and folds them. `<server>` is the number of the server's process.
 */
import { getPostgreSQLEventStore } from "@event-driven-io/emmett-postgresql";
import { figureOf } from "../processor-time.ts";

interface Told {
  readonly type: "told";
  readonly data: Readonly<Record<string, unknown>>;
}

interface Seen {
  readonly seen: number;
}

const [verb = "", server = "", address = "", ...rest] = process.argv.slice(2);
const store = getPostgreSQLEventStore(address);
await store.schema.migrate();
if (verb === "append") await append(Number(rest[0]), Number(rest[1]), told(rest[2]));
else if (verb === "fill") await fill(Number(rest[0]), Number(rest[1]), told(rest[2]));
else if (verb === "fold") await fold(Number(rest[0]), Number(rest[1]));
else throw new Error(`append, fill or fold, not ${verb}`);
await store.close();

async function append(clients: number, events: number, event: Told): Promise<void> {
  const run = `run-${process.hrtime.bigint()}`;
  let next = 0;
  const appendUntil = (end: number) =>
    inParallel(clients, async () => {
      while (next < end) {
        next += 1;
        await store.appendToStream<Told>(`${run}-${next}`, [event]);
      }
    });
  await appendUntil(Math.ceil(events / 10));
  const warm = next;
  await tell(async () => {
    await appendUntil(warm + events);
    return next - warm;
  });
}

async function fill(streams: number, events: number, event: Told): Promise<void> {
  let next = 0;
  await inParallel(10, async () => {
    while (next < streams) {
      next += 1;
      const some = Array.from({ length: events }, () => event);
      await store.appendToStream<Told>(`stream-${next}`, some);
    }
  });
}

async function fold(streams: number, atOnce: number): Promise<void> {
  let next = 0;
  let folded = 0;
  const foldUntil = (end: number) =>
    inParallel(atOnce, async () => {
      while (next < end) {
        next += 1;
        const { state } = await store.aggregateStream<Seen, Told>(`stream-${next}`, {
          initialState: () => ({ seen: 0 }),
          evolve: ({ seen }: Seen) => ({ seen: seen + 1 }),
        });
        folded += state.seen;
      }
    });
  await foldUntil(Math.ceil(streams / 10));
  next = 0;
  folded = 0;
  await tell(async () => {
    await foldUntil(streams);
    return folded;
  });
}

async function inParallel(count: number, work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: count }, work));
}

function told(data = "{}"): Told {
  return { type: "told", data: JSON.parse(data) as Told["data"] };
}

async function tell(work: () => Promise<number>): Promise<void> {
  process.stdout.write(`${JSON.stringify(await figureOf(Number(server), work))}\n`);
}
