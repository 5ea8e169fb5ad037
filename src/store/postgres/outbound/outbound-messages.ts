import type { EffectOrigin, Outgoing } from "../../../core/outbound/outgoing.ts";
import type { OutboundMessageStore } from "../../port/outbound/outbound-message-store.ts";
import { outgoingText } from "../../rows/outbound-row.ts";
import type { Connection } from "../database/connection.ts";
import { IdMemory } from "../database/interned.ts";

/** Finds the queue of a flow, recipient and channel asked for, in the order of their index. */
const selectQueue =
  "SELECT id FROM outbound_queues WHERE flow IS NOT DISTINCT FROM ? AND to_participant IS NOT DISTINCT FROM ? AND to_role IS NOT DISTINCT FROM ? AND channel IS NOT DISTINCT FROM ?";

/** Finds what was asked for without an action. */
const selectOutboundMessageByIdentity = "SELECT id FROM outbound_messages WHERE identity = ?";

/** Putting into line what is to be sent. Within a write only. */
export interface OutboundMessages {
  /** An effect of an action, in the transaction of its "done". */
  add(outgoing: Outgoing, origin: EffectOrigin): Promise<void>;
  /** What no action asked for; gives its number, that of the first time when it is said again. */
  addOwn(outgoing: Outgoing, identity: string): Promise<number>;
}

/** What tells a queue from all others. */
export type QueueColumns = [
  flow: string | null,
  participant: string | null,
  role: string | null,
  channel: string | null,
];

interface Columns {
  readonly action: number | null;
  readonly place: number | null;
  readonly identity: string | null;
  readonly process: number | null;
  readonly cause: number | null;
  readonly queue: number;
  readonly data: string;
  readonly at: number;
}

/** Gives the number of a queue, and makes it if it is new. Within a write only. */
export function queueFinder(connection: Connection): (columns: QueueColumns) => Promise<number> {
  const { db } = connection;
  const find = db.prepare<QueueColumns, number>(selectQueue).pluck();
  const add = db.prepare<QueueColumns>(
    "INSERT INTO outbound_queues (flow, to_participant, to_role, channel) VALUES (?, ?, ?, ?) RETURNING id",
  );
  const queues = new IdMemory();
  connection.remember(queues);
  return (columns) =>
    queues.id(
      JSON.stringify(columns),
      async () =>
        (await find.get(...columns)) ?? Number((await add.run(...columns)).lastInsertRowid),
    );
}

/** Prepares the statements over `queues` and `outbound_messages`. */
export function outboundMessages(connection: Connection): OutboundMessages {
  const { db } = connection;
  const queue = queueFinder(connection);
  const known = db.prepare<[string], number>(selectOutboundMessageByIdentity).pluck();
  const insert = db.prepare<[Columns]>(
    `INSERT INTO outbound_messages (action, place, identity, process, cause, queue, data, at, state)
     VALUES (@action, @place, @identity, @process, @cause, @queue, @data, @at, 'waiting') RETURNING id`,
  );

  function queueOf(outgoing: Outgoing): Promise<number> {
    const { channel = null } = outgoing;
    return queue(
      outgoing.kind === "email"
        ? [null, null, null, channel]
        : [outgoing.flow, outgoing.to.participant, outgoing.to.role, channel],
    );
  }

  const rowOf = async (outgoing: Outgoing) => ({
    queue: await queueOf(outgoing),
    data: outgoingText(outgoing),
    at: connection.now(),
  });

  return {
    async add(outgoing, { action, place, process, cause }) {
      await insert.run({
        ...(await rowOf(outgoing)),
        action,
        place,
        process,
        cause,
        identity: null,
      });
    },
    async addOwn(outgoing, identity) {
      const before = await known.get(identity);
      if (before !== undefined) return before;
      const none = { action: null, place: null, process: null, cause: null };
      return Number(
        (await insert.run({ ...(await rowOf(outgoing)), ...none, identity })).lastInsertRowid,
      );
    },
  };
}

/** The verbs over the outbound messages. */
export function outboundMessageVerbs(
  connection: Connection,
  rows: OutboundMessages,
): Pick<OutboundMessageStore, "send"> {
  return {
    send: ({ identity, outgoing }) => connection.write(() => rows.addOwn(outgoing, identity)),
  };
}
