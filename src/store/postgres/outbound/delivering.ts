import type {
  DeliveryEnd,
  DueFile,
  DueFilter,
  NextRetry,
  RecipientEnd,
} from "../../../core/outbound/outbound.ts";
import type { DeliveryStore } from "../../port/outbound/delivery-store.ts";
import type { BringForward } from "../database/clock-set-back.ts";
import type { Connection } from "../database/connection.ts";
import { filterInTurn } from "../database/in-turn.ts";
import { interned } from "../database/interned.ts";
import type { Statement } from "../database/statement.ts";
import type { EventRows } from "../events/event-rows.ts";
import type { NoteDelivered } from "./delivered.ts";
import { fileBefore, stopped } from "./stopped-files.ts";

const dueColumns = `o.id, o.queue, o.state, o.folder, o.name, o.temporary, c.size AS "sizeBytes",
  encode(c.hash, 'hex') AS hash, o.attempts, o.drops`;

const flowMayLeave = `(@flowsOnHold::text = '[]' OR NOT EXISTS (
      SELECT 1 FROM envelope_keys j JOIN json_array_elements_text(@flowsOnHold::json) h ON h = j.flow WHERE j.id = o.envelope_key))`;

const mayLeave = `o.channel = @channel AND o.state IN ('ready', 'uploaded') AND o.on_hold = 0
    AND o.due_at <= @now AND ${flowMayLeave}`;

/** No earlier one of its queue needs a person, waits for another try or is to be sent alone. */
const isFirst = `NOT EXISTS (
      SELECT 1 FROM outbound s
      WHERE s.channel = o.channel AND s.queue = o.queue AND s.id < o.id AND ${stopped("s")}
        AND (s.state IN ('unknown', 'failed') OR s.on_hold = 1 OR s.due_at > @now OR s.drops > 0))`;

/** Files of a channel that may be delivered now, whatever others of their queue are. */
const selectDueFiles = `
  SELECT ${dueColumns}
  FROM outbound o JOIN content c ON c.id = o.content
  WHERE ${mayLeave} AND o.drops = 0
  ORDER BY o.id LIMIT @limit`;

/** Files that are due and have no earlier one of their queue to wait for. */
const selectDueInOrder = `
  SELECT ${dueColumns}
  FROM outbound o JOIN content c ON c.id = o.content
  WHERE ${mayLeave} AND o.drops = 0
    AND ${isFirst}
  ORDER BY o.id LIMIT @limit`;

/** Files that the connection broke on and that may be tried again now: those it broke on least come first. */
const selectSuspects = `
  SELECT ${dueColumns}
  FROM outbound o JOIN content c ON c.id = o.content
  WHERE ${mayLeave} AND o.drops > 0
  ORDER BY o.drops, o.id LIMIT @limit`;

/** Files that the connection broke on and that have no earlier one of their queue to wait for. */
const selectSuspectsInOrder = `
  SELECT ${dueColumns}
  FROM outbound o JOIN content c ON c.id = o.content
  WHERE ${mayLeave} AND o.drops > 0
    AND ${isFirst}
  ORDER BY o.drops, o.id LIMIT @limit`;

/** The file of a channel that is tried again next; a row of nulls when none is. */
const selectNextRetry = `
  SELECT o.due_at AS "dueAt", o.id AS file, o.problem FROM outbound o
  WHERE o.channel = ? AND ${stopped("o")} AND o.state IN ('ready', 'uploaded') AND o.on_hold = 0
    AND o.attempts > 0 AND ${fileBefore("o")} IS NULL
  ORDER BY o.due_at, o.id LIMIT 1`;

/**
 * When the newest file of each channel that arrived did, however many there are: by a step down the index for each.
 * Asked for as a range of states in their order, so that only that index can answer it: one that read all files from
 * the newest on would be quick only where most were delivered.
 */
const selectLastDelivered = `
  WITH RECURSIVE c (channel) AS (
    SELECT min(channel) FROM outbound
    UNION ALL
    SELECT (SELECT min(o.channel) FROM outbound o WHERE o.channel > c.channel) FROM c
    WHERE c.channel IS NOT NULL
  )
  SELECT w.text AS channel, (SELECT o.ended_at FROM outbound o
    WHERE o.channel = c.channel AND o.state >= 'delivered' AND o.state <= 'delivered'
    ORDER BY o.state DESC, o.id DESC LIMIT 1) AS at
  FROM c JOIN strings w ON w.id = c.channel`;

