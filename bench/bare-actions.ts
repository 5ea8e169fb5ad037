import Database from "better-sqlite3";

/** Actions ended and claimed in one transaction. */
const atOnce = 100;

/**
 * The bare loop that running actions is measured against, on the same rows and indexes: it claims the
 * next hundred that are due, reads their event and state, does nothing, and marks them done in the
 * transaction of the next claim. It knows one action, no limits, no holds, no effects and no failure.
 * Returns actions a second.
 */
export function bareActions(path: string, count: number): number {
  const db = new Database(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("cache_size = -8000");
  db.pragma("wal_autocheckpoint = 16000");
  const [type, name] = db
    .prepare<[], [number, number]>("SELECT process_type, name FROM actions LIMIT 1")
    .raw()
    .get() ?? [0, 0];
  const due = db.prepare<
    [number, number, number, number],
    { id: number; data: string; state: string }
  >(
    `SELECT a.id, e.data, b.state FROM actions a CROSS JOIN events e ON e.seq = a.event
     CROSS JOIN builds b ON b.process = a.process
     WHERE a.state = 'planned' AND a.parked = 0 AND a.process_type = ? AND a.name = ? AND a.due_at <= ?
     ORDER BY a.due_at, a.id LIMIT ?`,
  );
  const start = db.prepare<[number, number]>(
    "UPDATE actions SET state = 'running', token = 1, attempts = attempts + 1, started_at = ? WHERE id = ?",
  );
  const done = db.prepare<[number, number]>(
    "UPDATE actions SET state = 'done', token = NULL, ended_at = ? WHERE id = ?",
  );
  let running: number[] = [];
  const turn = db.transaction((room: number) => {
    const now = Date.now();
    for (const id of running) done.run(now, id);
    const claimed = due.all(type, name, now, room);
    running = claimed.map(({ id, data, state }) => {
      JSON.parse(data);
      JSON.parse(state);
      start.run(now, id);
      return id;
    });
  });
  const began = performance.now();
  for (let claimed = 0; claimed < count; claimed += atOnce)
    turn.immediate(Math.min(atOnce, count - claimed));
  turn.immediate(0);
  const seconds = (performance.now() - began) / 1000;
  db.close();
  return count / seconds;
}
