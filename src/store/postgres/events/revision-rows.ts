import type { Connection } from "../database/connection.ts";
import type { EventRows } from "./event-rows.ts";
import type { GoesBy } from "./goes-by.ts";

/** Who says so, why, and when in milliseconds since 1970. */
export interface Said {
  readonly actor: string;
  readonly reason: string;
  readonly at: number;
  /** It is part of a restate. */
  readonly restated?: boolean;
}

/** Appending revisions of events, and keeping what they say together. Within a write only. */
export interface RevisionRows {
  /**
   * The event counts no longer: what was planned, failed or in need of review because of it is cancelled, and its
   * process is built from the start. Returns how many were not void before: none or one.
   */
  voidEvent(seq: number, said: Said): Promise<number>;
  /** Declares all events of a file void; returns how many were not void before. */
  voidFile(file: number, said: Said): Promise<number>;
  /**
   * The event counts again: what its void cancelled is as it was before, unless somebody did something
   * with it since, and what waits for its process joins it. After `EventRows.begin`. Returns how many
   * were void before: none or one.
   */
  unvoidEvent(seq: number, said: Said): Promise<number>;
  /**
   * Lets the events of a file count again that were declared void at this moment, when the file was
   * withdrawn.
   */
  unvoidFile(file: number, at: number, said: Said): Promise<void>;
  /** The event has other data from now on. */
  amendEvent(
    seq: number,
    kind: "correct" | "restate",
    data: { readonly schemaVersion: number; readonly data: string },
    said: Said,
  ): Promise<void>;
}

/** An event, or the events of a file, unless they are void. */
const oneEvent =
  "SELECT seq FROM events WHERE seq = ? AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = seq)";
const eventsOfFile = `
  SELECT e.seq FROM messages m JOIN events e ON e.message = m.id
  WHERE m.file = ? AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)`;

const insertRevision = (seqs: string, kind: "void" | "unvoid") => `
  INSERT INTO revisions (event, process, kind, actor, reason, at, restated)
  SELECT e.seq, e.process, '${kind}', ?, ?, ?, ? FROM events e WHERE e.seq = ANY (ARRAY(${seqs}))`;

const askForRebuild = (seqs: string) => `
  INSERT INTO rebuilds (process, ticket)
  SELECT DISTINCT e.process, (SELECT coalesce(max(ticket), 0) + 1 FROM rebuilds)
  FROM events e WHERE e.seq = ANY (ARRAY(${seqs}))
  ON CONFLICT (process) DO UPDATE SET ticket = excluded.ticket`;

/** The event counts of files of many messages follow. */
const recount = (seqs: string, by: "-" | "+") => `
  UPDATE event_counts SET events = event_counts.events ${by} gone.lost
  FROM (SELECT m.file, count(*) AS lost FROM events e JOIN messages m ON m.id = e.message
        WHERE e.seq = ANY (ARRAY(${seqs})) GROUP BY m.file) AS gone
  WHERE event_counts.file = gone.file`;

/** What undoes another action is done because of a void, not in spite of it. */
const isNoUndoing = `
  NOT EXISTS (SELECT 1 FROM interventions i WHERE i.made = actions.id AND i.kind = 'undo')`;

const voidStatements = (seqs: string) => ({
  revise: insertRevision(seqs, "void"),
  rebuild: askForRebuild(seqs),
  remember: `
    INSERT INTO cancelled_with_event (action, process, state, reason, ended_at)
    SELECT id, process, state, reason, ended_at FROM actions
    WHERE state IN ('planned', 'failed', 'needs-review') AND ${isNoUndoing} AND event = ANY (ARRAY(${seqs}))
    ON CONFLICT (action) DO UPDATE SET
      state = excluded.state, reason = excluded.reason, ended_at = excluded.ended_at`,
  cancel: `
    UPDATE actions SET state = 'cancelled', parked = 0, ended_at = ?,
                       reason = 'its event was declared void'
    WHERE state IN ('planned', 'failed', 'needs-review') AND ${isNoUndoing} AND event = ANY (ARRAY(${seqs}))`,
  noteUnjudged: `
    INSERT INTO unjudged (event, process)
    SELECT e.seq, e.process FROM events e
    WHERE e.seq = ANY (ARRAY(${seqs}))
      AND e.seq > coalesce((SELECT b.seq FROM builds b WHERE b.process = e.process), 0)
    ON CONFLICT (event) DO NOTHING`,
  recount: recount(seqs, "-"),
  mark: `INSERT INTO voids (event) ${seqs}`,
});

/** What voids one event, and all events of a file. */
const voidingOne = voidStatements(oneEvent);
/** What voids all events of a file. */
const voidingFile = voidStatements(eventsOfFile);

const oneVoid = "SELECT event FROM voids WHERE event = ?";

/** Events of a file that are void since a moment. A later void of one is a revision of its own. */
const voidsOfFile = `
  SELECT e.seq FROM messages m JOIN events e ON e.message = m.id
  WHERE m.file = ? AND EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)
    AND EXISTS (SELECT 1 FROM revisions r WHERE r.event = e.seq AND r.kind = 'void' AND r.at = ?)`;

