import type { RoutedEvent } from "../../../core/event/route.ts";
import type { RoutedBatch, RouteStore, RoutingBatch } from "../../port/events/route-store.ts";
import { isRoutedAs, type RoutableRow } from "../../rules/routing-batches.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import { countEvents } from "../files/file-records.ts";
import type { Mentions } from "../files/mentions.ts";
import { type EventRows, selectHasEvent } from "./event-rows.ts";
import type { GoesBy } from "./goes-by.ts";
import type { SettledLines } from "./settled-lines.ts";
import { waitingBatches } from "./waiting-batches.ts";

/** Events of files of more messages are counted as they are appended, not when they are asked for. */
const manyMessages = 10_000;

/** The marks of a range of files in the queue, and what their events take from them. */
export const selectMarks = `
  SELECT u.file, u.next_line AS nextLine, f.occurred_at AS occurredAt,
         EXISTS (SELECT 1 FROM readings r WHERE r.file = u.file) AS reread,
         EXISTS (SELECT 1 FROM event_counts c WHERE c.file = u.file) AS counted,
         EXISTS (SELECT 1 FROM settled s WHERE s.file = u.file) AS settled
  FROM unrouted u JOIN files f ON f.id = u.file WHERE u.file BETWEEN ? AND ?`;

/** The newest message that has an event: those after it have none. */
export const selectNewestRouted = "SELECT ifnull(max(message), 0) FROM events";

/** What routing goes by, of the messages of some lines of a file that are valid. */
export const selectRoutable = `
  SELECT m.id, g.text AS "group", w.text AS subjectKind, m.subject_key AS subjectKey, m.data
  FROM messages m JOIN strings g ON g.id = m.group_code LEFT JOIN strings w ON w.id = m.subject_kind
  WHERE m.file = ? AND m.line >= ? AND m.line < ? AND m.invalid = 0 ORDER BY m.line`;

/** The place of a file in the queue. */
interface Mark {
  readonly file: number;
  readonly nextLine: number;
  readonly occurredAt: number;
  readonly reread: 0 | 1;
  readonly counted: 0 | 1;
  /** Some of its messages were routed before it was put in line again. */
  readonly settled: 0 | 1;
}

interface RoutingParts {
  readonly word: Intern;
  readonly events: EventRows;
  readonly found: GoesBy;
  readonly settled: SettledLines;
  readonly mentions: Mentions;
}

type Statements = ReturnType<typeof statements>;

/** Prepares the statements. */
function statements({ db }: Connection) {
  const startCount = db.prepare<[number]>(
    `INSERT INTO event_counts (file, events)
     SELECT f.id, ${countEvents} FROM files f WHERE f.id = ? AND f.messages > ${manyMessages}`,
  );
  const addToCount = db.prepare<[number, number]>(
    "UPDATE event_counts SET events = events + ? WHERE file = ?",
  );
  const marks = db.prepare<[number, number], Mark>(selectMarks);
  const moveMark = db.prepare<[number, number]>("UPDATE unrouted SET next_line = ? WHERE file = ?");
  const removeMarks = db.prepare<[number, number]>(
    "DELETE FROM unrouted WHERE file BETWEEN ? AND ?",
  );
  const newestRouted = db.prepare<[], number>(selectNewestRouted).pluck();
  const hasEvent = db.prepare<[number, number], 1>(selectHasEvent).pluck();
  const markHistory = db.prepare<[number]>("INSERT INTO history_events (event) VALUES (?)");
  const wait = db.prepare<[number, number, string, number, number, 0 | 1]>(
    `INSERT INTO unmatched (message, process_type, key, event_type, at, history)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (message, process_type) DO UPDATE SET key = excluded.key, event_type = excluded.event_type`,
  );
  const fail = db.prepare<[number, number, string, number]>(
    `INSERT INTO failures (message, process_type, error, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (message, process_type) DO UPDATE SET error = excluded.error, at = excluded.at`,
  );
  const routableNow = db.prepare<[number, number, number], RoutableRow>(selectRoutable);

  return {
    startCount,
    addToCount,
    marks,
    moveMark,
    removeMarks,
    newestRouted,
    hasEvent,
    markHistory,
    wait,
    fail,
    routableNow,
  };
}

/** Notes the subjects of messages that became no event of a process of that key. */
function noteUnplaced(
  mentions: Mentions,
  { file, messages }: RoutingBatch,
  placed: ReadonlySet<string>,
): void {
  for (const { id, line, subjectKey } of messages)
    if (subjectKey !== null && !placed.has(`${id} ${subjectKey}`))
      mentions.ofMessage(file, line, subjectKey);
}

/** Which of a batch's messages are past for a type of process that takes them only now. */
function pastIn(
  settled: SettledLines,
  { file, messages }: RoutingBatch,
  mark: Mark,
): (message: number, processType: number) => boolean {
  if (mark.settled === 0) return () => false;
  const lines = new Map(messages.map(({ id, line }) => [id, line]));
  return (message, processType) => settled.isPast(file, lines.get(message) ?? 0, processType);
}

