/**
 * The numbers of all events of the processes that the condition picks, as the table `chain`: from each
 * process's last event back to its first.
 */
export function chainOf(condition: string): string {
  return `
    WITH RECURSIVE chain (seq) AS (
      SELECT last_event FROM processes WHERE ${condition}
      UNION ALL
      SELECT e.previous FROM chain c JOIN events e ON e.seq = c.seq WHERE e.previous IS NOT NULL
    )`;
}