const unvoidStatements = (seqs: string) => ({
  revise: insertRevision(seqs, "unvoid"),
  rebuild: askForRebuild(seqs),
  restore: `
    UPDATE actions SET state = c.state, reason = c.reason, ended_at = c.ended_at
    FROM cancelled_with_event c
    WHERE c.action = actions.id AND actions.event = ANY (ARRAY(${seqs})) AND actions.state = 'cancelled'`,
  forget: `
    DELETE FROM cancelled_with_event
    WHERE action IN (SELECT id FROM actions WHERE event = ANY (ARRAY(${seqs})))`,
  recount: recount(seqs, "+"),
  unmark: `DELETE FROM voids WHERE event = ANY (ARRAY(${seqs}))`,
});

/** What makes one event count again, and those of a file that was withdrawn. */
const unvoidingOne = unvoidStatements(oneVoid);
/** What makes the events of a file that was withdrawn count again. */
const unvoidingFile = unvoidStatements(voidsOfFile);

/** The processes that the events of a file are on. */
const selectProcessesOfFile = `
  SELECT DISTINCT e.process_type AS "processType", p.key
  FROM messages m JOIN events e ON e.message = m.id JOIN processes p ON p.id = e.process
  WHERE m.file = ?`;

/** The process of an event. */
const selectProcessOf = `
  SELECT e.process_type AS "processType", p.key
  FROM events e JOIN processes p ON p.id = e.process WHERE e.seq = ?`;

/** What gives one event other data. */
const amendingOne = {
  revise: `
    INSERT INTO revisions
      (event, process, kind, schema_version, data, actor, reason, at, restated)
    SELECT seq, process, ?, ?, ?, ?, ?, ?, ? FROM events WHERE seq = ? RETURNING id`,
  rebuild: askForRebuild("SELECT seq FROM events WHERE seq = ?"),
  put: `
    INSERT INTO amendments (event, revision) VALUES (?, ?)
    ON CONFLICT (event) DO UPDATE SET revision = excluded.revision`,
};

interface Place {
  readonly processType: number;
  readonly key: string;
}

/** Prepares the statements. */
export function revisionRows(
  connection: Connection,
  events: EventRows,
  found: GoesBy,
): RevisionRows {
  const { db } = connection;
  const voiding = (statements: typeof voidingOne) => {
    const revise = db.prepare<[string, string, number, 0 | 1, number]>(statements.revise);
    const cancel = db.prepare<[number, number]>(statements.cancel);
    const rebuild = db.prepare<[number]>(statements.rebuild);
    const remember = db.prepare<[number]>(statements.remember);
    const noteUnjudged = db.prepare<[number]>(statements.noteUnjudged);
    const count = db.prepare<[number]>(statements.recount);
    const mark = db.prepare<[number]>(statements.mark);
    return async (of: number, { actor, reason, at, restated }: Said) => {
      const { changes } = await revise.run(actor, reason, at, flag(restated), of);
      if (changes === 0) return 0;
      await rebuild.run(of);
      await remember.run(of);
      await cancel.run(at, of);
      await noteUnjudged.run(of);
      await count.run(of);
      await mark.run(of);
      return changes;
    };
  };
  const processOf = db.prepare<[number], Place>(selectProcessOf);
  const processesOfFile = db.prepare<[number], Place>(selectProcessesOfFile);
  const unvoiding = <Which extends number[]>(statements: typeof unvoidingOne) => {
    const revise = db.prepare<[string, string, number, 0 | 1, ...Which]>(statements.revise);
    const { rebuild, restore, forget, recount: count, unmark } = statements;
    const rest = [rebuild, restore, forget, count, unmark].map((sql) => db.prepare<Which>(sql));
    return async ({ actor, reason, at, restated }: Said, ...which: Which) => {
      const { changes } = await revise.run(actor, reason, at, flag(restated), ...which);
      if (changes > 0) for (const statement of rest) await statement.run(...which);
      return changes;
    };
  };
  const unvoidOne = unvoiding<[number]>(unvoidingOne);
  const unvoidAll = unvoiding<[file: number, at: number]>(unvoidingFile);
  const amend = db.prepare<
    ["correct" | "restate", number, string, string, string, number, 0 | 1, number]
  >(amendingOne.revise);
  const rebuildOne = db.prepare<[number]>(amendingOne.rebuild);
  const put = db.prepare<[number, number]>(amendingOne.put);
  async function isAgain(processType: number, key: string, at: number): Promise<void> {
    await events.match(processType, key, at);
    await found.again(processType, key, at);
  }

  return {
    voidEvent: voiding(voidingOne),
    voidFile: voiding(voidingFile),
    async unvoidEvent(seq, said) {
      const changes = await unvoidOne(said, seq);
      if (changes === 0) return 0;
      const { processType, key } = (await processOf.get(seq)) ?? noProcess(seq);
      await isAgain(processType, key, said.at);
      return changes;
    },
    async unvoidFile(file, at, said) {
      if ((await unvoidAll(said, file, at)) > 0)
        for (const { processType, key } of await processesOfFile.all(file))
          await isAgain(processType, key, said.at);
      await found.standsAgain(file, said.at);
    },
    async amendEvent(seq, kind, { schemaVersion, data }, { actor, reason, at, restated }) {
      const said = [actor, reason, at, flag(restated), seq] as const;
      const { lastInsertRowid } = await amend.run(kind, schemaVersion, data, ...said);
      await rebuildOne.run(seq);
      await put.run(seq, Number(lastInsertRowid));
    },
  };
}

function flag(restated: boolean | undefined): 0 | 1 {
  return restated === true ? 1 : 0;
}

function noProcess(seq: number): never {
  throw new Error(`Event ${seq} has no process`);
}
