import type { HealthStore } from "../../port/health-store.ts";
import type { Connection } from "./connection.ts";

/** Two looks at the end of an index, however much there is. */
const selectHighWater = `
  SELECT coalesce((SELECT max(seq) FROM events), 0) AS events,
         coalesce((SELECT max(id) FROM outbound), 0) AS outgoing`;

/** A row for each flow and recipient that files are sent to. */
const selectNumbers = "SELECT series, last FROM numbers";

/** Reads how far the store has come: only what is committed, and so is on the disk. */
export function highWater(connection: Connection): HealthStore["highWater"] {
  const { db } = connection;
  const select = db.prepare<[], { events: number; outgoing: number }>(selectHighWater);
  const numbers = db.prepare<[], [series: string, last: number]>(selectNumbers).raw();
  return () =>
    connection.read(async () => {
      const { events, outgoing } = (await select.get()) ?? { events: 0, outgoing: 0 };
      return { events, outgoing, numbers: new Map(await numbers.all()) };
    });
}
