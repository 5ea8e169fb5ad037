import { type Advice, advice } from "../../core/stuck/remedy.ts";

/** What must hold of rows: a statement that finds those of which it does not. */
export interface Rule {
  readonly code: string;
  /** One sentence about each row found. */
  readonly message: string;
  /** What a person can do about it. */
  readonly remedy?: Advice;
  /** Gives `about` for each row that breaks the rule. */
  readonly sql: string;
}

const said = (code: string, message: string, sql: string, remedy?: Advice): Rule => {
  return { code, message, sql, ...(remedy !== undefined && { remedy }) };
};

const voidTakesAway = advice("`{}` takes it away.", { remedy: "void-event", event: null });

const eventRules: readonly Rule[] = [
  said(
    "CHAIN_BROKEN",
    "The event before it, on its process, is missing, another process's, or no earlier.",
    `SELECT 'event ' || e.seq AS about FROM events e LEFT JOIN events b ON b.seq = e.previous
     WHERE e.previous IS NOT NULL AND (b.seq IS NULL OR b.process <> e.process OR b.seq >= e.seq)`,
  ),
  said(
    "CHAIN_FORKS",
    "Two events follow it on its process, so that one of them cannot be found.",
    `SELECT 'event ' || previous AS about FROM events WHERE previous IS NOT NULL
     GROUP BY previous HAVING count(*) > 1`,
  ),
  said(
    "CHAIN_END",
    "The last event of the process is another's, or is followed by one.",
    `SELECT 'process ' || w.text || '/' || p.key AS about
     FROM processes p JOIN strings w ON w.id = p.type LEFT JOIN events e ON e.seq = p.last_event
     WHERE e.seq IS NULL OR e.process <> p.id
     UNION ALL
     SELECT 'process ' || w.text || '/' || p.key
     FROM events e JOIN processes p ON p.last_event = e.previous AND p.id = e.process
     JOIN strings w ON w.id = p.type`,
  ),
  said(
    "EVENTS_LOST",
    "Not every event is on the chain of its process: their numbers do not add up.",
    `SELECT 'events' AS about WHERE
       (SELECT count(*) FROM events WHERE previous IS NULL) <> (SELECT count(*) FROM processes)`,
  ),
  said(
    "EVENT_OF_CONTAINER",
    "Its file holds other files, whose messages are events of their own: this one says the same a second time.",
    `SELECT 'event ' || e.seq AS about FROM (SELECT DISTINCT container FROM members) i
     CROSS JOIN messages m ON m.file = i.container CROSS JOIN events e ON e.message = m.id
     WHERE NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)`,
    voidTakesAway,
  ),
  said(
    "EVENT_WITHOUT_TYPE",
    "It has no type, so that no definition takes it.",
    `SELECT 'event ' || e.seq AS about FROM strings t CROSS JOIN events e ON e.type = t.id
     WHERE t.text IN ('', '_RECEIVED') AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq)
       AND NOT EXISTS (SELECT 1 FROM messages m JOIN members i ON i.container = m.file
                       WHERE m.id = e.message)`,
    voidTakesAway,
  ),
  said(
    "NOT_GIVEN",
    "A process goes by a reference of it, and it is no event there.",
    `SELECT DISTINCT 'message ' || s.message || ' for ' || w.text || '/' || p.key AS about
     FROM sought s JOIN goes_by g ON g.process_type = s.process_type AND g.reference = s.reference
     JOIN processes p ON p.id = g.process JOIN strings w ON w.id = p.type
     JOIN messages m ON m.id = s.message JOIN files f ON f.id = m.file
     WHERE m.invalid = 0 AND f.state = 'recorded' AND f.awaiting_release = 0
       AND EXISTS (SELECT 1 FROM events e WHERE e.process = p.id
                     AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq))
       AND NOT EXISTS (SELECT 1 FROM events e WHERE e.message = s.message
                         AND e.process_type = s.process_type AND e.process = p.id)`,
    // Reading its file again gives nothing: routing is done with the message.
    advice(
      "Void the event that began the process (`{}`) and take that back with `unvoid`: a process that begins is given all that it goes by.",
      { remedy: "void-event", event: null },
    ),
  ),
  said(
    "NO_ORIGIN",
    "No message brought it, and nothing says what made it.",
    `SELECT 'event ' || e.seq AS about FROM events e
     WHERE e.message IS NULL AND NOT EXISTS (SELECT 1 FROM origins o WHERE o.event = e.seq)`,
  ),
  said(
    "ORIGIN_MISSING",
    "What made it is not in the store.",
    `SELECT 'event ' || o.event AS about FROM origins o
     WHERE (o.kind = 'action' AND NOT EXISTS (SELECT 1 FROM actions a WHERE a.id = o.ref))
        OR (o.kind = 'deadline' AND NOT EXISTS (SELECT 1 FROM deadlines d WHERE d.id = o.ref))
        OR (o.kind = 'delivery' AND NOT EXISTS (SELECT 1 FROM outbound d WHERE d.id = o.ref))
        OR (o.kind = 'command' AND NOT EXISTS (SELECT 1 FROM commands c WHERE c.id = o.ref))`,
  ),
  said(
    "VOID_DIFFERS",
    "Whether it counts is not what its last revision says.",
    `SELECT 'event ' || r.event AS about
     FROM (SELECT event, max(id) AS newest FROM revisions WHERE kind IN ('void', 'unvoid')
           GROUP BY event) n JOIN revisions r ON r.id = n.newest
     WHERE (r.kind = 'void') <> EXISTS (SELECT 1 FROM voids v WHERE v.event = r.event)
     UNION ALL
     SELECT 'event ' || v.event FROM voids v
     WHERE NOT EXISTS (SELECT 1 FROM revisions r WHERE r.event = v.event AND r.kind = 'void')`,
  ),
  said(
    "AMENDMENT_DIFFERS",
    "Its data is not what it was last corrected or read again to.",
    `SELECT 'event ' || a.event AS about FROM amendments a WHERE a.revision IS DISTINCT FROM
       (SELECT max(r.id) FROM revisions r
        WHERE r.event = a.event AND r.kind IN ('correct', 'restate'))
     UNION ALL
     SELECT DISTINCT 'event ' || r.event FROM revisions r
     WHERE r.kind IN ('correct', 'restate')
       AND NOT EXISTS (SELECT 1 FROM amendments a WHERE a.event = r.event)`,
  ),
];

