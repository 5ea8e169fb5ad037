import type { Connection } from "./connection.ts";

/** Who says so, why, and when in milliseconds since 1970. */
export interface Said {
  readonly actor: string;
  readonly reason: string;
  readonly at: number;
}

/** Appending revisions of events, and keeping what they say together. Within a write only. */
export interface RevisionRows {
  /**
   * The event counts no longer: what was planned, failed or held because of it is cancelled, and its
   * process is built from the start. Returns how many were not void before: none or one.
   */
  voidEvent(seq: number, said: Said): number;
  /** The same for all events of a file. */
  voidFile(file: number, said: Said): number;
}

/** Those of an event or a file's events that are not void. */
const oneEvent =
  "SELECT seq FROM events WHERE seq = ? AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = seq)";
const eventsOfFile = `
  SELECT e.seq FROM messages m JOIN events e ON e.message = m.id
  WHERE m.file = ? AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)`;

const voidStatements = (seqs: string) => ({
  revise: `
    INSERT INTO revisions (event, process, kind, actor, reason, at)
    SELECT e.seq, e.process, 'void', ?, ?, ? FROM events e WHERE e.seq IN (${seqs})`,
  rebuild: `
    INSERT INTO rebuilds (process, ticket)
    SELECT DISTINCT e.process, (SELECT ifnull(max(ticket), 0) + 1 FROM rebuilds)
    FROM events e WHERE e.seq IN (${seqs})
    ON CONFLICT (process) DO UPDATE SET ticket = excluded.ticket`,
  cancel: `
    UPDATE actions SET state = 'cancelled', parked = 0, ended_at = ?,
                       reason = 'its event was declared void'
    WHERE state IN ('planned', 'failed', 'held') AND event IN (${seqs})`,
  mark: `INSERT INTO voids (event) ${seqs}`,
});

/** What voids one event, and all events of a file. */
export const voidingOne = voidStatements(oneEvent);
export const voidingFile = voidStatements(eventsOfFile);

/** Prepares the statements. */
export function revisionRows(connection: Connection): RevisionRows {
  const { db } = connection;
  const voiding = (statements: typeof voidingOne) => {
    const revise = db.prepare<[string, string, number, number]>(statements.revise);
    const rebuild = db.prepare<[number]>(statements.rebuild);
    const cancel = db.prepare<[number, number]>(statements.cancel);
    const mark = db.prepare<[number]>(statements.mark);
    return (of: number, { actor, reason, at }: Said) => {
      const { changes } = revise.run(actor, reason, at, of);
      rebuild.run(of);
      cancel.run(at, of);
      mark.run(of);
      return changes;
    };
  };
  return { voidEvent: voiding(voidingOne), voidFile: voiding(voidingFile) };
}
