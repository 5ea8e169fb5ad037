import { createHash } from "node:crypto";
import type {
  ComposedFile,
  WaitingMessage,
  WaitingQueue,
} from "../../../core/outbound/outbound.ts";
import { type BundledBytes, pack } from "../../packs/bundle.ts";
import type { NumberStore } from "../../port/outbound/number-store.ts";
import type { OutboundMessageStore } from "../../port/outbound/outbound-message-store.ts";
import type { OutboundStore } from "../../port/outbound/outbound-store.ts";
import type { QueueStore } from "../../port/outbound/queue-store.ts";
import type { BringForward } from "../database/clock-set-back.ts";
import type { Connection } from "../database/connection.ts";
import { mapInTurn } from "../database/in-turn.ts";
import { envelopeKeys, type Intern } from "../database/interned.ts";
import type { Contents } from "../files/content.ts";
import { selectFirst } from "./read-outbound.ts";
import { subscriptionMover } from "./subscriptions.ts";

/**
 * The queues in which something waits: each is found by a jump in the index, however many wait in the
 * one before.
 */
const selectWaitingQueues = `
  WITH RECURSIVE w (queue) AS (
    SELECT min(queue) FROM outbound_messages WHERE state = 'waiting'
    UNION ALL
    SELECT (SELECT min(queue) FROM outbound_messages WHERE state = 'waiting' AND queue > w.queue)
    FROM w WHERE w.queue IS NOT NULL
  )
  SELECT l.id, l.flow, l.to_role AS "toRole", l.to_participant AS "toParticipant", l.channel, l.problem,
    (SELECT at FROM outbound_messages WHERE queue = w.queue AND state = 'waiting' ORDER BY id LIMIT 1) AS since
  FROM w JOIN outbound_queues l ON l.id = w.queue`;

/** Counts those that wait in a queue, up to a number. */
const countWaiting = `
  SELECT count(*) FROM (SELECT 1 FROM outbound_messages WHERE queue = ? AND state = 'waiting' LIMIT ?) w`;

/** The first that wait in a queue. */
const selectWaitingMessages =
  "SELECT id, at, data FROM outbound_messages WHERE queue = ? AND state = 'waiting' ORDER BY id LIMIT ?";

/** The queue of a file. */
const selectQueueOf = `
  SELECT l.id, l.flow, l.to_role AS "toRole", l.to_participant AS "toParticipant", l.channel
  FROM outbound o JOIN outbound_queues l ON l.id = o.queue WHERE o.id = ?`;

/** The messages in a file, to be written once more. */
const selectFiled = "SELECT id, at, data FROM outbound_messages WHERE outbound = ? ORDER BY id";

interface QueueRow extends Omit<WaitingQueue, "to"> {
  readonly toRole: string | null;
  readonly toParticipant: string | null;
}

interface Columns {
  readonly queue: number;
  readonly channel: number;
  readonly envelope_key: number | null;
  readonly series: string | null;
  readonly number: number | null;
  readonly identifier: string | null;
  readonly folder: string;
  readonly name: string;
  readonly temporary: string;
  readonly content: number;
  readonly messages: number;
  readonly replaces: number | null;
  readonly at: number;
}

/** The keys of the processes that a file is sent for. */
const selectKeysOfOutbound = `
  SELECT DISTINCT p.key FROM outbound_messages x JOIN processes p ON p.id = x.process WHERE x.outbound = ?`;

/** Ends the transaction: what was composed is not what is in the store any more. */
class Stale extends Error {}

type Verbs = {
  readonly queues: QueueStore;
  readonly numbers: Pick<NumberStore, "last">;
  readonly outbound: Pick<OutboundStore, "record" | "filedMessages">;
  readonly outboundMessages: Pick<OutboundMessageStore, "setAside">;
};

/** The queues in which something waits. */
function queueVerbs(connection: Connection, bringForward: BringForward): QueueStore {
  const { db } = connection;
  const queues = db.prepare<[], QueueRow>(selectWaitingQueues);
  const count = db.prepare<[number, number], number>(countWaiting).pluck();
  const messages = db.prepare<[number, number], WaitingMessage>(selectWaitingMessages);
  const problem = db.prepare<[string | null, number | null, number]>(
    "UPDATE outbound_queues SET problem = ?, problem_at = ? WHERE id = ?",
  );

  return {
    async waiting() {
      await bringForward.before();
      return connection.read(async () => (await queues.all()).map(queueFrom));
    },
    count: ({ queue, most }) => connection.read(async () => (await count.get(queue, most)) ?? 0),
    messages: ({ queue, most }) => connection.read(() => messages.all(queue, most)),
    setProblem: ({ queue, problem: text }) =>
      connection.write(
        async () => void (await problem.run(text, text === null ? null : connection.now(), queue)),
      ),
  };
}

/** Notes what a file is about that is not the key of a process that it is sent for. */
function subjectsOf({ db }: Connection) {
  const keysOf = db.prepare<[number], string>(selectKeysOfOutbound).pluck();
  const mention = db.prepare<[number, string]>(
    "INSERT INTO outbound_mentions (outbound, key) VALUES (?, ?) ON CONFLICT DO NOTHING",
  );

  /** Notes what a file is about that is not the key of a process that it is sent for. */
  async function noteSubjects(id: number, subjects: readonly string[]): Promise<void> {
    if (subjects.length === 0) return;
    const known = new Set(await keysOf.all(id));
    for (const key of subjects) if (!known.has(key)) await mention.run(id, key);
  }

  return noteSubjects;
}

