import type { EventRecord } from "../../../core/event/event.ts";
import type { FileState, MessageRecord } from "../../../core/file/file.ts";
import { noEvent } from "../../../core/refusal/no-event.ts";
import type { RefusedError } from "../../../core/refusal/refused-error.ts";
import type { ActionStore } from "../../port/actions/action-store.ts";
import type { ActedEvent, JudgedAction } from "../../port/events/consequence.ts";
import type { EventStore } from "../../port/events/event-store.ts";
import type {
  ChangedBy,
  Mended,
  Revision,
  RevisionStore,
} from "../../port/events/revision-store.ts";
import type { MessageStore } from "../../port/files/message-store.ts";
import { eventRecord, type StoredEventRow } from "../../rows/event-row.ts";
import {
  alreadyVoid,
  type BesideVoid,
  whyNoCorrection,
  whyNoUnvoid,
} from "../../rules/event-revision.ts";
import type { Connection } from "../database/connection.ts";
import { mapInTurn } from "../database/in-turn.ts";
import { inKeys } from "../database/listing.ts";
import { type MessageRow, messageRecord, selectMessage } from "../files/read-files.ts";
import { type ConsequencesOf, selectActed, selectJudged } from "./consequences.ts";
import type { EventRows } from "./event-rows.ts";
import { selectEvents } from "./read-events.ts";
import type { RevisionRows, Said } from "./revision-rows.ts";

/** What was said of an event, the first first. */
const selectRevisions = `
  SELECT id, event, kind, schema_version AS "schemaVersion", data, actor, reason, at, restated
  FROM revisions WHERE event ${inKeys} ORDER BY id`;

/** The event that counts of a message for a type of process, other than one. */
const selectElsewhere = `
  SELECT o.seq, p.key
  FROM events e JOIN events o ON o.message = e.message AND o.process_type = e.process_type
  JOIN processes p ON p.id = o.process
  WHERE e.seq = ? AND o.seq <> e.seq AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = o.seq)
  LIMIT 1`;

type RevisionRow = Omit<Revision, "restated"> & { readonly restated: 0 | 1 };

type Statements = ReturnType<typeof statements>;

interface RevisionParts {
  readonly connection: Connection;
  readonly appending: EventRows;
  readonly rows: RevisionRows;
  readonly consequences: ConsequencesOf;
  readonly prepared: Statements;
  readonly find: ReturnType<typeof finding>;
}

/** Prepares the statements. */
function statements({ db }: Connection) {
  const events = db.prepare<[string], StoredEventRow>(selectEvents);
  const message = db.prepare<[number], MessageRow>(selectMessage);
  const revisions = db.prepare<[string], RevisionRow>(selectRevisions);
  const stateOf = db.prepare<[number], FileState>("SELECT state FROM files WHERE id = ?").pluck();
  const acted = db.prepare<[number, number], Omit<ActedEvent, "consequences">>(selectActed);
  const judged = db.prepare<[string, string], JudgedAction>(selectJudged);
  const elsewhere = db.prepare<[number], { seq: number; key: string }>(selectElsewhere);

  return { events, message, revisions, stateOf, acted, judged, elsewhere };
}

/** Finds an event as it is now. */
function finding({ events }: Statements) {
  async function find(seq: number): Promise<EventRecord | null> {
    const [row] = await events.all(JSON.stringify([seq]));
    return row === undefined ? null : eventRecord(row);
  }

  return find;
}

/** What may keep the void of an event from being taken back. */
async function besideVoid(
  { stateOf, elsewhere }: Statements,
  { seq, file }: EventRecord,
): Promise<BesideVoid> {
  return {
    fileState: file === null ? undefined : await stateOf.get(file),
    elsewhere: await elsewhere.get(seq),
  };
}

/** Appends what is said of an event, unless it is refused. */
function revising({ connection, find, consequences, prepared: { revisions } }: RevisionParts) {
  function revise(
    seq: number,
    changedBy: ChangedBy,
    change: (event: EventRecord, said: Said) => Promise<RefusedError | null>,
  ): Promise<Mended> {
    return connection.write(async () => {
      const before = await find(seq);
      if (before === null) throw noEvent(seq);
      const refused = await change(before, { ...changedBy, at: await connection.stamp() });
      if (refused !== null) throw refused;
      const event = (await find(seq)) ?? before;
      const revision = (await revisions.all(JSON.stringify([seq]))).at(-1)?.id ?? 0;
      return { event, revision, consequences: await consequences(seq) };
    });
  }

  return revise;
}

/** The verbs that say something of an event, and what was said of it. */
function revisionVerbs(parts: RevisionParts): RevisionStore {
  const { connection, appending, rows, prepared } = parts;
  const revisionsOf = async (seqs: readonly number[]): Promise<Revision[]> =>
    (await prepared.revisions.all(JSON.stringify(seqs))).map((row) => ({
      ...row,
      restated: row.restated === 1,
    }));
  const revise = revising(parts);

  return {
    list: (seq) => connection.read(() => revisionsOf([seq])),
    ofEvents: (seqs) =>
      connection.read(async () => Map.groupBy(await revisionsOf(seqs), ({ event }) => event)),

    void: ({ seq, changedBy }) =>
      revise(seq, changedBy, async (_, said) =>
        (await rows.voidEvent(seq, said)) > 0 ? null : alreadyVoid(seq),
      ),

    unvoid: ({ seq, changedBy }) =>
      revise(seq, changedBy, async (event, said) => {
        const refused = whyNoUnvoid(event, await besideVoid(prepared, event));
        if (refused !== null) return refused;
        await appending.begin();
        await rows.unvoidEvent(seq, said);
        return null;
      }),

    correct: ({ seq, data, changedBy }) =>
      revise(seq, changedBy, async (event, said) => {
        const refused = whyNoCorrection(event, data);
        if (refused !== null) return refused;
        await rows.amendEvent(seq, "correct", data, said);
        return null;
      }),
  };
}

/** Revising events: each verb appends one revision, with all that follows from it, in one transaction. */
export function reviseEvents(
  connection: Connection,
  appending: EventRows,
  rows: RevisionRows,
  consequences: ConsequencesOf,
): {
  readonly events: Pick<EventStore, "get" | "actedOn">;
  readonly messages: Pick<MessageStore, "get">;
  readonly revisions: RevisionStore;
  readonly actions: Pick<ActionStore, "ofEvent" | "judged">;
} {
  const prepared = statements(connection);
  const { message, acted, judged } = prepared;
  const find = finding(prepared);
  const parts = { connection, appending, rows, consequences, prepared, find };

  return {
    events: {
      get: (seq) => connection.read(() => find(seq)),
      actedOn: ({ file, limit }) =>
        connection.read(async () =>
          mapInTurn(await acted.all(file, limit), async (row) => ({
            ...row,
            consequences: await consequences(row.event),
          })),
        ),
    },
    messages: {
      get: (id) =>
        connection.read(async (): Promise<MessageRecord | null> => {
          const row = await message.get(id);
          return row === undefined ? null : messageRecord(row);
        }),
    },
    revisions: revisionVerbs(parts),
    actions: {
      judged: ({ processType, key }) => connection.read(() => judged.all(key, processType)),
      ofEvent: (seq) => connection.read(() => consequences(seq)),
    },
  };
}
