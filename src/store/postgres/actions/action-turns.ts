import type { EventRecord } from "../../../core/event/event.ts";
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
import { selectEvents } from "../events/read-events.ts";
import type { OutboundMessages } from "../outbound/outbound-messages.ts";
import type { ClaimDue } from "./action-queues.ts";
import type { ActionRows } from "./action-rows.ts";

/**
 * What whoever runs them needs of actions, with what was last built of their processes: nothing when
 * that lacks an event, such as one that the action before has just recorded.
 */
const selectClaimed = `
  SELECT a.id, a.event, a.process, n.text AS name, a.attempts AS attempt,
         a.attempts - a.uncounted AS tries, b.definition_version AS "definitionVersion",
         CASE WHEN b.error IS NULL THEN b.state END AS state
  FROM actions a JOIN strings n ON n.id = a.name JOIN processes p ON p.id = a.process
  LEFT JOIN builds b ON b.process = a.process AND b.seq >= p.last_event
    AND NOT EXISTS (SELECT 1 FROM rebuilds r WHERE r.process = a.process)
  WHERE a.id ${inKeys}`;

interface ClaimedRow {
  readonly id: number;
  readonly event: number;
  readonly process: number;
  readonly name: string;
  readonly attempt: number;
  readonly tries: number;
  readonly definitionVersion: number | null;
  readonly state: string | null;
}

/** What a turn works with. */
export interface TurnParts {
  readonly rows: ActionRows;
  readonly claim: ClaimDue;
  readonly bringForward: BringForward;
  readonly holds: () => Promise<readonly Hold[]>;
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

  async function actionsOf(ids: readonly number[]): Promise<ClaimedAction[]> {
    if (ids.length === 0) return [];
    const found = new Map((await claimed.all(JSON.stringify(ids))).map((row) => [row.id, row]));
    const seqs = JSON.stringify([...found.values()].map(({ event }) => event));
    const bySeq = new Map(
      (await eventsBySeq.all(seqs)).map((row): [number, EventRecord] => [
        row.seq,
        eventRecord(row),
      ]),
    );
    return ids.map((id) => {
      const row = found.get(id);
      const event = bySeq.get(row?.event ?? 0);
      if (row === undefined || event === undefined)
        throw new Error(`Action ${id} or its event is gone within its transaction`);
      const { name, attempt, tries, process, definitionVersion, state } = row;
      const { processType, key } = event;
      const build = definitionVersion === null ? null : { definitionVersion, state };
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

  async function bringAbout(
    effect: ReadyEffect,
    place: number,
    ended: EndedAttempt,
    tally: Tally,
  ): Promise<void> {
    const { id: action, process, event: cause } = ended;
    if (effect.kind !== "event") {
      await outboundMessages.add(effect, { action, place, process, cause: cause.seq });
      tally.outgoing += 1;
      return;
    }
    const { processType, key, type, version, data } = effect;
    const tail = (await tailOf.get(process))?.tail ?? null;
    const occurredAt = dateOfOwnEvent(connection.now(), { cause: cause.occurredAt, tail });
    const identity = `action:${action}:${place}`;
    const origin = { kind: "action", identity, ref: action, cause: cause.seq } as const;
    await own.append(
      { processType, key, type, version, data, occurredAt, origin },
      tally.recordedAt,
    );
  }

  /** Ends an attempt that is the current one. */
  async function end(
    ended: EndedAttempt,
    startedAt: number,
    at: number,
    tally: Tally,
  ): Promise<void> {
    const { id, attempt, process } = ended;
    if (ended.outcome === "done") {
      rows.done(id, at);
      for (const [place, effect] of ended.effects.entries())
        await bringAbout(effect, place, ended, tally);
    } else {
      const { outcome, reason, error, retryInMs } = ended;
      await rows.noteFailure({
        action: id,
        attempt,
        startedAt,
        endedAt: at,
        outcome,
        reason,
        error,
      });
      if (retryInMs === null) await rows.failed(id, reason, at);
      else await rows.putBack(id, reason, at + retryInMs);
      if (outcome === "stopped") await rows.uncount(id);
    }
    if (tally.anyParked) await rows.letNextGo(process);
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

  async function take({ token, ended, room }: ActionTurn): Promise<TurnTaken> {
    const now = connection.now();
    await bringForward.within();
    const recordedAt = ended.length > 0 ? await connection.stamp() : now;
    const tally: Tally = { outgoing: 0, recordedAt, anyParked: await rows.anyParked() };
    await events.begin();
    const startedAt = await rows.startedAt(ended, token);
    // An attempt that is no longer the current one counts for nothing.
    const lost: number[] = [];
    for (const attempt of ended) {
      const began = startedAt.get(attempt.id);
      startedAt.delete(attempt.id);
      if (began === undefined) lost.push(attempt.id);
      else await end(attempt, began, now, tally);
    }
    const { ids, nextInMs } = await claim(token, room, await holds(), now);
    const { outgoing } = tally;
    return { claimed: await actionsOf(ids), lost, events: events.appended(), outgoing, nextInMs };
  }

  return { claim: (turn) => connection.write(() => take(turn)) };
}
