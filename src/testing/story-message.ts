import type { Deadline } from "../core/define/deadline.ts";
import type { RoutableMessage } from "../core/event/route.ts";
import type { PlannedAction } from "../core/process/plan.ts";

/** What was done of an action: `refused` is an expected no. */
export interface StoryAction extends Omit<PlannedAction, "state"> {
  readonly state: "planned" | "done" | "refused" | "skipped" | "needs-review";
}

/** What a message says beside its data. */
export interface MessageDetails {
  /** Code of the group that the message is; `event` when it is not said. */
  readonly group?: string;
  readonly subjectKind?: string;
  /** What it is about; the key of the process when it is not said. */
  readonly subjectKey?: string;
  readonly fromRole?: string;
  readonly fromParticipant?: string;
}

/** A message that arrives, in a file sent `sentAt`, now when absent. */
export interface StoryMessage {
  readonly flow: string;
  readonly data: object;
  readonly sentAt?: string;
  readonly details?: MessageDetails;
}

/** A message of a story as routing sees it. */
export function routableIn(
  key: string,
  seq: number,
  flow: string,
  data: object,
  details: MessageDetails,
): RoutableMessage {
  const { group = "event", subjectKind = null, subjectKey = key } = details;
  const { fromRole = null, fromParticipant = null } = details;
  return {
    id: seq,
    file: seq,
    line: 2,
    flow,
    group,
    fromRole,
    fromParticipant,
    subjectKind,
    subjectKey,
    data: JSON.stringify(data),
  };
}

/** The sender as events have it, such as `M:UDMS`; null when nobody is named. */
export function senderOf({ fromRole, fromParticipant = "" }: MessageDetails): string | null {
  return fromRole === undefined ? fromParticipant || null : `${fromRole}:${fromParticipant}`;
}

/** Tells one deadline of a process from another. */
export function identityOf({ eventType, dueAt, anchor }: Deadline): string {
  return `${eventType} ${dueAt} ${anchor}`;
}
