import { compareEvents, type EventRecord } from "../../../core/event/event.ts";
import type { Hold } from "../../../core/hold/hold.ts";
import type {
  ActionStore,
  ActionTurn,
  ClaimedAction,
  EndedAttempt,
  ReadyEffect,
  TurnTaken,
} from "../../port/actions/action-store.ts";
import { eventRecord, type StoredEventRow } from "../../rows/event-row.ts";
import { dateOfOwnEvent } from "../../rules/own-event-date.ts";
import type { BringForward } from "../database/clock-set-back.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys } from "../database/listing.ts";
import type { EventRows } from "../events/event-rows.ts";
import type { OwnEvents } from "../events/own-events.ts";
import { eventColumns, eventJoins, selectEvents } from "../events/read-events.ts";
import type { OutboundMessages } from "../outbound/outbound-messages.ts";
import type { ClaimDue } from "./action-queues.ts";
import type { ActionRows } from "./action-rows.ts";

/** What whoever runs them needs of actions, with what was last built of their processes. */
export const selectClaimed = `
  SELECT a.id, a.event, a.process, n.text AS name, a.attempts AS attempt,
         a.attempts - a.uncounted AS tries, b.definition_version AS definitionVersion,
         CASE WHEN b.error IS NULL THEN b.state END AS state, b.seq, b.tail, p.last_event AS last
  FROM actions a JOIN strings n ON n.id = a.name JOIN processes p ON p.id = a.process
  LEFT JOIN builds b ON b.process = a.process
    AND NOT EXISTS (SELECT 1 FROM rebuilds r WHERE r.process = a.process)
  WHERE a.id ${inKeys}`;

/** The events of a process that were recorded after one, such as that which the action before brought about. */
export const selectSince = `
  WITH RECURSIVE chain (seq) AS (
    SELECT last_event FROM processes WHERE id = ?
    UNION ALL
    SELECT e.previous FROM chain c JOIN events e ON e.seq = c.seq WHERE e.previous > ?
  )
  SELECT ${eventColumns}
  FROM chain c JOIN events e ON e.seq = c.seq JOIN processes p ON p.id = e.process ${eventJoins}`;

interface ClaimedRow {
  readonly id: number;
  readonly event: number;
  readonly process: number;
  readonly name: string;
  readonly attempt: number;
  readonly tries: number;
  readonly definitionVersion: number | null;
  readonly state: string | null;
  readonly seq: number | null;
  readonly tail: string | null;
  readonly last: number;
}

/** What a turn works with. */
export interface TurnParts {
  readonly rows: ActionRows;
  readonly claim: ClaimDue;
  readonly bringForward: BringForward;
  readonly holds: () => readonly Hold[];
  readonly events: EventRows;
  readonly own: OwnEvents;
  readonly outboundMessages: OutboundMessages;
}

/** What a turn came to so far, and what holds for all of it. */
interface Tally {
  outgoing: number;
  readonly recordedAt: number;
  readonly anyParked: boolean;
}

/** Reads what was claimed, with the events that it is for. */
function claimedActions({ db }: Connection) {
  const claimed = db.prepare<[string], ClaimedRow>(selectClaimed);
  const eventsBySeq = db.prepare<[string], StoredEventRow>(selectEvents);
  const since = db.prepare<[number, number], StoredEventRow>(selectSince);

  function buildOf({ process, definitionVersion, state, seq, tail, last }: ClaimedRow) {
    if (definitionVersion === null || seq === null) return null;
    if (seq >= last) return { definitionVersion, state };
    const events = since.all(process, seq).map(eventRecord);
    const counted = events.filter((event) => event.void !== true).sort(compareEvents);
    return { definitionVersion, state, since: { tail, events: counted } };
  }

  function actionsOf(ids: readonly number[]): ClaimedAction[] {
    if (ids.length === 0) return [];
    const found = new Map(claimed.all(JSON.stringify(ids)).map((row) => [row.id, row]));
    const seqs = JSON.stringify([...found.values()].map(({ event }) => event));
    const bySeq = new Map(
      eventsBySeq.all(seqs).map((row): [number, EventRecord] => [row.seq, eventRecord(row)]),
    );
    return ids.map((id) => {
      const row = found.get(id);
      const event = bySeq.get(row?.event ?? 0);
      if (row === undefined || event === undefined)
        throw new Error(`Action ${id} or its event is gone within its transaction`);
      const { name, attempt, tries, process } = row;
      const { processType, key } = event;
      const build = buildOf(row);
      return { id, processType, name, attempt, tries, process, key, event, build };
    });
  }

  return actionsOf;
}

