import type { OutboundDecision, OutboundRecord } from "../../../core/outbound/journal.ts";
import type { OutboundStore } from "../../port/outbound/outbound-store.ts";
import type { OutboxStore } from "../../port/outbound/outbox-store.ts";
import { StoreError } from "../../port/store-error.ts";

import type { Connection } from "../database/connection.ts";
import type { RowsByKeys } from "../database/listing.ts";
import type { EventRows } from "../events/event-rows.ts";
import type { NoteDelivered } from "./delivered.ts";

/** What a decision does to a row, and of which rows; said again in words when it is of none of them. */
interface Effect {
  readonly sql: string;
  readonly otherwise: string;
}

const open = "state IN ('ready', 'uploaded')";

const effects: Readonly<Record<OutboundDecision, Effect>> = {
  hold: {
    sql: `UPDATE outbound SET held = 1 WHERE id = @id AND ${open} AND held = 0`,
    otherwise: "only what still waits to be delivered can be held",
  },
  release: {
    sql: `UPDATE outbound SET held = 0 WHERE id = @id AND ${open} AND held = 1`,
    otherwise: "only what is held can be released",
  },
  // What failed or is unknown begins anew; what waits is tried at once.
  retry: {
    sql: `UPDATE outbound SET
            state = iif(state IN ('unknown', 'failed'), 'ready', state),
            in_hand = iif(state = 'failed', 0, in_hand),
            due_at = @at, attempts = 0, drops = 0, problem = NULL
          WHERE id = @id
            AND (state IN ('unknown', 'failed') OR (${open} AND (attempts > 0 OR drops > 0)))`,
    otherwise: "only what failed, is unknown or waits to be tried again can be tried again",
  },
  // Until the daemon has looked, something may lie there under its temporary name.
  cancel: {
    sql: `UPDATE outbound SET state = 'cancelled', held = 0, in_hand = 1, ended_at = @at
          WHERE id = @id AND (in_hand = 0 OR state = 'failed')
            AND state IN ('ready', 'unknown', 'failed')`,
    otherwise:
      "only what is not on its way can be cancelled: hold it first, and look again in a moment",
  },
  confirm: {
    sql: "UPDATE outbound SET held = held WHERE id = @id AND state IN ('unknown', 'failed')",
    otherwise: "only what is unknown or failed can be confirmed to have arrived",
  },
};

type Verbs = {
  readonly outbound: Pick<OutboundStore, "decide">;
  readonly outbox: Pick<OutboxStore, "decide">;
};

/** What people decide about what leaves; each with who and why. */
export function outboundDecisions(
  connection: Connection,
  rowsOf: RowsByKeys<OutboundRecord>,
  events: EventRows,
  delivered: NoteDelivered,
): Verbs {
  const { db } = connection;
  const prepared = new Map(
    Object.entries(effects).map(([decision, { sql }]) => [decision, db.prepare(sql)]),
  );
  const log = db.prepare<[number | null, number | null, number, string, string, string]>(
    `INSERT INTO outbound_log (outbound, message, at, what, actor, reason)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const message = {
    retry: db.prepare<[number]>(
      "UPDATE outbox SET state = 'waiting', problems = NULL WHERE id = ? AND state = 'stuck'",
    ),
    cancel: db.prepare<[number]>(
      "UPDATE outbox SET state = 'cancelled' WHERE id = ? AND state IN ('waiting', 'stuck')",
    ),
  };

  return {
    outbound: {
      decide: ({ id, decision, actor, reason }) =>
        connection.write(() => {
          const [before] = rowsOf([id]);
          if (before === undefined)
            throw new StoreError("failed", `There is no outgoing file ${id} in the store.`);
          const at = connection.now();
          const changed = prepared.get(decision)?.run({ id, at });
          if (changed?.changes !== 1)
            throw new StoreError(
              "failed",
              `Outgoing file ${id} is ${before.held ? "held" : before.state}; ${effects[decision].otherwise}.`,
            );
          log.run(id, null, at, decision, actor, reason);
          if (decision === "confirm") {
            events.begin();
            delivered(id, at);
          }
          const [after] = rowsOf([id]);
          return after ?? before;
        }),
    },
    outbox: {
      decide: ({ id, decision, actor, reason }) =>
        connection.write(() => {
          if (message[decision].run(id).changes !== 1)
            throw new StoreError(
              "failed",
              decision === "retry"
                ? `Message ${id} is not stuck: there is nothing to try again.`
                : `Message ${id} does not wait to be sent: there is nothing to cancel.`,
            );
          log.run(null, id, connection.now(), decision, actor, reason);
        }),
    },
  };
}
