/** What others of a lane may have to wait for, word for word as in the index `outbound_stopped`. */
export function stopped(table: string): string {
  const [state, held, attempts] = ["state", "held", "attempts"].map((name) => `${table}.${name}`);
  return `(${state} IN ('unknown', 'failed')
    OR (${state} IN ('ready', 'uploaded') AND (${held} = 1 OR ${attempts} > 0)))`;
}
