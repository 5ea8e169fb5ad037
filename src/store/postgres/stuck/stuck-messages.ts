import {
  type FailedMessageRow,
  failedMessage,
  type InvalidMessageRow,
  invalidMessage,
  type UnmatchedMessageRow,
  unmatchedMessage,
} from "../../rules/stuck/of-messages.ts";
import { inKeys } from "../database/listing.ts";
import { grouped, type StuckSource, sameError } from "./source.ts";

const columns = `m.id AS number, f.id AS file, coalesce(f.name, f.tail) AS name, j.flow`;
const fileOfMessage = `
  JOIN files f ON f.id = m.file AND f.state = 'recorded' AND f.awaiting_release = 0
  LEFT JOIN envelope_keys j ON j.id = f.envelope_key`;

const invalidRows = (which: string) => `
  SELECT ${columns}, f.recorded_at AS since, m.problems,
         json_build_array(j.flow, ${sameError("m.problems")})::text AS same
  FROM messages m ${fileOfMessage}
  WHERE ${which} AND m.invalid = 1`;

/** Messages with an error of their own. Those of a file that does not stand, or awaits release, wait with their file. */
export const invalidMessages: StuckSource<InvalidMessageRow> = {
  kind: "invalid",
  among: `messages m JOIN files f ON f.id = m.file
    WHERE m.invalid = 1 AND f.state = 'recorded' AND f.awaiting_release = 0`,
  keys: "SELECT id FROM messages WHERE invalid = 1 AND id > ? ORDER BY id LIMIT ?",
  rows: `${invalidRows(`m.id ${inKeys}`)} ORDER BY m.id`,
  groups: grouped(invalidRows("TRUE")),
  found: invalidMessage,
};

const unmatchedRows = (which: string) => `
  SELECT ${columns}, u.at AS since, p.text AS "processType", e.text AS "eventType", u.key,
         json_build_array(u.process_type, u.event_type)::text AS same
  FROM unmatched u JOIN messages m ON m.id = u.message ${fileOfMessage}
  JOIN strings p ON p.id = u.process_type JOIN strings e ON e.id = u.event_type
  WHERE ${which}`;

/** Messages that join a process which is not there. */
export const unmatchedMessages: StuckSource<UnmatchedMessageRow> = {
  kind: "unmatched",
  among: `unmatched u JOIN messages m ON m.id = u.message
    JOIN files f ON f.id = m.file WHERE f.state = 'recorded' AND f.awaiting_release = 0`,
  keys: "SELECT DISTINCT message FROM unmatched WHERE message > ? ORDER BY message LIMIT ?",
  rows: `${unmatchedRows(`u.message ${inKeys}`)} ORDER BY u.message, u.process_type`,
  groups: grouped(unmatchedRows("TRUE")),
  found: unmatchedMessage,
};

const failedRows = (which: string) => `
  SELECT ${columns}, y.at AS since, w.text AS "processType", y.error,
         json_build_array(j.flow, y.process_type, y.error)::text AS same
  FROM failures y JOIN strings w ON w.id = y.process_type
  JOIN messages m ON m.id = y.message ${fileOfMessage}
  WHERE ${which}`;

/** Messages whose routing failed. */
export const failedMessages: StuckSource<FailedMessageRow> = {
  kind: "failed",
  among: `failures x JOIN messages m ON m.id = x.message
    JOIN files f ON f.id = m.file WHERE f.state = 'recorded' AND f.awaiting_release = 0`,
  keys: "SELECT DISTINCT message FROM failures WHERE message > ? ORDER BY message LIMIT ?",
  rows: `${failedRows(`y.message ${inKeys}`)} ORDER BY y.message, y.process_type`,
  groups: grouped(failedRows("TRUE")),
  found: failedMessage,
};
