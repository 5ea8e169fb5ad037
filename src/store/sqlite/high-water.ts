import type { HighWater } from "../../core/high-water.ts";
import type { Store } from "../../core/store.ts";
import type { Connection } from "./connection.ts";

/** Two looks at the end of an index, however much there is. */
const selectHighWater = `
  SELECT ifnull((SELECT max(seq) FROM events), 0) AS events,
         ifnull((SELECT max(id) FROM outbound), 0) AS outgoing`;

/** Reads how far the store has come: only what is committed, and so is on the disk. */
export function highWater(connection: Connection): Store["highWater"] {
  const select = connection.db.prepare<[], HighWater>(selectHighWater);
  return () => connection.read(() => select.get() ?? { events: 0, outgoing: 0 });
}
