import type { OutboundCount } from "../../../core/outbound/outbound.ts";
import type { OutboundStore } from "../../port/outbound/outbound-store.ts";
import type { Connection } from "../database/connection.ts";
import { countUpTo, rowsUpTo, type UpTo } from "../database/count-up-to.ts";
import { flatMapInTurn } from "../database/in-turn.ts";
import { fileBefore, stopped } from "./stopped-files.ts";

/** The channels of a store's outbound files, one after the other by the index. */
const channels = `
  c (channel) AS (
    SELECT min(channel) FROM outbound
    UNION ALL
    SELECT (SELECT min(o.channel) FROM outbound o WHERE o.channel > c.channel) FROM c
    WHERE c.channel IS NOT NULL
  )`;

/** What is in one state; asked for as a range of states in their order, so that only the index of both can answer it. */
const stateOf = `
  outbound n WHERE n.channel = c.channel AND n.state >= s.state AND n.state <= s.state ORDER BY n.state, n.id`;

/** How much is in which state. */
const countOutbound = `
  WITH RECURSIVE ${channels},
  s (state) AS (VALUES ('ready'), ('uploaded'), ('sending'), ('delivered'), ('unknown'), ('failed'), ('cancelled'))
  SELECT w.text AS channel, s.state,
    (${countUpTo(stateOf)}) AS files
  FROM c JOIN strings w ON w.id = c.channel CROSS JOIN s
  ORDER BY c.channel, s.state`;

/** What is stopped of a channel, on hold or not. */
const stoppedOf = `
  outbound o
  WHERE ${stopped("o")} AND o.channel = c.channel AND o.state IN ('ready', 'uploaded')
    AND o.on_hold = h.on_hold AND (o.on_hold = 1 OR ${fileBefore("o")} IS NULL)`;

/** How much is on hold, and how much waits to be tried again; what waits for another of its queue is counted behind that. */
const countStopped = `
  WITH RECURSIVE ${channels},
  h (on_hold) AS (VALUES (0), (1))
  SELECT w.text AS channel, CASE WHEN h.on_hold = 1 THEN 'on-hold' ELSE 'retrying' END AS state, (${countUpTo(stoppedOf)}) AS files
  FROM c JOIN strings w ON w.id = c.channel CROSS JOIN h
  ORDER BY c.channel, h.on_hold`;

/** What waits for a file of its queue before it, queue by queue of those in which something needs a person or another try. */
const behindOf = `
  (SELECT s.queue, min(s.id) AS first FROM outbound s
   WHERE ${stopped("s")} AND s.channel = c.channel GROUP BY s.queue) f
  JOIN outbound o ON o.channel = c.channel AND o.id > f.first
    AND o.state IN ('ready', 'uploaded') AND o.on_hold = 0 AND o.queue = f.queue`;

/** How much of each channel that keeps the order is behind another file. */
const countBehind = `
  SELECT w.text AS channel, 'behind' AS state, (${countUpTo(behindOf)}) AS files
  FROM channels_in_order c JOIN strings w ON w.id = c.channel
  ORDER BY c.channel`;

/** Counts outbound files by channel and state. */
export function outboundCounts(connection: Connection): OutboundStore["counts"] {
  const { db } = connection;
  const all = [countOutbound, countStopped, countBehind].map((sql) =>
    db.prepare<[UpTo], OutboundCount>(sql),
  );
  return (limit = {}) =>
    connection.read(async () => {
      const found = await flatMapInTurn(all, (count) => count.all(rowsUpTo(limit)));
      return found.filter(({ files }) => files > 0);
    });
}