type Statements = ReturnType<typeof statements>;

/** Prepares the statements. */
function statements({ db }: Connection) {
  const last = db.prepare<[string], number>("SELECT last FROM numbers WHERE series = ?").pluck();
  const take = db.prepare<[string, number]>(
    `INSERT INTO numbers (series, last) VALUES (?, ?)
     ON CONFLICT (series) DO UPDATE SET last = excluded.last`,
  );
  const insert = db.prepare<[Columns]>(
    `INSERT INTO outbound
       (queue, channel, envelope_key, series, number, file_identifier, folder, name, temporary, content,
        messages, replaces, created_at, state, on_hold, in_flight, attempts, due_at)
     VALUES (@queue, @channel, @envelope_key, @series, @number, @identifier, @folder, @name, @temporary,
       @content, @messages, @replaces, @at, 'ready', 0, 0, 0, @at) RETURNING id`,
  );
  const file = db.prepare<[number, number]>(
    "UPDATE outbound_messages SET state = 'filed', outbound = ? WHERE id = ? AND state = 'waiting'",
  );
  const log = db.prepare<[number, number, string, string]>(
    "INSERT INTO outbound_log (outbound, at, what, actor, reason) VALUES (?, ?, 'resend', ?, ?)",
  );

  return { last, take, insert, file, log };
}

/** Writing what was composed. */
function recording(
  connection: Connection,
  contents: Contents,
  word: Intern,
  { last, take, insert, file, log }: Statements,
) {
  const noteSubjects = subjectsOf(connection);
  const envelope_key = envelopeKeys(connection);
  const moveSubscription = subscriptionMover(connection);

  async function record(
    composed: ComposedFile,
    packed: BundledBytes | undefined,
    at: number,
  ): Promise<number> {
    const { given, envelope, bytes } = composed;
    if (given !== null) {
      const before = await last.get(given.series);
      if (given.number !== (before === undefined ? (given.first ?? 1) : before + 1))
        throw new Stale();
      await take.run(given.series, given.number);
    }
    const { follows } = composed;
    if (
      follows !== undefined &&
      !(await moveSubscription(composed.channel, follows.from, follows.to))
    )
      throw new Stale();
    const hash = createHash("sha256").update(bytes).digest();
    const found = await contents.find(hash);
    const content = await contents.keep(found, hash, bytes.byteLength, packed, false);
    const id = Number(
      (
        await insert.run({
          queue: composed.queue,
          channel: await word(composed.channel),
          envelope_key: await envelope_key(envelope),
          series: given?.series ?? null,
          number: given?.number ?? null,
          identifier: envelope?.fileIdentifier ?? null,
          folder: composed.folder,
          name: composed.name,
          temporary: composed.temporary,
          content,
          messages: composed.messageCount,
          replaces: composed.replaces?.outbound ?? null,
          at,
        })
      ).lastInsertRowid,
    );
    if (composed.replaces !== null) {
      const { outbound, actor, reason } = composed.replaces;
      for (const one of [outbound, id]) await log.run(one, at, actor, reason);
    }
    for (const message of composed.messages)
      if ((await file.run(id, message)).changes !== 1) throw new Stale();
    await noteSubjects(id, composed.subjects ?? []);
    return id;
  }

  return record;
}

/** Reads the messages in a file, to be written once more. */
function filedMessages(connection: Connection): OutboundStore["filedMessages"] {
  const { db } = connection;
  const queueOf = db.prepare<[number], Omit<QueueRow, "since" | "problem">>(selectQueueOf);
  const firstOf = db.prepare<[number], number>(selectFirst).pluck();
  const filed = db.prepare<[number], WaitingMessage>(selectFiled);

  return (id) =>
    connection.read(async () => {
      const queue = await queueOf.get(id);
      if (queue === undefined) return null;
      return { queue: queueFrom(queue), messages: await filed.all((await firstOf.get(id)) ?? id) };
    });
}

/** The verbs that turn what waits into files. */
export function composing(
  connection: Connection,
  contents: Contents,
  word: Intern,
  bringForward: BringForward,
): Verbs {
  const { db } = connection;
  const prepared = statements(connection);
  const { last } = prepared;
  const record = recording(connection, contents, word, prepared);
  const aside = db.prepare<[string, number]>(
    "UPDATE outbound_messages SET state = 'stuck', problems = ? WHERE id = ? AND state = 'waiting'",
  );

  return {
    queues: queueVerbs(connection, bringForward),
    numbers: {
      last: (series) => connection.read(async () => (await last.get(series)) ?? 0),
    },
    outbound: {
      async record(files) {
        const packed = pack(files.map(({ bytes }) => bytes));
        try {
          return await connection.write(async () => {
            const at = connection.now();
            return await mapInTurn(files, (composed, place) => record(composed, packed[place], at));
          });
        } catch (error) {
          if (error instanceof Stale) return null;
          throw error;
        }
      },
      filedMessages: filedMessages(connection),
    },
    outboundMessages: {
      setAside: (unwritable) =>
        connection.write(async () => {
          for (const { id, problems } of unwritable) await aside.run(JSON.stringify(problems), id);
        }),
    },
  };
}

function queueFrom<Row extends Pick<QueueRow, "toRole" | "toParticipant">>({
  toRole: role,
  toParticipant: participant,
  ...queue
}: Row) {
  return { ...queue, to: { role, participant } };
}