const fileRules: readonly Rule[] = [
  said(
    "MESSAGE_COUNT_DIFFERS",
    "It is recorded with another number of messages, or of invalid ones, than there are.",
    `SELECT 'file ' || f.id AS about FROM files f
     WHERE f.state = 'recorded' AND (
       f.messages <> (SELECT count(*) FROM messages m WHERE m.file = f.id)
       OR f.invalid <> (SELECT count(*) FROM messages m WHERE m.file = f.id AND m.invalid = 1))`,
  ),
  said(
    "EVENT_COUNT_DIFFERS",
    "Another number of its events is kept than there are.",
    `SELECT 'file ' || n.file AS about FROM event_counts n WHERE n.events <>
       (SELECT count(*) FROM messages m JOIN events e ON e.message = m.id
        WHERE m.file = n.file AND NOT EXISTS (SELECT 1 FROM voids v WHERE v.event = e.seq))`,
  ),
];

const workRules: readonly Rule[] = [
  said(
    "ACTION_MISPLACED",
    "It is because of an event of another process.",
    `SELECT 'action ' || a.id AS about FROM actions a JOIN events e ON e.seq = a.event
     WHERE a.process <> e.process`,
  ),
  said(
    "ACTION_CONFUSED",
    "Its state and the moments and leases kept with it contradict each other.",
    `SELECT 'action ' || id AS about FROM actions
     WHERE (state = 'planned' AND ended_at IS NOT NULL)
        OR (state IN ('done', 'skipped', 'cancelled') AND ended_at IS NULL)
        OR (parked = 1 AND state <> 'planned')`,
  ),
  said(
    "ACTION_OF_VOID",
    "It is planned, failed or in need of review because of an event that is void.",
    `SELECT 'action ' || a.id AS about FROM voids v JOIN actions a ON a.event = v.event
     WHERE a.state IN ('planned', 'failed', 'needs-review') AND a.nth = 0`,
  ),
  said(
    "DEADLINE_LOST",
    "It passed, and is no event.",
    `SELECT 'deadline ' || d.id AS about FROM deadlines d WHERE d.state = 'fired'
       AND NOT EXISTS (SELECT 1 FROM origins o WHERE o.identity = 'deadline:' || d.id)`,
  ),
  said(
    "BUILD_AHEAD",
    "Its build holds events that it does not have.",
    `SELECT 'process ' || w.text || '/' || p.key AS about
     FROM builds b JOIN processes p ON p.id = b.process JOIN strings w ON w.id = p.type
     WHERE b.seq > p.last_event`,
  ),
  said(
    "SENT_WITHOUT_ACTION",
    "It is to be sent, and the action that asked for it is not there or is not done.",
    `SELECT 'outbound message ' || o.id AS about FROM outbound_messages o
     LEFT JOIN actions a ON a.id = o.action
     WHERE o.action IS NOT NULL AND (a.id IS NULL OR a.state <> 'done')`,
  ),
  said(
    "OUTBOUND_COUNT_DIFFERS",
    "It holds another number of messages than were put into it.",
    `SELECT 'outbound ' || d.id AS about FROM outbound d
     WHERE d.replaces IS NULL AND d.queue NOT IN (SELECT queue FROM subscriptions)
       AND d.messages <> (SELECT count(*) FROM outbound_messages o WHERE o.outbound = d.id)`,
  ),
];

/** Columns that hold JSON: what the row is called, its table, its number, the column. */
const jsonColumns: readonly (readonly [string, string, string, string])[] = [
  ["file", "files", "id", "problems"],
  ["reading", "readings", "id", "problems"],
  ["message", "messages", "id", "data"],
  ["message", "messages", "id", "problems"],
  ["event", "events", "seq", "data"],
  ["revision", "revisions", "id", "data"],
  ["command", "commands", "id", "data"],
  ["action", "actions", "id", "verdicts"],
  ["attempt of action", "attempts", "action", "error"],
  ["outbound message", "outbound_messages", "id", "data"],
  ["outbound message", "outbound_messages", "id", "problems"],
  ["answer to event", "awaited_answers", "event", "flows"],
];

const jsonRules = jsonColumns.map(([what, table, key, column]) =>
  said(
    "JSON_DAMAGED",
    `Its ${column} are no JSON: cut short or altered. Put a backup of the store in its place, see docs/guides/backup-and-restore.md.`,
    `SELECT '${what} ' || ${key} AS about FROM ${table}
     WHERE ${column} IS NOT NULL AND NOT json_valid(${column})`,
  ),
);

/** Every rule. */
export const rules: readonly Rule[] = [...eventRules, ...fileRules, ...workRules, ...jsonRules];

/**
 * Every rule as PostgreSQL reads it. SQLite keeps to the order of tables in a CROSS JOIN; PostgreSQL chooses the
 * order, and has no such join with a condition.
 */
export const rulesInPostgres: readonly Rule[] = rules.map((rule) => ({
  ...rule,
  sql: rule.sql.replaceAll("CROSS JOIN", "JOIN"),
}));
