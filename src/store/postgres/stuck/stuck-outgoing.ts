import {
  failedOutbound,
  fileBehind,
  type OutboundBehindRow,
  queueWithoutChannel,
  type RetriedOutboundRow,
  retriedOutbound,
  type StuckOutboundRow,
  type UnwritableMessageRow,
  unknownOutbound,
  unwritableMessage,
  type WaitingQueueRow,
} from "../../rules/stuck/of-outgoing.ts";
import { inKeys } from "../database/listing.ts";
import { fileBefore, filesQueued } from "../outbound/stopped-files.ts";
import { failingOutbound } from "./failing.ts";
import { grouped, type StuckSource, sameError } from "./source.ts";

/** A queue is stuck while something waits in it that nobody knows how to send. */
const stuckQueue = `l.problem IS NOT NULL
  AND EXISTS (SELECT 1 FROM outbound_messages x WHERE x.queue = l.id AND x.state = 'waiting')`;

const queueRows = (which: string) => `
  SELECT l.id AS number, coalesce(l.problem_at, 0) AS since, l.flow, l.problem,
         trim(coalesce(l.to_role, '') || ' ' || coalesce(l.to_participant, '')) AS recipient,
         l.problem AS same
  FROM outbound_queues l WHERE ${which} AND ${stuckQueue}`;

/** Messages of a flow to a recipient, or e-mails, that no channel sends. */
export const queuesWithoutChannel: StuckSource<WaitingQueueRow> = {
  kind: "no-channel",
  among: `outbound_queues l WHERE ${stuckQueue}`,
  keys: `SELECT l.id FROM outbound_queues l WHERE ${stuckQueue} AND l.id > ? ORDER BY l.id LIMIT ?`,
  rows: `${queueRows(`l.id ${inKeys}`)} ORDER BY l.id`,
  groups: grouped(queueRows("TRUE")),
  found: queueWithoutChannel,
};

const messageRows = (outboundMessages: string, which: string) => `
  SELECT x.id AS number, x.at AS since, l.flow, p.key, x.problems,
         json_build_array(l.flow, ${sameError("x.problems")})::text AS same
  FROM ${outboundMessages} JOIN outbound_queues l ON l.id = x.queue LEFT JOIN processes p ON p.id = x.process
  WHERE ${which} AND x.state = 'stuck'`;

/** Messages that their flow cannot hold. */
export const unwritableMessages: StuckSource<UnwritableMessageRow> = {
  kind: "unwritable",
  among: "outbound_messages WHERE state = 'stuck'",
  keys: "SELECT id FROM outbound_messages WHERE state = 'stuck' AND id > ? ORDER BY id LIMIT ?",
  rows: `${messageRows("outbound_messages x", `x.id ${inKeys}`)} ORDER BY x.id`,
  groups: grouped(messageRows("outbound_messages x", "TRUE")),
  found: unwritableMessage,
};

function outboundIn(state: "failed" | "unknown") {
  const those = `o.state = '${state}' AND o.state IN ('unknown', 'failed')`;
  const rows = (outbound: string, which: string) => `
    SELECT o.id AS number, o.created_at AS since, o.name, w.text AS channel, o.problem,
           ${filesQueued("o")} AS queued, json_build_array(o.channel, o.problem)::text AS same
    FROM ${outbound} JOIN strings w ON w.id = o.channel
    WHERE ${which}`;
  return {
    among: `outbound o WHERE ${those}`,
    keys: `SELECT o.id FROM outbound o WHERE ${those} AND o.id > ? ORDER BY o.id LIMIT ?`,
    rows: `${rows("outbound o", `o.id ${inKeys} AND o.state = '${state}'`)} ORDER BY o.id`,
    groups: grouped(rows("outbound o", those)),
  };
}

/** Files and e-mails that could not be delivered. */
export const failedDeliveries: StuckSource<StuckOutboundRow> = {
  kind: "outbound-failed",
  ...outboundIn("failed"),
  found: failedOutbound,
};

/** Files and e-mails of which nobody can tell whether they arrived. */
export const unknownDeliveries: StuckSource<StuckOutboundRow> = {
  kind: "outbound-unknown",
  ...outboundIn("unknown"),
  found: unknownOutbound,
};

/** Files and e-mails that did not get through and are tried again. */
export const failingFiles: StuckSource<RetriedOutboundRow> = {
  kind: "outbound-failing",
  ...retriedFiles(
    `${fileBefore("o")} IS NULL`,
    "json_build_array(o.channel, o.problem)::text AS same",
  ),
  found: retriedOutbound,
};

/** Files that another of their queue keeps from leaving. */
export const filesBehind: StuckSource<OutboundBehindRow> = {
  kind: "outbound-behind",
  ...retriedFiles(
    `${fileBefore("o")} IS NOT NULL`,
    `b.id AS behind, b.name AS "nameBefore", b.state AS "stateBefore", b.on_hold AS "onHoldBefore",
     b.problem AS "problemBefore", json_build_array(o.channel, b.state = 'unknown', b.problem)::text AS same`,
    `JOIN outbound b ON b.id = ${fileBefore("o")}`,
  ),
  found: fileBehind,
};

function retriedFiles(wanted: string, columns: string, join = "") {
  const those = `${failingOutbound("o")} AND ${wanted}`;
  const rows = (outbound: string, which: string) => `
    SELECT o.id AS number, o.name, w.text AS channel, o.problem, o.due_at AS "retryAt",
           o.attempts + o.drops AS tries, o.created_at AS since, ${filesQueued("o")} AS queued, ${columns}
    FROM ${outbound} JOIN strings w ON w.id = o.channel ${join}
    WHERE ${which} AND ${those}`;
  return {
    among: `outbound o WHERE ${those}`,
    keys: `
      SELECT o.id FROM outbound o
      WHERE ${those} AND o.id > ? ORDER BY o.id LIMIT ?`,
    rows: `${rows("outbound o", `o.id ${inKeys}`)} ORDER BY o.id`,
    // One that waits for another has no moment of its own.
    groups: grouped(rows("outbound o", "TRUE"), join === "" ? '"retryAt"' : "NULL::bigint"),
  };
}
