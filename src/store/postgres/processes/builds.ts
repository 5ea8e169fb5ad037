import { compareEvents, type EventRecord } from "../../../core/event/event.ts";
import { chainOf } from "../../chain.ts";
import type {
  BuildBatch,
  BuildStore,
  BuildTask,
  CachedBuild,
} from "../../port/processes/build-store.ts";
import type { ProcessStore } from "../../port/processes/process-store.ts";
import { eventRecord, type StoredEventRow } from "../../rows/event-row.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys } from "../database/listing.ts";
import { eventColumns, eventJoins } from "../events/read-events.ts";
import type { SavedBuilds } from "./save-builds.ts";

/** The oldest events that the builder has not looked at, with their processes. */
const selectFreshEvents = `
  SELECT e.process, e.previous, p.last_event AS last, ${eventColumns}
  FROM events e JOIN processes p ON p.id = e.process ${eventJoins}
  WHERE e.seq > ? ORDER BY e.seq LIMIT ?`;

/** Processes to be built from the start, those asked for first first. */
const selectRebuilds = `
  SELECT r.process, r.ticket, w.text AS type, p.key, p.last_event AS "upTo"
  FROM rebuilds r JOIN processes p ON p.id = r.process JOIN strings w ON w.id = p.type
  ORDER BY r.process LIMIT ?`;

/** The last builds of some processes. */
const selectCachedBuilds = `
  SELECT b.process, b.definition_version AS "definitionVersion", b.seq, b.tail, b.state,
         b.error IS NOT NULL AS failed
  FROM builds b WHERE b.process ${inKeys}`;

/** Events of some processes that are to be judged though newer ones have been. */
const selectUnjudged = `
  SELECT u.process, u.event FROM unjudged u
  WHERE u.process ${inKeys} AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = u.event)`;

/** Every event of one process. */
export const selectHistory = `
  ${chainOf("id = ?")}
  SELECT ${eventColumns}
  FROM chain c JOIN events e ON e.seq = c.seq JOIN processes p ON p.id = e.process ${eventJoins}`;

type FreshRow = StoredEventRow & {
  readonly process: number;
  readonly previous: number | null;
  readonly last: number;
};
type CachedRow = Omit<CachedBuild, "failed"> & { readonly process: number; readonly failed: 0 | 1 };
interface RebuildRow {
  readonly process: number;
  readonly ticket: number;
  readonly type: string;
  readonly key: string;
  readonly upTo: number;
}

/** A task while its events are gathered. */
type Gathered = BuildTask & {
  fresh: EventRecord[];
  upTo: number;
  unjudged?: number[];
  isWhole?: boolean;
};

/** Gathers what is to be built next. */
function gathering({ db }: Connection) {
  const cursor = db.prepare<[], number>("SELECT seq FROM build_cursor").pluck();
  const fresh = db.prepare<[number, number], FreshRow>(selectFreshEvents);
  const rebuilds = db.prepare<[number], RebuildRow>(selectRebuilds);
  const cached = db.prepare<[string], CachedRow>(selectCachedBuilds);
  const unjudged = db.prepare<[string], { process: number; event: number }>(selectUnjudged);
  const newestRevision = db
    .prepare<[], number>("SELECT coalesce(max(id), 0) FROM revisions")
    .pluck();

  async function toBuild(limit: number): Promise<BuildBatch> {
    // First of all: what is said of an event while the rest is read makes the build stale.
    const revision = (await newestRevision.get()) ?? 0;
    const from = (await cursor.get()) ?? 0;
    const tasks = new Map<number, Gathered>();
    for (const { ticket, process, type, key, upTo } of await rebuilds.all(limit))
      tasks.set(process, { process, type, key, cached: null, fresh: [], upTo, ticket });
    const begun = new Set<number>();
    let next = from;
    for (const { process, previous, last, ...row } of await fresh.all(from, limit)) {
      const event = eventRecord(row);
      next = event.seq;
      const task = tasks.get(process) ?? newTask(process, event);
      tasks.set(process, task);
      if (previous === null) begun.add(process);
      if (event.seq === last && begun.has(process)) task.isWhole = true;
      task.upTo = Math.max(task.upTo, event.seq);
      if (event.void !== true) task.fresh.push(event);
    }
    const known = new Map<number, CachedBuild>(
      (await cached.all(JSON.stringify([...tasks.keys()]))).map(({ process, ...build }) => [
        process,
        { ...build, failed: build.failed === 1 },
      ]),
    );
    for (const { process, event } of await unjudged.all(JSON.stringify([...tasks.keys()]))) {
      const task = tasks.get(process);
      if (task === undefined) continue;
      task.unjudged ??= [];
      task.unjudged.push(event);
    }
    return {
      cursor: from,
      next,
      revision,
      tasks: [...tasks.values()].map((task) => ({
        ...task,
        cached: known.get(task.process) ?? null,
      })),
    };
  }

  return toBuild;
}

/** What is to be built, and saving it. */
export function builds(
  connection: Connection,
  saved: SavedBuilds,
): {
  readonly builds: Pick<BuildStore, "pending" | "save" | "rebuild" | "backlog">;
  readonly processes: Pick<ProcessStore, "history">;
} {
  const { db } = connection;
  const toBuild = gathering(connection);
  const history = db.prepare<[number], StoredEventRow>(selectHistory);
  const backlog = db
    .prepare<[], number>(
      `SELECT (SELECT coalesce(max(seq), 0) FROM events) - (SELECT seq FROM build_cursor)
            + (SELECT count(*) FROM rebuilds)`,
    )
    .pluck();

  return {
    builds: {
      pending: (limit) => connection.read(() => toBuild(limit)),
      save: ({ batch, builds: built, failures }) =>
        connection.write(() => saved.save(batch, built, failures)),
      rebuild: (processes) => connection.write(() => saved.askForRebuild(processes)),
      backlog: () => connection.read(async () => (await backlog.get()) ?? 0),
    },
    processes: {
      history: (process) =>
        connection.read(async () => {
          const events = (await history.all(process)).map(eventRecord);
          const upTo = events.reduce((newest, { seq }) => Math.max(newest, seq), 0);
          return {
            events: events.filter((event) => event.void !== true).sort(compareEvents),
            upTo,
          };
        }),
    },
  };
}

function newTask(process: number, { processType, key }: EventRecord): Gathered {
  return { process, type: processType, key, cached: null, fresh: [], upTo: 0, ticket: null };
}
