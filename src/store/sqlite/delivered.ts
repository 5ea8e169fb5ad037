import type { Connection } from "./connection.ts";

/** Notes that something of the journal arrived. Within a write only; gives how many events that made. */
export type NoteDelivered = (id: number, at: number) => number;

/** Prepares the statements. */
export function noteDelivered({ db }: Connection): NoteDelivered {
  const update = db.prepare<[number, number]>(
    `UPDATE outbound SET state = 'delivered', held = 0, in_hand = 0, problem = NULL, ended_at = ?
     WHERE id = ? AND state <> 'delivered'`,
  );
  const log = db.prepare<[number, number]>(
    "INSERT INTO outbound_log (outbound, at, what) VALUES (?, ?, 'delivered')",
  );
  return (id, at) => {
    if (update.run(at, id).changes === 0) return 0;
    log.run(id, at);
    return 0;
  };
}
