import type {
  OutboundDecision,
  OutboundMessage,
  OutboundRecord,
} from "../../../core/outbound/outbound.ts";
import type { OutboundMessageStore } from "../../port/outbound/outbound-message-store.ts";
import type { OutboundStore } from "../../port/outbound/outbound-store.ts";
import {
  type DecidedOutbound,
  messageAfter,
  noOutbound,
  outboundAfter,
} from "../../rules/outbound-transitions.ts";
import type { Connection } from "../database/connection.ts";
import type { RowsByKeys } from "../database/listing.ts";
import type { EventRows } from "../events/event-rows.ts";
import type { NoteDelivered } from "./delivered.ts";

/** A file as its decisions see it. */
const selectOutboundDecided = `
  SELECT id, state, on_hold AS "onHold", in_flight AS "inFlight", attempts > 0 OR drops > 0 AS "wasTried"
  FROM outbound WHERE id = ?`;

type Bit = 0 | 1;

interface Row extends Pick<DecidedOutbound, "id" | "state"> {
  readonly onHold: Bit;
  readonly inFlight: Bit;
  readonly wasTried: Bit;
}

interface Changed {
  readonly id: number;
  readonly at: number;
  readonly state: DecidedOutbound["state"];
  readonly onHold: Bit;
  readonly inFlight: Bit;
  readonly anew: Bit;
  readonly ends: Bit;
}

const bit = (is: boolean): Bit => (is ? 1 : 0);

type Verbs = {
  readonly outbound: Pick<OutboundStore, "decide">;
  readonly outboundMessages: Pick<OutboundMessageStore, "decide">;
};

/** What people decide about an outbound file; each with who and why. */
export function outboundDecisions(
  connection: Connection,
  rowsOf: RowsByKeys<OutboundRecord>,
  events: EventRows,
  delivered: NoteDelivered,
): Verbs {
  const { db } = connection;
  const decided = db.prepare<[number], Row>(selectOutboundDecided);
  const change = db.prepare<[Changed]>(
    `UPDATE outbound SET state = @state, on_hold = @onHold, in_flight = @inFlight,
       due_at = CASE WHEN @anew = 1 THEN @at ELSE due_at END, attempts = CASE WHEN @anew = 1 THEN 0 ELSE attempts END,
       drops = CASE WHEN @anew = 1 THEN 0 ELSE drops END, problem = CASE WHEN @anew = 1 THEN NULL ELSE problem END,
       ended_at = CASE WHEN @ends = 1 THEN @at ELSE ended_at END
     WHERE id = @id`,
  );
  const log = db.prepare<[number | null, number | null, number, string, string, string]>(
    `INSERT INTO outbound_log (outbound, message, at, what, actor, reason)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const stateOf = db
    .prepare<[number], OutboundMessage["state"]>("SELECT state FROM outbound_messages WHERE id = ?")
    .pluck();
  const changeMessage = db.prepare<[string, string, number]>(
    "UPDATE outbound_messages SET state = ?, problems = CASE WHEN ?::text = 'waiting' THEN NULL ELSE problems END WHERE id = ?",
  );

  async function decide(id: number, decision: OutboundDecision, at: number): Promise<void> {
    const row = await decided.get(id);
    if (row === undefined) throw noOutbound(id);
    const { onHold, inFlight, wasTried, ...rest } = row;
    const file = {
      ...rest,
      onHold: onHold === 1,
      inFlight: inFlight === 1,
      wasTried: wasTried === 1,
    };
    const after = outboundAfter(file, decision);
    await change.run({
      id,
      at,
      state: after.state,
      onHold: bit(after.onHold),
      inFlight: bit(after.inFlight),
      anew: bit(after.beginsAnew),
      ends: bit(after.ends),
    });
  }

  return {
    outbound: {
      decide: ({ id, decision, actor, reason }) =>
        connection.write(async () => {
          const at = connection.now();
          await decide(id, decision, at);
          await log.run(id, null, at, decision, actor, reason);
          if (decision === "confirm") {
            await events.begin();
            await delivered(id, at);
          }
          const [after] = await rowsOf([id]);
          if (after === undefined) throw new Error(`Outbound ${id} is gone within its transaction`);
          return after;
        }),
    },
    outboundMessages: {
      decide: ({ id, decision, actor, reason }) =>
        connection.write(async () => {
          const state = messageAfter(id, (await stateOf.get(id)) ?? null, decision);
          await changeMessage.run(state, state, id);
          await log.run(null, id, connection.now(), decision, actor, reason);
        }),
    },
  };
}
