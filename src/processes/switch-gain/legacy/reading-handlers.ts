import type { GainEvent } from "../events.ts";
import { daysApart } from "../ours.ts";
import type { Switch } from "../state.ts";
import { withReading } from "./handlers.ts";

/** Our own systems have a reading of the first day. */
export function openingReadingGiven(
  state: Switch,
  { data, occurredAt: at }: GainEvent<"OPENING_READING_GIVEN">,
): Switch {
  if (daysApart(data.supplyStartDate, state.startDate) > 0) return state;
  return withReading(state, {
    source: data.source,
    type: null,
    date: data.readAt,
    at,
    registers: data.lines.map(({ meterId, registerId, openingReading }) => ({
      meter: meterId,
      register: registerId ?? "01",
      value: openingReading,
    })),
  });
}

const unanswered = { answer: null, answeredAt: null, stated: [], said: null };

/** A person answers what the other side says of the opening reading. */
export function readingAnswered(
  state: Switch,
  { data, occurredAt: at }: GainEvent<"READING_ANSWERED">,
): Switch {
  if (state.dispute === null) return state;
  return { ...state, dispute: { ...state.dispute, said: { ...data, at } } };
}

/** A person proposes another reading; what was answered before is of an earlier proposal. */
export function readingDisputed(
  state: Switch,
  { data, occurredAt: at }: GainEvent<"READING_DISPUTED">,
): Switch {
  const { registers: proposed, reason } = data;
  return { ...state, dispute: { ...unanswered, at, proposed, reason } };
}

/** A person begins an erroneous transfer. */
export function transferProposed(
  state: Switch,
  { data, occurredAt: at }: GainEvent<"TRANSFER_PROPOSED">,
): Switch {
  const begun = { ...data, at, ours: true, status: "A", answeredAt: null, said: null };
  const others = state.transfers.filter(({ supplier }) => supplier !== data.supplier);
  return { ...state, transfers: [...others, begun] };
}

/** A person answers what another supplier proposed, or takes back what we did. */
export function transferAnswered(
  state: Switch,
  { data, occurredAt: at }: GainEvent<"TRANSFER_ANSWERED">,
): Switch {
  const { supplier, status, customer, contactDate } = data;
  const transfers = state.transfers.map((one) =>
    one.supplier === supplier
      ? { ...one, status, customer, contactDate, answeredAt: at, said: { at, status } }
      : one,
  );
  return { ...state, transfers };
}
