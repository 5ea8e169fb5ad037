import { likenessColumns, samenessColumns } from "../same-file.ts";

/** What is half recorded of a container and of the files in it, each after the container that it came in. */
export const selectInside = `
  WITH RECURSIVE inside (file, container) AS (
    SELECT ?::bigint, NULL::bigint
    UNION ALL
    SELECT m.file, m.container FROM inside i JOIN members m ON m.container = i.file)
  SELECT f.id, i.container, f.identity, f.problems, f.messages, f.awaiting_release AS "awaitingRelease", ${likenessColumns}, ${samenessColumns},
         EXISTS (SELECT 1 FROM messages m WHERE m.file = f.id) AS "hasMessages"
  FROM inside i JOIN files f ON f.id = i.file WHERE f.state = 'recording' ORDER BY f.id`;
