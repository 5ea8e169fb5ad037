import { type Hold, holdOn } from "../../../core/hold/hold.ts";
import type { ActionRoom } from "../../port/actions/action-store.ts";
import type { Connection } from "../database/connection.ts";
import type { ActionRows } from "./action-rows.ts";

/** The next action of a type of process in whose queue something waits. */
const selectNextName = `
  SELECT process_type AS type, name FROM actions
  WHERE state = 'planned' AND parked = 0 AND process_type = ? AND name > ?
  ORDER BY name LIMIT 1`;

/**
 * The first queue of the next type. Two statements, since one that compares both columns at once would walk over
 * all that waits in the queue before.
 */
const selectNextType = `
  SELECT process_type AS type, name FROM actions
  WHERE state = 'planned' AND parked = 0 AND process_type > ?
  ORDER BY process_type, name LIMIT 1`;

/** What waits in a queue and is due, from a place on, and whether another of its process runs. */
const selectDueActions = `
  SELECT a.id, a.process, a.due_at AS "dueAt",
         EXISTS (SELECT 1 FROM actions r WHERE r.process = a.process AND r.state = 'running') AS waits
  FROM actions a
  WHERE a.state = 'planned' AND a.parked = 0 AND a.process_type = ? AND a.name = ? AND a.due_at <= ?
    AND (a.due_at, a.id) > (?, ?)
  ORDER BY a.due_at, a.id LIMIT ?`;

/** When the next one of a queue falls due. */
const selectNextDueAt = `
  SELECT due_at FROM actions
  WHERE state = 'planned' AND parked = 0 AND process_type = ? AND name = ? AND due_at > ?
  ORDER BY due_at LIMIT 1`;

/** Rows looked at in one turn for each that may be claimed: what has to wait for others of its process is set aside. */
const looksPerClaim = 4;

/** A queue is read so many rows at a time, at least. */
const leastRead = 8;

interface Queue {
  readonly type: number;
  readonly name: number;
}

interface DueRow {
  readonly id: number;
  readonly process: number;
  readonly dueAt: number;
  readonly waits: 0 | 1;
}

/** A queue while it is being claimed from. */
interface Line extends Queue {
  room: number;
  /** Rows read ahead, the last first. */
  ahead: DueRow[];
  last: Pick<DueRow, "id" | "dueAt">;
  isRead: boolean;
}

/** What was claimed of what is due. */
export interface ClaimedRows {
  readonly ids: readonly number[];
  /** Milliseconds until the next falls due; 0 when there are more; null when none is known of. */
  readonly nextInMs: number | null;
}

/** Claiming what is due. Within a write only. */
export type ClaimDue = (
  token: number,
  room: ActionRoom,
  holds: readonly Hold[],
  now: number,
) => Promise<ClaimedRows>;

/** Every queue that something waits in and that nobody holds, with its room. */
function queuesToClaim({ db }: Connection, text: (word: number) => Promise<string>) {
  const nextName = db.prepare<[number, number], Queue>(selectNextName);
  const nextType = db.prepare<[number], Queue>(selectNextType);

  /** Every queue that something waits in and that nobody holds, with its room. */
  async function linesOf(room: ActionRoom, holds: readonly Hold[]): Promise<Line[]> {
    const lines: Line[] = [];
    let queue = await nextType.get(0);
    while (queue !== undefined) {
      const place = { type: await text(queue.type), name: await text(queue.name) };
      if (holdOn(holds, { stage: "actions", ...place }) === null) {
        const known = room.queues.find(
          ({ processType, name }) => processType === place.type && name === place.name,
        );
        const last = { dueAt: Number.MIN_SAFE_INTEGER, id: 0 };
        lines.push({ ...queue, room: known?.room ?? room.others, ahead: [], last, isRead: false });
      }
      queue = (await nextName.get(queue.type, queue.name)) ?? (await nextType.get(queue.type));
    }
    return lines;
  }

  return linesOf;
}

/** What is due in the queues, in the order in which it fell due. */
function dueOnes({ db }: Connection) {
  const due = db.prepare<[number, number, number, number, number, number], DueRow>(
    selectDueActions,
  );
  const nextDueAt = db.prepare<[number, number, number], number>(selectNextDueAt).pluck();

  /** The next row of a line; undefined when it has no more that are due, or no room. */
  async function headOf(line: Line, now: number, atOnce: number): Promise<DueRow | undefined> {
    if (line.room <= 0) return undefined;
    if (line.ahead.length === 0 && !line.isRead) {
      const { dueAt, id } = line.last;
      const most = Math.max(leastRead, Math.min(line.room, atOnce));
      line.ahead = (await due.all(line.type, line.name, now, dueAt, id, most)).reverse();
      line.isRead = line.ahead.length < most;
    }
    return line.ahead.at(-1);
  }

  /** The line whose next row has been due the longest. */
  async function oldest(lines: readonly Line[], now: number, atOnce: number): Promise<Line | null> {
    let found: Line | null = null;
    let first: DueRow | null = null;
    for (const line of lines) {
      const head = await headOf(line, now, atOnce);
      if (head === undefined || (first !== null && !isBefore(head, first))) continue;
      found = line;
      first = head;
    }
    return found;
  }

  async function nextInMs(lines: readonly Line[], now: number): Promise<number | null> {
    let next: number | null = null;
    for (const { type, name, room } of lines) {
      if (room <= 0) continue;
      const dueAt = await nextDueAt.get(type, name, now);
      if (dueAt !== undefined) next = Math.min(next ?? dueAt, dueAt);
    }
    return next === null ? null : next - now;
  }

  return { oldest, nextInMs };
}

/** Prepares the statements. `text` gives the text of a word's number. */
export function actionQueues(
  connection: Connection,
  rows: ActionRows,
  text: (word: number) => Promise<string>,
): ClaimDue {
  const linesOf = queuesToClaim(connection, text);
  const { oldest, nextInMs } = dueOnes(connection);

  return async (token, room, holds, now) => {
    if (room.inAll <= 0) return { ids: [], nextInMs: null };
    const lines = await linesOf(room, holds);
    const atOnce = Math.ceil(room.inAll / Math.max(1, lines.length));
    const taken = new Set<number>();
    const ids: number[] = [];
    let looks = leastRead + room.inAll * looksPerClaim;
    while (ids.length < room.inAll && looks > 0) {
      const line = await oldest(lines, now, atOnce);
      const row = line?.ahead.pop();
      if (line === null || row === undefined) return { ids, nextInMs: await nextInMs(lines, now) };
      looks -= 1;
      line.last = row;
      if (row.waits === 1 || taken.has(row.process)) rows.park(row.id);
      else {
        taken.add(row.process);
        rows.start(row.id, token, now);
        ids.push(row.id);
        line.room -= 1;
      }
    }
    return { ids, nextInMs: 0 };
  };
}

function isBefore(a: DueRow, b: DueRow): boolean {
  return a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.id < b.id);
}
