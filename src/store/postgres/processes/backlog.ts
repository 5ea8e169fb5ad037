import type { RouteStore } from "../../port/events/route-store.ts";
import type { Connection } from "../database/connection.ts";

/** Files from the head of the queue whose messages are counted: the others are taken to be like them. */
const counted = 1_000;

/** A large file counts for no more than this, so that it alone does not keep small ones out. */
const mostOfOne = 100_000;

/** How many files wait for routing, and how many messages the first of them have. */
const selectBacklog = `
  SELECT (SELECT count(*) FROM unrouted) AS files, count(*) AS counted,
         coalesce(sum(messages), 0) AS messages
  FROM (SELECT least(f.messages, ${mostOfOne}) AS messages
        FROM unrouted u JOIN files f ON f.id = u.file ORDER BY u.file LIMIT ${counted}) m`;

/** How much waits for routing, about: cheap however much it is. */
export function backlog(connection: Connection): Pick<RouteStore, "countWaiting"> {
  const select = connection.db.prepare<[], { files: number; counted: number; messages: number }>(
    selectBacklog,
  );
  return {
    countWaiting: () =>
      connection.read(async () => {
        const row = await select.get();
        if (row === undefined || row.counted === 0) return 0;
        return Math.round((row.messages / row.counted) * row.files);
      }),
  };
}
