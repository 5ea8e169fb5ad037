import { type FileBefore, sayBefore } from "../../../core/outbound/file-before.ts";
import { causeOf, errorCause } from "../../../core/stuck/cause.ts";
import { counted } from "../../../runtime/counted.ts";
import { sentence } from "../../../runtime/error-message.ts";
import { type FoundStuck, problemQuotes, problemReason, problemTitle } from "./found-stuck.ts";
import { failedSoFar } from "./of-work.ts";

/** What a store has of a queue that no channel serves. */
export interface WaitingQueueRow {
  readonly number: number;
  readonly since: number;
  readonly flow: string | null;
  readonly recipient: string;
  readonly problem: string;
}

/** Messages of a flow to a recipient, or e-mails, that no channel sends: one item however many wait. */
export function queueWithoutChannel(row: WaitingQueueRow): FoundStuck {
  const { number, since, flow, recipient, problem } = row;
  return {
    number,
    item: `queue ${number}`,
    cause: causeOf("no-channel", problem),
    file: null,
    message: null,
    since,
    name: flow === null ? "e-mails" : `${flow} to ${recipient || "nobody in particular"}`,
    reason: problem,
  };
}

/** What a store has of a message that its flow cannot hold. */
export interface UnwritableMessageRow {
  readonly number: number;
  readonly since: number;
  readonly flow: string | null;
  readonly key: string | null;
  /** JSON. */
  readonly problems: string | null;
}

/** A message that its flow cannot hold. */
export function unwritableMessage(row: UnwritableMessageRow): FoundStuck {
  const { number, since, flow, key, problems } = row;
  return {
    number,
    item: `outbound-message ${number}`,
    cause: causeOf("unwritable", problemTitle(problems, flow)),
    file: null,
    message: null,
    since,
    name: key ?? flow ?? "e-mail",
    reason: problemReason(problems),
    ...problemQuotes(problems),
  };
}

/** What a store has of an outbound file that is stuck. */
export interface StuckOutboundRow {
  readonly number: number;
  readonly since: number;
  readonly name: string;
  readonly channel: string;
  readonly problem: string | null;
  /** How many files wait behind it. */
  readonly queued: number;
}

/** A file or e-mail that could not be delivered. */
export function failedOutbound(row: StuckOutboundRow): FoundStuck {
  return stuckOutbound("outbound-failed", row, errorCause(row.problem ?? noReason));
}

/** A file or e-mail of which nobody can tell whether it arrived. */
export function unknownOutbound(row: StuckOutboundRow): FoundStuck {
  return stuckOutbound("outbound-unknown", row, "nobody can tell");
}

const noReason = "no reason was recorded";

function stuckOutbound(
  kind: "outbound-failed" | "outbound-unknown",
  { number, since, name, channel, problem, queued }: StuckOutboundRow,
  why: string,
): FoundStuck {
  return {
    number,
    item: `outbound ${number}`,
    cause: causeOf(kind, `channel ${channel}: ${why}`),
    file: null,
    message: null,
    since,
    name,
    reason: withQueue(problem ?? "No reason was recorded.", queued),
  };
}

/** A reason, and how many files go on only once it is settled. */
function withQueue(reason: string, queued: number): string {
  if (queued === 0) return reason;
  return `${sentence(reason)} ${counted(queued, "file")} ${queued === 1 ? "waits" : "wait"} behind it.`;
}

/** What a store has of an outbound file that is tried again. */
export interface RetriedOutboundRow extends StuckOutboundRow {
  readonly retryAt: number;
  readonly tries: number;
}

/** A file or e-mail that did not get through and is tried again, for the cause that it would be stuck for. */
export function retriedOutbound({ retryAt, tries, ...row }: RetriedOutboundRow): FoundStuck {
  const { reason, ...found } = failedOutbound({ ...row, queued: 0 });
  const tried = `${reason} (${failedSoFar(tries)})`;
  return { ...found, reason: withQueue(tried, row.queued), retryAt };
}

/** What a store has of an outbound file that waits for another. */
export interface OutboundBehindRow extends RetriedOutboundRow {
  readonly behind: number;
  readonly nameBefore: string;
  readonly stateBefore: FileBefore["state"];
  readonly onHoldBefore: 0 | 1;
  readonly problemBefore: string | null;
}

/** A file that another of its queue keeps from leaving, for the cause that keeps that one. */
export function fileBehind(all: OutboundBehindRow): FoundStuck {
  const { behind, nameBefore, stateBefore, onHoldBefore, problemBefore, ...row } = all;
  const before = {
    id: behind,
    name: nameBefore,
    state: stateBefore,
    onHold: onHoldBefore === 1,
    problem: problemBefore,
  };
  const found = stateBefore === "unknown" ? unknownOutbound : failedOutbound;
  const { cause } = found({ ...row, problem: problemBefore ?? noReason });
  return { ...found(row), cause, reason: sayBefore(before), behind: before };
}
