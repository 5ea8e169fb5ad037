/** What others of a lane may have to wait for, word for word as in the index `outbound_stopped`. */
export function stopped(table: string): string {
  const columns = ["state", "held", "attempts", "drops"].map((name) => `${table}.${name}`);
  const [state, held, attempts, drops] = columns;
  return `(${state} IN ('unknown', 'failed')
    OR (${state} IN ('ready', 'uploaded') AND (${held} = 1 OR ${attempts} > 0 OR ${drops} > 0)))`;
}
