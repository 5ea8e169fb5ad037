import type { StuckSql } from "../../stuck/stuck-sql.ts";
import { inKeys } from "../database/listing.ts";
import { fileBefore, filesQueued } from "../outbound/stopped-files.ts";

/** How PostgreSQL words what kinds of stuck things are found by; its planner chooses order and index. */
export const postgresStuckSql: StuckSql = {
  inKeys,
  thenJoin: "JOIN",
  array: (...values) => `json_build_array(${values.join(", ")})::text`,
  sameError: (problems) => {
    const parts = ["code", "kind", "group", "field"].map((name) => `one ->> '${name}'`).join(", ");
    return `(SELECT json_build_array(${parts})::text FROM json_array_elements(${problems}::json) one
      WHERE one ->> 'severity' = 'error' LIMIT 1)`;
  },
  indexedBy: () => "",
  fileBefore,
  filesQueued,
};
