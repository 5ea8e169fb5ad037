import { successorOfRefused } from "../../stuck/successor.ts";

/**
 * How many files a container `f` holds, whatever the depth, and how many of them wait for a person: refused
 * and not superseded, in conflict, awaiting release, or with invalid messages. JSON; null where it holds none.
 * Containers that hold files count by these alone.
 */
export const waitingInside = `
  (WITH RECURSIVE inside (file) AS (
     SELECT file FROM members WHERE container = f.id
     UNION ALL
     SELECT m.file FROM inside i CROSS JOIN members m ON m.container = i.file)
   SELECT iif(count(*) = 0, NULL, json_object(
     'files', count(*),
     'refused', sum(f.state = 'rejected' AND ${successorOfRefused} IS NULL),
     'conflict', sum(f.state = 'conflict'),
     'awaitingRelease', sum(f.state = 'recorded' AND f.awaiting_release),
     'invalid', sum(f.state = 'recorded' AND NOT f.awaiting_release AND f.invalid > 0)))
   FROM inside i CROSS JOIN files f ON f.id = i.file
   WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.container = f.id))`;
