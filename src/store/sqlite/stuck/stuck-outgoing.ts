import { type FileBefore, sayBefore } from "../../../core/outbound/file-before.ts";
import { causeOf, errorCause } from "../../../core/stuck/cause.ts";
import { counted } from "../../../runtime/counted.ts";
import { sentence } from "../../../runtime/error-message.ts";
import { inKeys } from "../database/listing.ts";
import { fileBefore, filesQueued } from "../outbound/stopped-files.ts";
import { failingOutbound } from "./failing.ts";
import { problemReason, problemTitle, type StuckSource } from "./source.ts";
import { failedSoFar } from "./stuck-work.ts";

interface QueueRow {
  readonly number: number;
  readonly since: number;
  readonly flow: string | null;
  readonly recipient: string;
  readonly problem: string;
}

/** A queue is stuck while something waits in it that nobody knows how to send. */
const stuckQueue = `l.problem IS NOT NULL
  AND EXISTS (SELECT 1 FROM outbound_messages x WHERE x.queue = l.id AND x.state = 'waiting')`;

/** Messages of a flow to a recipient, or e-mails, that no channel sends: one item however many wait. */
export const queuesWithoutChannel: StuckSource<QueueRow> = {
  kind: "no-channel",
  count: `SELECT count(*) FROM outbound_queues l WHERE ${stuckQueue}`,
  keys: `SELECT l.id FROM outbound_queues l WHERE ${stuckQueue} AND l.id > ? ORDER BY l.id LIMIT ?`,
  rows: `
    SELECT l.id AS number, ifnull(l.problem_at, 0) AS since, l.flow, l.problem,
           trim(ifnull(l.to_role, '') || ' ' || ifnull(l.to_participant, '')) AS recipient
    FROM outbound_queues l WHERE l.id ${inKeys} AND ${stuckQueue} ORDER BY l.id`,
  found: ({ number, since, flow, recipient, problem }) => ({
    number,
    item: `queue ${number}`,
    cause: causeOf("no-channel", problem),
    file: null,
    message: null,
    since,
    name: flow === null ? "e-mails" : `${flow} to ${recipient || "nobody in particular"}`,
    reason: problem,
  }),
};

interface MessageRow {
  readonly number: number;
  readonly since: number;
  readonly flow: string | null;
  readonly key: string | null;
  readonly problems: string | null;
}

/** Messages that their flow cannot hold. */
export const unwritableMessages: StuckSource<MessageRow> = {
  kind: "unwritable",
  count: "SELECT count(*) FROM outbound_messages WHERE state = 'stuck'",
  keys: "SELECT id FROM outbound_messages WHERE state = 'stuck' AND id > ? ORDER BY id LIMIT ?",
  rows: `
    SELECT x.id AS number, x.at AS since, l.flow, p.key, x.problems
    FROM outbound_messages x JOIN outbound_queues l ON l.id = x.queue LEFT JOIN processes p ON p.id = x.process
    WHERE x.id ${inKeys} AND x.state = 'stuck' ORDER BY x.id`,
  found: ({ number, since, flow, key, problems }) => ({
    number,
    item: `outbound-message ${number}`,
    cause: causeOf("unwritable", problemTitle(problems, flow)),
    file: null,
    message: null,
    since,
    name: key ?? flow ?? "e-mail",
    reason: problemReason(problems),
  }),
};

interface OutboundRow {
  readonly number: number;
  readonly since: number;
  readonly name: string;
  readonly channel: string;
  readonly problem: string | null;
  /** How many files wait behind it. */
  readonly queued: number;
}

/** Files and e-mails that could not be delivered. */
export const failedOutbound = outboundIn("failed", "outbound-failed", errorCause);

/** Files and e-mails of which nobody can tell whether they arrived. */
export const unknownOutbound = outboundIn("unknown", "outbound-unknown", () => "nobody can tell");