/** Files of a channel that were cancelled or given up, and not cleaned up after. */
const selectToCleanUp = `
  SELECT ${dueColumns} FROM outbound o JOIN content c ON c.id = o.content
  WHERE o.channel = ? AND o.state IN ('cancelled', 'failed') AND o.in_flight = 1 ORDER BY o.id LIMIT 500`;

/** What a server had and did not answer; by one channel, or by any. What is of a webhook subscription may be sent again. */
const selectSending = `
  SELECT id, queue IN (SELECT queue FROM subscriptions) AS "mayRepeat" FROM outbound WHERE state = 'sending'
    AND (@channel::text IS NULL OR channel = (SELECT id FROM strings WHERE text = @channel::text))`;

type Verbs = DeliveryStore;

/** Finding what may be delivered now. */
function dueFiles(
  connection: Connection,
  bringForward: BringForward,
): Pick<DeliveryStore, "due" | "suspects"> {
  const { db } = connection;
  const find = (sql: string) =>
    db.prepare<[{ channel: string; now: number; flowsOnHold: string; limit: number }], DueFile>(
      sql.replace("@channel", "(SELECT id FROM strings WHERE text = @channel)"),
    );
  const due = find(selectDueFiles);
  const dueInOrder = find(selectDueInOrder);
  const suspects = find(selectSuspects);
  const suspectsInOrder = find(selectSuspectsInOrder);
  const parameters = (channel: string, { now, flowsOnHold, limit }: DueFilter) => ({
    channel,
    now,
    flowsOnHold: JSON.stringify(flowsOnHold),
    limit,
  });

  return {
    async due({ channel, filter }) {
      await bringForward.before();
      return connection.read(() =>
        (filter.inOrder ? dueInOrder : due).all(parameters(channel, filter)),
      );
    },
    suspects: ({ channel, filter }) =>
      connection.read(() =>
        (filter.inOrder ? suspectsInOrder : suspects).all(parameters(channel, filter)),
      ),
  };
}

/** Noting how an attempt to deliver ended. */
function endings({ db }: Connection, delivered: NoteDelivered) {
  const later = db.prepare<[string, number, string, number]>(
    `UPDATE outbound SET state = ?, in_flight = 0, attempts = attempts + 1, due_at = ?, problem = ?
     WHERE id = ? AND state IN ('ready', 'uploaded', 'sending')`,
  );
  const dropped = db.prepare<[string, 0 | 1, number, string, number]>(
    `UPDATE outbound SET state = ?, in_flight = 0, drops = drops + 1, attempts = attempts + ?,
       due_at = ?, problem = ?
     WHERE id = ? AND state IN ('ready', 'uploaded')`,
  );
  const behind = db.prepare<[number]>(
    `UPDATE outbound SET state = 'ready', in_flight = 0
     WHERE id = ? AND state IN ('ready', 'uploaded', 'sending')`,
  );
  const stop = db.prepare<[string, number, string, number]>(
    `UPDATE outbound SET state = ?, in_flight = ?, problem = ?
     WHERE id = ? AND state IN ('ready', 'uploaded', 'sending')`,
  );
  const log = db.prepare<[number, number, string, string | null]>(
    "INSERT INTO outbound_log (outbound, at, what, reason) VALUES (?, ?, ?, ?)",
  );
  const recipient = db.prepare<[number, string, string, string | null, number]>(
    `INSERT INTO outbound_recipients (outbound, address, state, answer, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (outbound, address) DO UPDATE SET state = excluded.state, answer = excluded.answer, at = excluded.at`,
  );

  async function end(ending: DeliveryEnd, at: number): Promise<void> {
    const { id } = ending;
    if ("recipients" in ending)
      for (const { address, state, answer } of ending.recipients ?? [])
        await recipient.run(id, address, state, answer, at);
    switch (ending.end) {
      case "delivered":
        await delivered(id, at);
        break;
      case "behind":
        await behind.run(id);
        break;
      case "later":
        await later.run(ending.from, ending.dueAt, ending.problem, id);
        await log.run(id, at, "attempt failed", ending.problem);
        break;
      case "dropped":
        await dropped.run(ending.from, ending.isAlone ? 1 : 0, ending.dueAt, ending.problem, id);
        await log.run(id, at, "connection broke", ending.problem);
        break;
      default: {
        const isLeft = "isLeft" in ending && ending.isLeft === true ? 1 : 0;
        // When a person cancelled it meanwhile, the failure is only noted in its log.
        const isStopped = (await stop.run(ending.end, isLeft, ending.problem, id)).changes === 1;
        await log.run(id, at, isStopped ? ending.end : "note", ending.problem);
      }
    }
  }

  return end;
}

