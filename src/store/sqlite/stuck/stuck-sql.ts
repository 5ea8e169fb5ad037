import type { StuckSql } from "../../stuck/stuck-sql.ts";
import { inKeys } from "../database/listing.ts";
import { fileBefore, filesQueued } from "../outbound/stopped-files.ts";

/** How SQLite words what kinds of stuck things are found by. */
export const sqliteStuckSql: StuckSql = {
  inKeys,
  thenJoin: "CROSS JOIN",
  array: (...values) => `json_array(${values.join(", ")})`,
  sameError,
  indexedBy: (index) => `INDEXED BY ${index}`,
  fileBefore,
  filesQueued,
};

/** As a rule the first problem is an error, which is read without a walk over all of them. */
function sameError(problems: string): string {
  const parts = ["code", "kind", "group", "field"];
  const first = parts.map((name) => `'$[0].${name}'`).join(", ");
  const any = parts.map((name) => `value ->> '${name}'`).join(", ");
  return `iif(${problems} ->> '$[0].severity' = 'error', json_extract(${problems}, ${first}),
    (SELECT json_array(${any}) FROM json_each(${problems})
     WHERE value ->> 'severity' = 'error' LIMIT 1))`;
}