function outboundIn(
  state: "failed" | "unknown",
  kind: StuckSource["kind"],
  causeIn: (problem: string) => string,
): StuckSource<OutboundRow> {
  return {
    kind,
    count: `SELECT count(*) FROM outbound WHERE state = '${state}' AND state IN ('unknown', 'failed')`,
    keys: `
      SELECT id FROM outbound
      WHERE state = '${state}' AND state IN ('unknown', 'failed') AND id > ? ORDER BY id LIMIT ?`,
    rows: `
      SELECT o.id AS number, o.created_at AS since, o.name, w.text AS channel, o.problem,
             ${filesQueued("o")} AS queued
      FROM outbound o JOIN strings w ON w.id = o.channel
      WHERE o.id ${inKeys} AND o.state = '${state}' ORDER BY o.id`,
    found: ({ number, since, name, channel, problem, queued }) => ({
      number,
      item: `outbound ${number}`,
      cause: causeOf(kind, `channel ${channel}: ${causeIn(problem ?? "no reason was recorded")}`),
      file: null,
      message: null,
      since,
      name,
      reason: withQueue(problem ?? "No reason was recorded.", queued),
    }),
  };
}

/** A reason, and how many files go on only once it is settled. */
function withQueue(reason: string, queued: number): string {
  if (queued === 0) return reason;
  return `${sentence(reason)} ${counted(queued, "file")} ${queued === 1 ? "waits" : "wait"} behind it.`;
}

interface FailingRow extends OutboundRow {
  readonly retryAt: number;
  readonly tries: number;
}

/** Files and e-mails that did not get through and are tried again, for the causes that they would be stuck for. */
export const failingFiles: StuckSource<FailingRow> = {
  ...retriedFiles("outbound-failing", `${fileBefore("o")} IS NULL`, ""),
  found: ({ retryAt, tries, ...row }) => {
    const { reason, ...found } = failedOutbound.found({ ...row, queued: 0 });
    const tried = `${reason} (${failedSoFar(tries)})`;
    return { ...found, reason: withQueue(tried, row.queued), retryAt };
  },
};

interface BehindRow extends FailingRow {
  readonly behind: number;
  readonly nameBefore: string;
  readonly stateBefore: FileBefore["state"];
  readonly onHoldBefore: 0 | 1;
  readonly problemBefore: string | null;
}

/** Files that another of their queue keeps from leaving, for the cause that keeps that one. */
export const filesBehind: StuckSource<BehindRow> = {
  ...retriedFiles(
    "outbound-behind",
    `${fileBefore("o")} IS NOT NULL`,
    `, b.id AS behind, b.name AS nameBefore, b.state AS stateBefore, b.on_hold AS onHoldBefore,
     b.problem AS problemBefore`,
    `JOIN outbound b ON b.id = ${fileBefore("o")}`,
  ),
  found: ({ behind, nameBefore, stateBefore, onHoldBefore, problemBefore, ...row }) => {
    const before = {
      id: behind,
      name: nameBefore,
      state: stateBefore,
      onHold: onHoldBefore === 1,
      problem: problemBefore,
    };
    const problem = problemBefore ?? "no reason was recorded";
    const source = stateBefore === "unknown" ? unknownOutbound : failedOutbound;
    const { cause } = source.found({ ...row, problem });
    return { ...source.found(row), cause, reason: sayBefore(before), behind: before };
  },
};

function retriedFiles(kind: StuckSource["kind"], wanted: string, columns: string, join = "") {
  const those = `${failingOutbound("o")} AND ${wanted}`;
  return {
    kind,
    count: `SELECT count(*) FROM outbound o INDEXED BY outbound_failing WHERE ${those}`,
    keys: `
      SELECT o.id FROM outbound o INDEXED BY outbound_failing
      WHERE ${those} AND o.id > ? ORDER BY o.id LIMIT ?`,
    rows: `
      SELECT o.id AS number, o.name, w.text AS channel, o.problem, o.due_at AS retryAt,
             o.attempts + o.drops AS tries, o.created_at AS since, ${filesQueued("o")} AS queued${columns}
      FROM outbound o JOIN strings w ON w.id = o.channel ${join}
      WHERE o.id ${inKeys} AND ${those} ORDER BY o.id`,
  };
}