/** Appending the events of one batch. */
function appending(
  { word, events, found, settled, mentions }: RoutingParts,
  { newestRouted, hasEvent, markHistory, wait, fail }: Statements,
) {
  /** The newest message that has an event, while a transaction runs: those beyond it need no look. */
  let newest = 0;

  /** Appends the event, unless its message has one already or joins a process that is not there; says whether it did. */
  function appendEvent(
    routed: RoutedEvent,
    circumstances: Circumstances,
    isPast: (message: number, processType: number) => boolean,
  ): boolean {
    const { message, key, otherwise, references = [] } = routed;
    const processType = word(routed.processType);
    const type = word(routed.eventType);
    const event = { processType, type, ...circumstances, schemaVersion: 1, message, data: null };
    if (routed.finds === true) {
      const history = isPast(message, processType) ? 1 : 0;
      if (found.seek({ ...event, references, history }) > 0) {
        newest = Math.max(newest, message);
        return true;
      }
      if (otherwise === "wait")
        wait.run(message, processType, key, type, circumstances.recordedAt, history);
      return false;
    }
    if (message <= newest && hasEvent.get(message, processType) !== undefined) return false;
    if (otherwise !== undefined && !events.isThere(processType, key)) {
      if (otherwise !== "wait") return false;
      const history = isPast(message, processType) ? 1 : 0;
      wait.run(message, processType, key, type, circumstances.recordedAt, history);
      events.waits();
      return false;
    }
    newest = Math.max(newest, message);
    const seq = events.append({ ...event, key });
    if (isPast(message, processType)) markHistory.run(seq);
    found.name(processType, key, references, circumstances.recordedAt);
    return true;
  }

  /** Appends a batch's events; returns how many. */
  function append(
    { batch, events: routed, failures }: RoutedBatch,
    mark: Mark,
    recordedAt: number,
  ): number {
    const before = events.appended();
    const all = { occurredAt: mark.occurredAt, recordedAt };
    const isPast = pastIn(settled, batch, mark);
    const placed = new Set<string>();
    for (const event of routed)
      if (appendEvent(event, all, isPast)) placed.add(`${event.message} ${event.key}`);
    noteUnplaced(mentions, batch, placed);
    for (const { message, processType, error } of failures)
      fail.run(message, word(processType), error, recordedAt);
    return events.appended() - before;
  }

  function begin(): void {
    newest = newestRouted.get() ?? 0;
  }

  return { begin, append };
}

/** Compares batches with what is in the store now. */
function staleness({ routableNow }: Statements) {
  /** Whether somebody else has routed the batch, or read its file again, since it was taken. */
  function isStale(batch: RoutingBatch, found: Mark): boolean {
    if (found.nextLine !== batch.fromLine) return true;
    if (found.reread === 0) return false;
    const { file, fromLine, nextLine, messages } = batch;
    const now = routableNow.all(file, fromLine, nextLine ?? Number.MAX_SAFE_INTEGER);
    return now.length !== messages.length || messages.some((one, at) => !isRoutedAs(one, now[at]));
  }

  return isStale;
}

/** Commit 2: from messages to events on processes. */
export function routing(
  connection: Connection,
  word: Intern,
  events: EventRows,
  found: GoesBy,
  { settled, mentions }: Pick<RoutingParts, "settled" | "mentions">,
): Pick<RouteStore, "waiting" | "record"> {
  const prepared = statements(connection);
  const { startCount, addToCount, marks, moveMark, removeMarks } = prepared;
  const isStale = staleness(prepared);
  const routes = appending({ word, events, found, settled, mentions }, prepared);

  /** Takes files that are done out of the queue: with one statement when they are all there is in their range. */
  function remove(done: ReadonlySet<number>, queue: ReadonlyMap<number, Mark>): void {
    if (done.size > 0 && done.size === queue.size) removeMarks.run(...rangeOf([...done]));
    else for (const file of done) removeMarks.run(file, file);
  }

  function recordRoutes(batches: readonly RoutedBatch[]): number {
    const recordedAt = connection.stamp();
    routes.begin();
    events.begin();
    const range = rangeOf(batches.map(({ batch }) => batch.file));
    const queue = new Map(marks.all(...range).map((mark) => [mark.file, mark]));
    const done = new Set<number>();
    let appended = 0;
    for (const routed of batches) {
      const { file, nextLine } = routed.batch;
      const mark = queue.get(file);
      if (mark === undefined || done.has(file) || isStale(routed.batch, mark)) continue;
      const counted =
        mark.counted === 1 || (nextLine !== null && startCount.run(file).changes === 1);
      const waited = events.takenUp();
      const added = routes.append(routed, mark, recordedAt);
      // Those that had waited are counted with their own files.
      if (counted) addToCount.run(added - (events.takenUp() - waited), file);
      appended += added;
      if (nextLine === null) done.add(file);
      else {
        moveMark.run(nextLine, file);
        queue.set(file, { ...mark, nextLine, counted: counted ? 1 : 0 });
      }
    }
    remove(done, queue);
    return appended;
  }

  return {
    waiting: waitingBatches(connection),
    record: (batches) => connection.write(() => recordRoutes(batches)),
  };
}

/** What the events of one batch have in common. */
interface Circumstances {
  readonly occurredAt: number;
  readonly recordedAt: number;
}

function rangeOf(files: readonly number[]): [first: number, last: number] {
  let [first = 0] = files;
  let last = first;
  for (const file of files) {
    first = Math.min(first, file);
    last = Math.max(last, file);
  }
  return [first, last];
}
