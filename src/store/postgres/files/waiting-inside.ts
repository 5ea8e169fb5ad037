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
     SELECT m.file FROM inside i JOIN members m ON m.container = i.file)
   SELECT CASE WHEN count(*) = 0 THEN NULL ELSE json_build_object(
     'files', count(*),
     'refused', count(*) FILTER (WHERE f.state = 'rejected' AND ${successorOfRefused} IS NULL),
     'conflict', count(*) FILTER (WHERE f.state = 'conflict'),
     'awaitingRelease', count(*) FILTER (WHERE f.state = 'recorded' AND f.awaiting_release = 1),
     'invalid', count(*) FILTER (WHERE f.state = 'recorded' AND f.awaiting_release = 0 AND f.invalid > 0))::text END
   FROM inside i JOIN files f ON f.id = i.file
   WHERE NOT EXISTS (SELECT 1 FROM members m WHERE m.container = f.id))`;
