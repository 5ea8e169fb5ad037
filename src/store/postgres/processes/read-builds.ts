import type { EventRevision } from "../../../core/event/as-known.ts";
import type { EventRecord } from "../../../core/event/event.ts";
import type { StoredBuild } from "../../../core/process/stored-build.ts";
import type { LedgerRow } from "../../../core/replay/judgement.ts";
import { chainOf } from "../../chain.ts";
import type { ActionStore } from "../../port/actions/action-store.ts";
import type { BuildStore } from "../../port/processes/build-store.ts";
import type { ProcessStore } from "../../port/processes/process-store.ts";
import { eventRecord, type StoredEventRow } from "../../rows/event-row.ts";
import type { Connection } from "../database/connection.ts";
import { wordTexts } from "../database/interned.ts";
import { inKeys } from "../database/listing.ts";
import { eventColumns, eventJoins } from "../events/read-events.ts";

/** The last builds of some processes, and whether they are to be built anew. */
const selectStoredBuilds = `
  SELECT b.process, b.definition_version AS "definitionVersion", b.seq, w.text AS status, b.state, b.tail,
         b.error, EXISTS (SELECT 1 FROM rebuilds r WHERE r.process = b.process) AS waits,
         EXISTS (SELECT 1 FROM revisions v WHERE v.process = b.process) AS revised
  FROM builds b LEFT JOIN strings w ON w.id = b.status WHERE b.process ${inKeys}`;

/** The rows of the ledger for some events, those that a person forced left out. */
const selectLedgerRows = `
  SELECT a.event, a.name, a.state, a.verdicts, a.reason
  FROM json_array_elements_text(?::json) k JOIN actions a ON a.event = k::bigint WHERE a.nth = 0`;

/** What was said of a process's events. */
const selectRevisionsOf = `
  SELECT event, kind, schema_version AS "schemaVersion", data, at
  FROM revisions WHERE process = ? ORDER BY id`;

/** Every event of a process as it was recorded. */
const selectRecorded = `
  ${chainOf("id = ?")}
  SELECT ${eventColumns
    .replace("coalesce(r.schema_version, e.schema_version)", "e.schema_version")
    .replace("coalesce(r.data, e.data, m.data)", "coalesce(e.data, m.data)")}
  FROM chain c JOIN events e ON e.seq = c.seq JOIN processes p ON p.id = e.process ${eventJoins}`;

type BuildRow = Omit<StoredBuild, "waits" | "revised"> & {
  readonly process: number;
  readonly waits: 0 | 1;
  readonly revised: 0 | 1;
};

type LedgerColumns = readonly [
  event: number,
  name: number,
  state: LedgerRow["state"],
  verdicts: string | null,
  reason: string | null,
];

/** Reading what was built and judged, and what a process was recorded as. */
export function readBuilds(connection: Connection): {
  readonly processes: Pick<ProcessStore, "recordedHistory">;
  readonly builds: Pick<BuildStore, "stored">;
  readonly actions: Pick<ActionStore, "ledger">;
} {
  const { db } = connection;
  const stored = db.prepare<[string], BuildRow>(selectStoredBuilds);
  const ledger = db.prepare<[string], LedgerColumns>(selectLedgerRows).raw();
  const names = wordTexts(connection);
  const any = db.prepare<[], 1>("SELECT 1 FROM actions LIMIT 1").pluck();
  const recorded = db.prepare<[number], StoredEventRow>(selectRecorded);
  const revisions = db.prepare<[number], EventRevision>(selectRevisionsOf);
  return {
    processes: {
      recordedHistory: (process) =>
        connection.read(async () => ({
          events: (await recorded.all(process)).map(asRecorded),
          revisions: await revisions.all(process),
        })),
    },
    builds: {
      stored: (processes) =>
        connection.read(
          async () =>
            new Map(
              (await stored.all(JSON.stringify(processes))).map(
                ({ process, waits, revised, ...build }) => [
                  process,
                  { ...build, waits: waits === 1, revised: revised === 1 },
                ],
              ),
            ),
        ),
    },
    actions: {
      ledger: (events) =>
        connection.read(async () => {
          if ((await any.get()) === undefined) return new Map();
          const found = new Map<number, LedgerRow[]>();
          for (const [event, name, state, verdicts, reason] of await ledger.all(
            JSON.stringify(events),
          )) {
            const row = { event, action: await names(name), state, verdicts, reason };
            const rows = found.get(event);
            if (rows === undefined) found.set(event, [row]);
            else rows.push(row);
          }
          return found;
        }),
    },
  };
}

/** Whether it was declared void or amended since is what its revisions say. */
function asRecorded(row: StoredEventRow): EventRecord {
  return eventRecord({ ...row, void: 0, amended: 0 });
}
