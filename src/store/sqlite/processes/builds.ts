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
import { eventColumns, eventJoins, selectEvents } from "../events/read-events.ts";
import type { SavedBuilds } from "./save-builds.ts";

/** The oldest events that the builder has not looked at, with their processes. */
export const selectFreshEvents = `
  SELECT e.process, e.previous, p.last_event AS last, ${eventColumns}
  FROM events e JOIN processes p ON p.id = e.process ${eventJoins}
  WHERE e.seq > ? ORDER BY e.seq LIMIT ?`;

/** The oldest events that the builder has not looked at, in short, and whether a build has them already. */
export const selectFreshHeads = `
  SELECT e.seq, e.process, e.previous, p.last_event AS last, w.text AS type, p.key,
         b.seq >= e.seq AND b.error IS NULL AND b.state IS NOT NULL AS isBuilt
  FROM events e JOIN processes p ON p.id = e.process JOIN strings w ON w.id = p.type
  LEFT JOIN builds b ON b.process = e.process
  WHERE e.seq > ? ORDER BY e.seq LIMIT ?`;

/** Processes to be built from the start, those asked for first first. */
const selectRebuilds = `
  SELECT r.process, r.ticket, w.text AS type, p.key, p.last_event AS upTo
  FROM rebuilds r JOIN processes p ON p.id = r.process JOIN strings w ON w.id = p.type
  ORDER BY r.process LIMIT ?`;

/** The last builds of some processes. */
export const selectCachedBuilds = `
  SELECT b.process, b.definition_version AS definitionVersion, b.seq, b.tail, b.state,
         b.error IS NOT NULL AS failed
  FROM builds b WHERE b.process ${inKeys}`;

/** Events of some processes that are to be judged though newer ones have been. */
export const selectUnjudged = `
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
interface FreshHead {
  readonly seq: number;
  readonly process: number;
  readonly previous: number | null;
  readonly last: number;
  readonly type: string;
  readonly key: string;
  readonly isBuilt: 0 | 1 | null;
}
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

/** An event that the builder has not looked at; its record is left out where a build has it. */
type FreshEvent = Omit<FreshHead, "isBuilt"> & { readonly event: EventRecord | null };

/** Reads the oldest events that the builder has not looked at. */
function freshEvents({ db }: Connection) {
  const heads = db.prepare<[number, number], FreshHead>(selectFreshHeads);
  const whole = db.prepare<[number, number], FreshRow>(selectFreshEvents);
  const some = db.prepare<[string], StoredEventRow>(selectEvents);

  return function* fresh(from: number, limit: number): Generator<FreshEvent> {
    const short = heads.all(from, limit);
    const wanted = short.filter(({ isBuilt }) => isBuilt !== 1).map(({ seq }) => seq);
    const rows: StoredEventRow[] =
      wanted.length === short.length
        ? whole.all(from, limit).map(({ process, previous, last, ...row }) => row)
        : some.all(JSON.stringify(wanted));
    const records = new Map(rows.map((row) => [row.seq, row]));
    for (const head of short) {
      const row = records.get(head.seq);
      yield { ...head, event: row === undefined ? null : eventRecord(row) };
    }
  };
}

/** Gathers what is to be built next. */
function gathering(connection: Connection) {
  const { db } = connection;
  const cursor = db.prepare<[], number>("SELECT seq FROM build_cursor").pluck();
  const fresh = freshEvents(connection);
  const rebuilds = db.prepare<[number], RebuildRow>(selectRebuilds);
  const cached = db.prepare<[string], CachedRow>(selectCachedBuilds);
  const unjudged = db.prepare<[string], { process: number; event: number }>(selectUnjudged);
  const newestRevision = db.prepare<[], number>("SELECT ifnull(max(id), 0) FROM revisions").pluck();

  function toBuild(limit: number): BuildBatch {
    // First of all: what is said of an event while the rest is read makes the build stale.
    const revision = newestRevision.get() ?? 0;
    const from = cursor.get() ?? 0;
    const tasks = new Map<number, Gathered>();
    for (const { ticket, process, type, key, upTo } of rebuilds.all(limit))
      tasks.set(process, { process, type, key, cached: null, fresh: [], upTo, ticket });
    const begun = new Set<number>();
    let next = from;
    for (const { seq, process, previous, last, type, key, event } of fresh(from, limit)) {
      next = seq;
      const task = tasks.get(process) ?? newTask({ process, type, key });
      tasks.set(process, task);
      if (previous === null) begun.add(process);
      if (seq === last && begun.has(process)) task.isWhole = true;
      task.upTo = Math.max(task.upTo, seq);
      if (event !== null && event.void !== true) task.fresh.push(event);
    }
    const known = new Map<number, CachedBuild>(
      cached
        .all(JSON.stringify([...tasks.keys()]))
        .map(({ process, ...build }) => [process, { ...build, failed: build.failed === 1 }]),
    );
    for (const { process, event } of unjudged.all(JSON.stringify([...tasks.keys()]))) {
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
      `SELECT (SELECT ifnull(max(seq), 0) FROM events) - (SELECT seq FROM build_cursor)
            + (SELECT count(*) FROM rebuilds)`,
    )
    .pluck();

  return {
    builds: {
      pending: (limit) => connection.read(() => toBuild(limit)),
      save: ({ batch, builds: built, failures }) =>
        connection.write(() => saved.save(batch, built, failures)),
      rebuild: (processes) => connection.write(() => saved.askForRebuild(processes)),
      backlog: () => connection.read(() => backlog.get() ?? 0),
    },
    processes: {
      history: (process) =>
        connection.read(() => {
          const events = history.all(process).map(eventRecord);
          const upTo = events.reduce((newest, { seq }) => Math.max(newest, seq), 0);
          return {
            events: events.filter((event) => event.void !== true).sort(compareEvents),
            upTo,
          };
        }),
    },
  };
}

function newTask({ process, type, key }: Pick<FreshHead, "process" | "type" | "key">): Gathered {
  return { process, type, key, cached: null, fresh: [], upTo: 0, ticket: null };
}
