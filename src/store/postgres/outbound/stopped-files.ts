/** What others of a queue may have to wait for, word for word as in the index `outbound_stopped`. */
export function stopped(table: string): string {
  const columns = ["state", "on_hold", "attempts", "drops"].map((name) => `${table}.${name}`);
  const [state, onHold, attempts, drops] = columns;
  return `(${state} IN ('unknown', 'failed')
    OR (${state} IN ('ready', 'uploaded') AND (${onHold} = 1 OR ${attempts} > 0 OR ${drops} > 0)))`;
}

/**
 * The first file of its queue that one on its way waits for, null where it waits for none: in channels that
 * keep the order, any before it that needs a person or waits for another try.
 */
export function fileBefore(table: string): string {
  return `CASE WHEN ${table}.state IN ('ready', 'uploaded')
    AND ${table}.channel IN (SELECT channel FROM channels_in_order) THEN (SELECT min(f.id) FROM outbound f
     WHERE f.channel = ${table}.channel AND f.queue = ${table}.queue AND f.id < ${table}.id AND ${stopped("f")}) END`;
}

/** How many files wait for one that keeps its queue: 0 for one that waits itself, or where no order is kept. */
export function filesQueued(table: string): string {
  return `CASE WHEN ${table}.channel IN (SELECT channel FROM channels_in_order)
    AND NOT EXISTS (SELECT 1 FROM outbound f
      WHERE f.channel = ${table}.channel AND f.queue = ${table}.queue AND f.id < ${table}.id AND ${stopped("f")}) THEN (SELECT count(*) FROM outbound b
     WHERE b.channel = ${table}.channel AND b.queue = ${table}.queue AND b.id > ${table}.id
       AND b.state IN ('ready', 'uploaded') AND b.on_hold = 0) ELSE 0 END`;
}
