import type { EventRecord } from "../../../core/event/event.ts";
import { personal, plain, type Sentence, say } from "../sentence.ts";
import type { Story } from "../story.ts";
import { mostBeneath, nothing, type Telling, type Way } from "../telling.ts";

/** The story of an event: what brought it, and the actions that followed. */
export async function tellEvent(told: Telling, seq: number, way: Way): Promise<Story | null> {
  const event = await told.store.events.get(seq);
  if (event === null) return null;
  const revisions = await told.store.revisions.list(seq);
  const consequences = way === "back" ? [] : await told.store.actions.ofEvent(seq);
  const actions = consequences.map(({ action }) => action);
  const stuck = await told.stuckOf("event", seq);
  return {
    ...nothing,
    item: say`event ${seq}`,
    said: eventSaid(told, event),
    notes: [
      ...revisions.map(
        ({ kind, actor, reason, at }) =>
          say`${plain(told.formatter.moment(at))} ${plain(actor)}, ${plain(kind)}: ${personal(reason)}`,
      ),
      ...stuck.notes,
    ],
    because: way === "on" ? [] : await causesOf(told, event),
    ledTo: await told.all("action", actions, "on"),
    more: Math.max(0, actions.length - mostBeneath),
    goOn: [
      { remedy: "show-event", event: seq },
      { remedy: "show-process", key: event.key, type: event.processType },
      ...stuck.goOn,
    ],
  };
}

function eventSaid(told: Telling, event: EventRecord): Sentence {
  const { type, processType, key, occurredAt, recordedAt } = event;
  const marks = [
    event.void === true ? "void" : [],
    event.history === true ? "history" : [],
    event.amended === true ? "amended" : [],
  ].flat();
  const marked = marks.length === 0 ? "" : ` (${marks.join(", ")})`;
  const when = `sent ${told.formatter.moment(occurredAt)}, recorded ${told.formatter.moment(recordedAt)}`;
  const what = plain(told.formatter.event(type) + marked);
  return say`${what}, on ${plain(processType)} ${personal(key)}, ${plain(when)}`;
}

async function causesOf(told: Telling, { seq, message }: EventRecord): Promise<Story[]> {
  if (message !== null) return told.all("message", [message], "back");
  const origin = await told.store.events.origin(seq);
  if (origin === null) return [];
  return told.all(origin.kind === "delivery" ? "outbound" : origin.kind, [origin.ref], "back");
}
