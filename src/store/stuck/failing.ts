/**
 * An action that waits for its next attempt after one that failed; not one whose program was stopped or
 * died. Begins word for word as the index `actions_failing` has it.
 */
export function failingAction(table: string): string {
  return `${table}.state = 'planned' AND ${table}.attempts > ${table}.uncounted
    AND EXISTS (SELECT 1 FROM attempts t WHERE t.action = ${table}.id AND t.attempt = ${table}.attempts
                AND t.outcome IN ('failed', 'timed-out'))`;
}

/** A file or e-mail that waits for its next attempt, word for word as the index `outbound_failing` has it. */
export function failingOutbound(table: string): string {
  return `${table}.state IN ('ready', 'uploaded') AND ${table}.on_hold = 0
    AND (${table}.attempts > 0 OR ${table}.drops > 0)`;
}
