import type { AuditEntry } from "../../../core/access/access.ts";
import { isFromEnd } from "../../../core/list/slice.ts";
import type { AccessStore, AuditFilter } from "../../port/access-store.ts";
import { upTo } from "../../rows/listed.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, listing } from "../database/listing.ts";

/** What was asked, and how it ended. */
export function audit(connection: Connection): Pick<AccessStore, "note" | "audit"> {
  const { db } = connection;
  const insert = db.prepare<[object]>(
    `INSERT INTO audit (at, actor, address, act, reason, outcome, code, request)
     VALUES (@at, @actor, @address, @act, @reason, @outcome, @code, @request)`,
  );
  const rows = db.prepare<[string], AuditEntry>(
    `SELECT * FROM audit WHERE id ${inKeys} ORDER BY id`,
  );
  return {
    note: (entry) =>
      connection.write(async () => void (await insert.run({ ...entry, at: connection.now() }))),
    audit: (filter = {}) => {
      const rowsOf = (keys: readonly number[]) => rows.all(JSON.stringify(keys));
      const keys = keysOf(connection, filter);
      if (!isFromEnd(filter))
        return upTo(listing(connection, "what was asked", keys.after, rowsOf), filter.limit);
      return fromEnd(connection, keys.last, rowsOf);
    },
  };
}

async function* fromEnd(
  connection: Connection,
  last: () => Promise<readonly number[]>,
  rowsOf: (keys: readonly number[]) => Promise<readonly AuditEntry[]>,
): AsyncGenerator<AuditEntry> {
  yield* await connection.read(async () => rowsOf(await last()));
}

/** The numbers of the entries that are wanted: those after one, and the last ones. */
function keysOf({ db }: Connection, { actor, outcome, since, until, ...slice }: AuditFilter) {
  const { before = Number.MAX_SAFE_INTEGER, after: first = 0, limit = 500 } = slice;
  const conditions = [
    "id > @after AND id < @before",
    ...(actor === undefined ? [] : ["actor = @actor"]),
    ...(outcome === undefined ? [] : ["outcome = @outcome"]),
    ...(since === undefined ? [] : ["at >= @since"]),
    ...(until === undefined ? [] : ["at <= @until"]),
  ];
  const select = (order: "ASC" | "DESC", most: number) =>
    db
      .prepare<[object], number>(
        `SELECT id FROM audit WHERE ${conditions.join(" AND ")} ORDER BY id ${order} LIMIT ${most}`,
      )
      .pluck();
  const given = {
    before,
    ...(actor !== undefined && { actor }),
    ...(outcome !== undefined && { outcome }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
  };
  return {
    after: (last: number) => select("ASC", 500).all({ ...given, after: Math.max(first, last) }),
    last: () => select("DESC", Math.floor(limit)).all({ ...given, after: first }),
  };
}
