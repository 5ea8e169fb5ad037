import type { EffectOrigin, Outgoing } from "../../../core/outbound/outgoing.ts";
import type { OutboxStore } from "../../port/outbound/outbox-store.ts";
import type { Connection } from "../database/connection.ts";
import { IdMemory } from "../database/id-memory.ts";

/** Finds the lane of a flow, recipient and channel asked for, in the order of their index. */
export const selectLane =
  "SELECT id FROM lanes WHERE flow IS ? AND to_participant IS ? AND to_role IS ? AND channel IS ?";

/** Finds what was asked for without an action. */
export const selectOutboxByIdentity = "SELECT id FROM outbox WHERE identity = ?";

/** Putting into line what is to be sent. Within a write only. */
export interface Outbox {
  /** An effect of an action, in the transaction of its "done". */
  add(outgoing: Outgoing, origin: EffectOrigin): void;
  /** What no action asked for; gives its number, that of the first time when it is said again. */
  addOwn(outgoing: Outgoing, identity: string): number;
}

type LaneColumns = [
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
  readonly lane: number;
  readonly data: string;
  readonly at: number;
}

/** Prepares the statements over `lanes` and `outbox`. */
export function outbox(connection: Connection): Outbox {
  const { db } = connection;
  const findLane = db.prepare<LaneColumns, number>(selectLane).pluck();
  const addLane = db.prepare<LaneColumns>(
    "INSERT INTO lanes (flow, to_participant, to_role, channel) VALUES (?, ?, ?, ?)",
  );
  const known = db.prepare<[string], number>(selectOutboxByIdentity).pluck();
  const insert = db.prepare<[Columns]>(
    `INSERT INTO outbox (action, place, identity, process, cause, lane, data, at, state)
     VALUES (@action, @place, @identity, @process, @cause, @lane, @data, @at, 'waiting')`,
  );
  const lanes = new IdMemory();
  connection.remember(lanes);

  function laneOf(outgoing: Outgoing): number {
    const { channel = null } = outgoing;
    const columns: LaneColumns =
      outgoing.kind === "email"
        ? [null, null, null, channel]
        : [outgoing.flow, outgoing.to.participant, outgoing.to.role, channel];
    return lanes.id(
      JSON.stringify(columns),
      () => findLane.get(...columns) ?? Number(addLane.run(...columns).lastInsertRowid),
    );
  }

  const rowOf = (outgoing: Outgoing) => ({
    lane: laneOf(outgoing),
    data: dataText(outgoing),
    at: connection.now(),
  });

  return {
    add(outgoing, { action, place, process, cause }) {
      insert.run({ ...rowOf(outgoing), action, place, process, cause, identity: null });
    },
    addOwn(outgoing, identity) {
      const before = known.get(identity);
      if (before !== undefined) return before;
      const none = { action: null, place: null, process: null, cause: null };
      return Number(insert.run({ ...rowOf(outgoing), ...none, identity }).lastInsertRowid);
    },
  };
}

/** What a lane does not say already, as JSON. */
function dataText(outgoing: Outgoing): string {
  if (outgoing.kind === "file") {
    const { data, group } = outgoing;
    return JSON.stringify({ data, group });
  }
  const { to, subject, text, html } = outgoing;
  return JSON.stringify({ to, subject, text, html });
}

/** The verbs over the outbox. */
export function outboxVerbs(connection: Connection, rows: Outbox): Pick<OutboxStore, "send"> {
  return {
    send: ({ identity, outgoing }) => connection.write(() => rows.addOwn(outgoing, identity)),
  };
}
