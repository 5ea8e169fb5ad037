import { causeOf, errorCause } from "../../../core/stuck/cause.ts";
import { inKeys } from "../database/listing.ts";
import { problemReason, problemTitle, type StuckSource } from "./source.ts";

interface MessageRow {
  readonly number: number;
  readonly file: number;
  readonly since: number;
  readonly name: string;
  readonly flow: string | null;
}

const columns = `m.id AS number, f.id AS file, ifnull(f.name, f.tail) AS name, j.flow`;
const fileOfMessage = `
  JOIN files f ON f.id = m.file AND f.state = 'recorded' AND f.awaiting_release = 0
  LEFT JOIN envelope_keys j ON j.id = f.envelope_key`;

/** Messages with an error of their own. Those of a file that does not stand, or awaits release, wait with their file. */
export const invalidMessages: StuckSource<MessageRow & { readonly problems: string | null }> = {
  kind: "invalid",
  count: `
    SELECT count(*) FROM messages m JOIN files f ON f.id = m.file
    WHERE m.invalid = 1 AND f.state = 'recorded' AND f.awaiting_release = 0`,
  keys: "SELECT id FROM messages WHERE invalid = 1 AND id > ? ORDER BY id LIMIT ?",
  rows: `
    SELECT ${columns}, f.recorded_at AS since, m.problems
    FROM messages m ${fileOfMessage}
    WHERE m.id ${inKeys} AND m.invalid = 1 ORDER BY m.id`,
  found: (row) => ({
    ...message(row),
    cause: causeOf("invalid", problemTitle(row.problems, row.flow)),
    reason: problemReason(row.problems),
  }),
};

interface WaitingRow extends MessageRow {
  readonly processType: string;
  readonly eventType: string;
  readonly key: string;
}

/** Messages that join a process which is not there. */
export const unmatchedMessages: StuckSource<WaitingRow> = {
  kind: "unmatched",
  count: `
    SELECT count(*) FROM unmatched u JOIN messages m ON m.id = u.message
    JOIN files f ON f.id = m.file WHERE f.state = 'recorded' AND f.awaiting_release = 0`,
  keys: "SELECT DISTINCT message FROM unmatched WHERE message > ? ORDER BY message LIMIT ?",
  rows: `
    SELECT ${columns}, u.at AS since, p.text AS processType, e.text AS eventType, u.key
    FROM unmatched u JOIN messages m ON m.id = u.message ${fileOfMessage}
    JOIN strings p ON p.id = u.process_type JOIN strings e ON e.id = u.event_type
    WHERE u.message ${inKeys} ORDER BY u.message, u.process_type`,
  found: (row) => ({
    ...message(row),
    cause: causeOf(
      "unmatched",
      `${row.eventType} arrived, but no process of type "${row.processType}" exists for its key`,
    ),
    reason: `It belongs to process ${row.processType} ${row.key}, which does not exist yet.`,
  }),
};

interface FailedRow extends MessageRow {
  readonly processType: string;
  readonly error: string;
}

/** Messages whose routing failed. */
export const failedMessages: StuckSource<FailedRow> = {
  kind: "failed",
  count: `
    SELECT count(*) FROM failures x JOIN messages m ON m.id = x.message
    JOIN files f ON f.id = m.file WHERE f.state = 'recorded' AND f.awaiting_release = 0`,
  keys: "SELECT DISTINCT message FROM failures WHERE message > ? ORDER BY message LIMIT ?",
  rows: `
    SELECT ${columns}, x.at AS since, w.text AS processType, x.error
    FROM failures x JOIN strings w ON w.id = x.process_type
    JOIN messages m ON m.id = x.message ${fileOfMessage}
    WHERE x.message ${inKeys} ORDER BY x.message, x.process_type`,
  found: (row) => ({
    ...message(row),
    cause: causeOf(
      "failed",
      `${row.flow ?? "a message"} for ${row.processType}: ${errorCause(row.error)}`,
    ),
    reason: `${row.processType}: ${firstLine(row.error)}`,
  }),
};

/** An error without its stack. */
function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function message({ number, file, since, name }: MessageRow) {
  return { number, item: `message ${number}`, file, message: number, since, name };
}
