import type { RoutableMessage } from "../../../core/event/route.ts";
import type { VerifyStore } from "../../port/verify-store.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing } from "../database/listing.ts";

/** Messages that are nowhere, from one on. */
const selectUnplaced = `
  SELECT m.id FROM messages m JOIN files f ON f.id = m.file
  WHERE m.id > ? AND f.state = 'recorded' AND f.awaiting_release = 0 AND m.invalid = 0
    AND NOT EXISTS (SELECT 1 FROM events e WHERE e.message = m.id)
    AND NOT EXISTS (SELECT 1 FROM unmatched u WHERE u.message = m.id)
    AND NOT EXISTS (SELECT 1 FROM failures x WHERE x.message = m.id)
    AND NOT EXISTS (SELECT 1 FROM unrouted u WHERE u.file = m.file AND u.next_line <= m.line)
  ORDER BY m.id LIMIT ?`;

const selectRoutable = `
  SELECT m.id, m.file, m.line, coalesce(j.flow, '') AS flow, g.text AS "group", j.from_role AS "fromRole",
         j.from_participant AS "fromParticipant", w.text AS "subjectKind", m.subject_key AS "subjectKey",
         m.data
  FROM messages m JOIN files f ON f.id = m.file JOIN strings g ON g.id = m.group_code
  LEFT JOIN envelope_keys j ON j.id = f.envelope_key LEFT JOIN strings w ON w.id = m.subject_kind
  WHERE m.id ${inKeys} ORDER BY m.id`;

/** Messages of active files that no process took in and no type of process has said that it does not take. */
export function unplacedMessages(connection: Connection): VerifyStore["unplacedMessages"] {
  const { db } = connection;
  const unplaced = db.prepare<[number, number], number>(selectUnplaced).pluck();
  const routable = db.prepare<[string], RoutableMessage>(selectRoutable);
  return () =>
    listing(
      connection,
      "message",
      (after) => unplaced.all(after, keysPerPage),
      (ids) => routable.all(JSON.stringify(ids)),
    );
}