/** Tidying up after what was cancelled or given up. */
function tidying(
  connection: Connection,
  findWord: Statement<[text: string], number>,
): Pick<DeliveryStore, "toCleanUp" | "cleanedUp"> {
  const { db } = connection;
  const toCleanUp = db.prepare<[number], DueFile>(selectToCleanUp);
  const cleanedUp = db.prepare<[number]>(
    "UPDATE outbound SET in_flight = 0 WHERE id = ? AND state IN ('cancelled', 'failed')",
  );

  return {
    toCleanUp: (channel) =>
      connection.read(async () => toCleanUp.all((await findWord.get(channel)) ?? 0)),
    cleanedUp: (ids) =>
      connection.write(async () => {
        for (const id of ids) await cleanedUp.run(id);
      }),
  };
}

/** The verbs of delivering outbound files. */
export function delivering(
  connection: Connection,
  events: EventRows,
  delivered: NoteDelivered,
  bringForward: BringForward,
): Verbs {
  const { db } = connection;
  const end = endings(connection, delivered);
  const forgetOrder = db.prepare("DELETE FROM channels_in_order");
  const keepOrder = db.prepare<[number]>("INSERT INTO channels_in_order VALUES (?)");
  const words = interned(connection, "strings");
  const nextRetry = db.prepare<[number], NextRetry | { readonly dueAt: null }>(selectNextRetry);
  const findWord = db.prepare<[string], number>("SELECT id FROM strings WHERE text = ?").pluck();
  const begin = db.prepare<[string, number]>(
    `UPDATE outbound SET state = ?, in_flight = 1
     WHERE id = ? AND on_hold = 0 AND state IN ('ready', 'uploaded')`,
  );
  const lastDelivered = db.prepare<[], { channel: string; at: number | null }>(selectLastDelivered);
  const recipients = db.prepare<[number], RecipientEnd>(
    "SELECT address, state, answer FROM outbound_recipients WHERE outbound = ? ORDER BY at, address",
  );
  const sending = db.prepare<[{ channel: string | null }], { id: number; mayRepeat: 0 | 1 }>(
    selectSending,
  );

  return {
    keepOrder: (channels) =>
      connection.write(async () => {
        await forgetOrder.run();
        for (const channel of channels) await keepOrder.run(await words(channel));
      }),
    ...dueFiles(connection, bringForward),
    nextRetry: (channel) =>
      connection.read(async () => {
        const next = await nextRetry.get((await findWord.get(channel)) ?? 0);
        return next === undefined || next.dueAt === null ? null : next;
      }),
    begin: ({ ids, state }) =>
      connection.write(
        async () =>
          new Set(
            await filterInTurn(ids, async (id) => (await begin.run(state, id)).changes === 1),
          ),
      ),
    end: (ends) =>
      connection.write(async () => {
        await events.begin();
        const at = connection.now();
        for (const ending of ends) await end(ending, at);
        return events.appended();
      }),
    lastDelivered: () =>
      connection.read(async () => {
        const rows = await lastDelivered.all();
        return new Map(rows.flatMap(({ channel, at }) => (at === null ? [] : [[channel, at]])));
      }),
    recipients: (id) => connection.read(() => recipients.all(id)),
    ...tidying(connection, findWord),
    abandonSending: (channel) =>
      connection.write(async () => {
        const at = connection.now();
        const problem =
          "Busbar ended while the mail server had the e-mail and had not answered: look in the recipient's mailbox or the server's log by its Message-ID.";
        const all = await sending.all({ channel });
        for (const { id, mayRepeat } of all)
          await end(mayRepeat === 1 ? { id, end: "behind" } : { id, end: "unknown", problem }, at);
        return all.length;
      }),
  };
}