/** The place of the last event that a process is built of. */
const selectTail = "SELECT tail FROM builds WHERE process = ?";

/** Ending one attempt, with what it brings about. */
function endedAttempts(
  connection: Connection,
  { rows, own, outboundMessages }: Pick<TurnParts, "rows" | "own" | "outboundMessages">,
) {
  const tailOf = connection.db.prepare<[number], { tail: string | null }>(selectTail);

  function bringAbout(effect: ReadyEffect, place: number, ended: EndedAttempt, tally: Tally): void {
    const { id: action, process, event: cause } = ended;
    if (effect.kind !== "event") {
      outboundMessages.add(effect, { action, place, process, cause: cause.seq });
      tally.outgoing += 1;
      return;
    }
    const { processType, key, type, version, data } = effect;
    const tail = tailOf.get(process)?.tail ?? null;
    const occurredAt = dateOfOwnEvent(connection.now(), { cause: cause.occurredAt, tail });
    const identity = `action:${action}:${place}`;
    const origin = { kind: "action", identity, ref: action, cause: cause.seq } as const;
    own.append({ processType, key, type, version, data, occurredAt, origin }, tally.recordedAt);
  }

  /** False when the attempt is no longer the current one: then it counts for nothing. */
  function end(ended: EndedAttempt, token: number, at: number, tally: Tally): boolean {
    const { id, attempt, process } = ended;
    const startedAt = rows.startedAt(id, token, attempt);
    if (startedAt === null) return false;
    if (ended.outcome === "done") {
      rows.done(id, at);
      for (const [place, effect] of ended.effects.entries())
        bringAbout(effect, place, ended, tally);
    } else {
      const { outcome, reason, error, retryInMs } = ended;
      rows.noteFailure({ action: id, attempt, startedAt, endedAt: at, outcome, reason, error });
      if (retryInMs === null) rows.failed(id, reason, at);
      else rows.putBack(id, reason, at + retryInMs);
      if (outcome === "stopped") rows.uncount(id);
    }
    if (tally.anyParked) rows.letNextGo(process);
    return true;
  }

  return end;
}

/** Ending attempts and claiming the next actions, in one transaction. */
export function actionTurns(
  connection: Connection,
  { rows, claim, bringForward, holds, events, own, outboundMessages }: TurnParts,
): Pick<ActionStore, "claim"> {
  const actionsOf = claimedActions(connection);
  const end = endedAttempts(connection, { rows, own, outboundMessages });

  function take({ token, ended, room }: ActionTurn): TurnTaken {
    const now = connection.now();
    bringForward.within();
    const recordedAt = ended.length > 0 ? connection.stamp() : now;
    const tally: Tally = { outgoing: 0, recordedAt, anyParked: rows.anyParked() };
    events.begin();
    const lost = ended
      .filter((attempt) => !end(attempt, token, now, tally))
      .map((attempt) => attempt.id);
    const { ids, nextInMs } = claim(token, room, holds(), now);
    const { outgoing } = tally;
    return { claimed: actionsOf(ids), lost, events: events.appended(), outgoing, nextInMs };
  }

  return { claim: (turn) => connection.write(() => take(turn)) };
}
